// What the reputation skills say, in the language of the run; alerts have tables of their own in alert-phrases.ts.
import type { Phrases } from '../say.ts';

export const reputationPhrases = {
  mentions: {
    mg: 'Nahita filazana {count} momba anareo aho, {fresh} vaovao, tamin’ny toerana {read}. {missing}',
    fr: 'J’ai trouvé {count} mention(s) de vous, dont {fresh} nouvelle(s), dans {read} source(s). {missing}',
    en: 'I found {count} mention(s) of you, {fresh} of them new, in {read} source(s). {missing}',
    ar: 'وجدت {count} من الإشارات إليكم، منها {fresh} جديدة، في {read} من المصادر. {missing}',
  },
  not_read: {
    mg: 'Tsy voavaky: {sources}.',
    fr: 'Non lu : {sources}.',
    en: 'Not read: {sources}.',
    ar: 'لم يُقرأ: {sources}.',
  },
  not_connected: {
    mg: 'Mbola tsy mifandray ny {source}.',
    fr: '{source} n’est pas connecté.',
    en: '{source} is not connected.',
    ar: '{source} غير متصل.',
  },
  reviews: {
    mg: 'Salan’isa {average}/5 amin’ny hevitra {count}, {fresh} vaovao, {waiting} miandry valiny.',
    fr: 'Moyenne {average}/5 sur {count} avis, {fresh} nouveau(x), {waiting} en attente de réponse.',
    en: 'Average {average}/5 over {count} review(s), {fresh} new, {waiting} waiting for an answer.',
    ar: 'المعدل {average}/5 من {count} من التقييمات، {fresh} جديدة، و{waiting} تنتظر ردًا.',
  },
  few_reviews: {
    mg: 'Hevitra {count} monja: mbola tsy azo itokiana loatra ny salan’isa {average}/5. {waiting} miandry valiny.',
    fr: 'Seulement {count} avis : la moyenne {average}/5 dit encore peu. {waiting} en attente de réponse.',
    en: 'Only {count} review(s): the average {average}/5 says little yet. {waiting} waiting for an answer.',
    ar: '{count} من التقييمات فقط: المعدل {average}/5 لا يقول الكثير بعد. {waiting} تنتظر ردًا.',
  },
  no_reviews: {
    mg: 'Mbola tsy misy hevitra misy kintana.',
    fr: 'Aucun avis avec étoiles pour l’instant.',
    en: 'No review with stars yet.',
    ar: 'لا تقييمات بالنجوم حتى الآن.',
  },
  better: {
    mg: 'Mihatsara ny fiteniny momba anareo: {slope} isan-kerinandro, filazana {count}.',
    fr: 'On parle mieux de vous : {slope} par semaine, sur {count} mentions.',
    en: 'People speak better of you: {slope} a week, over {count} mentions.',
    ar: 'الحديث عنكم يتحسن: {slope} في الأسبوع، من {count} من الإشارات.',
  },
  worse: {
    mg: 'Miharatsy ny fiteniny momba anareo: {slope} isan-kerinandro, filazana {count}. Resahina: {topics}.',
    fr: 'On parle moins bien de vous : {slope} par semaine, sur {count} mentions. On parle de : {topics}.',
    en: 'People speak worse of you: {slope} a week, over {count} mentions. They speak of: {topics}.',
    ar: 'الحديث عنكم يسوء: {slope} في الأسبوع، من {count} من الإشارات. يتحدثون عن: {topics}.',
  },
  steady: {
    mg: 'Tsy miova ny fiteniny momba anareo, filazana {count}.',
    fr: 'On parle de vous comme avant, sur {count} mentions.',
    en: 'People speak of you as before, over {count} mentions.',
    ar: 'الحديث عنكم كما كان، من {count} من الإشارات.',
  },
  too_few: {
    mg: 'Filazana {count} monja: vitsy loatra ka tsy misy azo tsoahina.',
    fr: 'Seulement {count} mention(s) : trop peu pour conclure.',
    en: 'Only {count} mention(s): too few to tell.',
    ar: '{count} من الإشارات فقط: أقل من أن نستنتج شيئًا.',
  },
  alerted: {
    mg: 'Nanome fampitandremana {count} aho; {silent} tsy nila izany.',
    fr: 'J’ai levé {count} alerte(s) ; {silent} constat(s) n’en demandaient pas.',
    en: 'I raised {count} alert(s); {silent} finding(s) needed none.',
    ar: 'رفعت {count} من التنبيهات؛ {silent} من النتائج لم تحتج إلى تنبيه.',
  },
  quiet: {
    mg: 'Tsy misy mila fampitandremana. Voajery: {silent}.',
    fr: 'Rien qui demande une alerte. Constats lus : {silent}.',
    en: 'Nothing needs an alert. Findings read: {silent}.',
    ar: 'لا شيء يستدعي تنبيهًا. نتائج قُرئت: {silent}.',
  },
} satisfies Phrases;

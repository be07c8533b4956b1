// What the community skills say, in the language of the run. Used by the skills beside this file.
import type { Phrases } from '../say.ts';

export const communityPhrases = {
  analysed: {
    mg: 'Novakiko ny hafatra {count}: {positive} tsara, {neutral} tsotra, {negative} tezitra.',
    fr: 'J’ai lu {count} message(s) : {positive} aimable(s), {neutral} neutre(s), {negative} en colère.',
    en: 'I read {count} message(s): {positive} kind, {neutral} neutral, {negative} angry.',
    ar: 'قرأت {count} من الرسائل: {positive} ودّية، {neutral} محايدة، {negative} غاضبة.',
  },
  calm: {
    mg: 'Milamina: hafatra tezitra {count} tao anatin’ny adiny iray.',
    fr: 'Tout est calme : {count} message(s) en colère depuis une heure.',
    en: 'All is calm: {count} angry message(s) in the last hour.',
    ar: 'الوضع هادئ: {count} من الرسائل الغاضبة خلال الساعة الأخيرة.',
  },
  watch: {
    mg: 'Mila jerena: hafatra tezitra {count} tao anatin’ny adiny iray, avy amin’ny olona {authors}.',
    fr: 'À surveiller : {count} messages en colère en une heure, de {authors} personne(s).',
    en: 'Worth watching: {count} angry messages in an hour, from {authors} person(s).',
    ar: 'يستحق الانتباه: {count} رسائل غاضبة خلال ساعة، من {authors} أشخاص.',
  },
  crisis: {
    mg: 'Krizy: hafatra tezitra {count} tao anatin’ny adiny iray, avy amin’ny olona {authors}. {note}',
    fr: 'Crise : {count} messages en colère en une heure, de {authors} personne(s). {note}',
    en: 'Crisis: {count} angry messages in an hour, from {authors} person(s). {note}',
    ar: 'أزمة: {count} رسائل غاضبة خلال ساعة، من {authors} أشخاص. {note}',
  },
  quarrel: {
    mg: 'Olona vitsy monja no manoratra: ady hevitra fa tsy rivo-doza.',
    fr: 'Peu de personnes écrivent : une querelle plutôt qu’une tempête.',
    en: 'Few people write: a quarrel rather than a storm.',
    ar: 'القليل من الأشخاص يكتبون: خلاف وليس عاصفة.',
  },
  organised: {
    mg: 'Mitovy tanteraka ny soratra avy amin’ny kaonty maro: toa nomanina.',
    fr: 'Plusieurs comptes écrivent le même texte : cela semble organisé.',
    en: 'Several accounts write the same text: it looks organised.',
    ar: 'عدة حسابات تكتب النص نفسه: يبدو الأمر منظّمًا.',
  },
  flagged: {
    mg: 'Misy {count} te hividy, ka {hot} tena vonona.',
    fr: 'J’ai repéré {count} personne(s) qui veulent acheter, dont {hot} très décidée(s).',
    en: 'I found {count} person(s) who want to buy, {hot} of them ready now.',
    ar: 'وجدت {count} ممن يريدون الشراء، منهم {hot} مستعدون الآن.',
  },
  nobody_buys: {
    mg: 'Tsy misy te hividy amin’ireo hafatra ireo.',
    fr: 'Personne ne cherche à acheter dans ces messages.',
    en: 'Nobody in these messages is looking to buy.',
    ar: 'لا أحد في هذه الرسائل يبحث عن الشراء.',
  },
  waits: {
    mg: 'Miandry anao io valiny io: {explain}',
    fr: 'Cette réponse vous attend : {explain}',
    en: 'This answer waits for you: {explain}',
    ar: 'هذا الرد ينتظركم: {explain}',
  },
  goes_out: {
    mg: 'Alefako ho azy io valiny io: {explain}',
    fr: 'J’envoie cette réponse : {explain}',
    en: 'I send this answer: {explain}',
    ar: 'أرسل هذا الرد: {explain}',
  },
} satisfies Phrases;

/** Why an answer waits or goes, for auto-reply-modes. */
export const releasePhrases = {
  manual_mode: {
    mg: 'nofidinao ny hamaly amin’ny tanana daholo.',
    fr: 'vous avez choisi de tout relire.',
    en: 'you chose to read every answer first.',
    ar: 'اخترتم قراءة كل رد أولًا.',
  },
  needs_person: {
    mg: 'misy zavatra ianao irery no afaka manapaka na manome.',
    fr: 'il y a une chose que vous seul pouvez décider ou fournir.',
    en: 'there is something that only you can decide or supply.',
    ar: 'هناك ما لا يقرره أو يقدمه سواكم.',
  },
  low_confidence: {
    mg: 'tsy azoko antoka tsara izay tiany holazaina.',
    fr: 'je ne suis pas assez sûr d’avoir compris.',
    en: 'I am not sure enough that I understood.',
    ar: 'لست متأكدًا بما يكفي من أنني فهمت.',
  },
  negative_mood: {
    mg: 'toa tezitra ilay olona.',
    fr: 'la personne semble fâchée.',
    en: 'the person seems upset.',
    ar: 'يبدو أن الشخص منزعج.',
  },
  sensitive_intent: {
    mg: 'tsy anisan’izay azo valiana ho azy io lohahevitra io.',
    fr: 'ce sujet ne fait pas partie de ceux qui partent tout seuls.',
    en: 'this matter is not among those that go out by themselves.',
    ar: 'هذا الموضوع ليس مما يُرسل تلقائيًا.',
  },
  money_or_promise: {
    mg: 'misy tarehimarika na fampanantenana tsy hita ao amin’ny karatry ny marika.',
    fr: 'elle contient un chiffre ou une promesse que la carte de la marque ne porte pas.',
    en: 'it holds a figure or a promise that the brand card does not.',
    ar: 'فيه رقم أو وعد لا تحمله بطاقة العلامة.',
  },
  daily_cap: {
    mg: 'tratra ny fetran’ny valiny isan’andro ({cap}).',
    fr: 'la limite du jour est atteinte ({cap}).',
    en: 'the limit of the day is reached ({cap}).',
    ar: 'بُلغ حد اليوم ({cap}).',
  },
  trial_period: {
    mg: 'ny valiny folo voalohany aorian’ny fanovana dia iraisantsika jerena.',
    fr: 'les dix premières réponses après un changement de mode se relisent.',
    en: 'the first ten answers after a change of mode are read by you.',
    ar: 'أول عشرة ردود بعد تغيير الوضع تُراجَع منكم.',
  },
  earned: {
    mg: 'fanontaniana tsotra, ary efa hita ao amin’ny karatry ny marika ny valiny.',
    fr: 'une question simple, dont la réponse est sur la carte de la marque.',
    en: 'a simple matter, and its answer stands on the brand card.',
    ar: 'أمر بسيط وجوابه في بطاقة العلامة.',
  },
} satisfies Phrases;

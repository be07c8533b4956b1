// Names, rules and listening words of the segments. Used by audience-segmentation.ts.
import type { Language } from '../../../_shared/payloads.ts';
import type { Phrases } from '../say.ts';

/** No list is made by these, whoever asks (folded text). */
export const privateMatters =
  /relig|musulman|muslim|chreti|christian|cathol|protestant|juif|jewish|silamo|kristian|katolika|finoana|مسلم|مسيح|دين|ديان|sante|malad|sick|health|diseas|enceinte|pregnan|bevohoka|marary|aretina|مرض|مريض|حامل|صح[ةه]|ethni|\brace\b|racial|foko|origine|origin\b|nationalit|immigr|عرق|اصل|جنسي|politi|parti\b|vote\b|electeur|voter|opposition|حزب|سياس|انتخاب/u;

export const languageWords: Record<Language, RegExp> = {
  mg: /malagas|malgach|مدغشقر/u,
  fr: /franca|french|francophon|frantsay|فرنسي/u,
  en: /anglais|english|anglisy|انجليزي|إنجليزي/u,
  ar: /arab|عرب/u,
};

export const segmentNames = {
  regulars: { mg: 'Mpanjifa tsy miova', fr: 'Habitués', en: 'Regulars', ar: 'الزبائن الدائمون' },
  big_spenders: { mg: 'Mandany betsaka', fr: 'Gros achats rares', en: 'Big spenders', ar: 'مشتريات كبيرة نادرة' },
  steady: { mg: 'Milamina', fr: 'Réguliers tranquilles', en: 'Steady', ar: 'المستقرون' },
  slipping: { mg: 'Mihalavitra', fr: 'En train de s’éloigner', en: 'Slipping away', ar: 'المبتعدون' },
  new: { mg: 'Vaovao', fr: 'Nouveaux', en: 'New', ar: 'الجدد' },
  curious: { mg: 'Liana fotsiny', fr: 'Curieux', en: 'Curious', ar: 'المهتمون' },
  asleep: { mg: 'Matory', fr: 'Endormis', en: 'Asleep', ar: 'الخاملون' },
  everyone: { mg: 'Ny rehetra', fr: 'Tout le monde', en: 'Everyone', ar: 'الجميع' },
} satisfies Phrases;

export const segmentRules = {
  regulars: {
    mg: 'Nividy vao haingana sady matetika.',
    fr: 'Ont acheté récemment et souvent.',
    en: 'Bought lately and often.',
    ar: 'اشتروا حديثًا وكثيرًا.',
  },
  big_spenders: {
    mg: 'Mandany betsaka fa mahalana.',
    fr: 'Dépensent beaucoup, mais rarement.',
    en: 'Spend much, but seldom.',
    ar: 'ينفقون كثيرًا ولكن نادرًا.',
  },
  steady: {
    mg: 'Tsy miavaka loatra: eo antonony.',
    fr: 'Ni très actifs ni en train de partir.',
    en: 'Neither very active nor leaving.',
    ar: 'ليسوا نشطين جدًا ولا مغادرين.',
  },
  slipping: {
    mg: 'Nividy matetika taloha fa efa ela no tsy niverina.',
    fr: 'Achetaient souvent, mais ne sont plus revenus depuis longtemps.',
    en: 'Used to buy, but have not come back for long.',
    ar: 'كانوا يشترون ولم يعودوا منذ مدة.',
  },
  new: {
    mg: 'Tonga na nividy voalohany tato anatin’ny 30 andro.',
    fr: 'Arrivés ou premier achat depuis moins de 30 jours.',
    en: 'Joined or first bought within 30 days.',
    ar: 'انضموا أو اشتروا أول مرة خلال 30 يومًا.',
  },
  curious: {
    mg: 'Mbola tsy nividy fa nanindry rohy tato anatin’ny 60 andro.',
    fr: 'N’ont rien acheté, mais ont cliqué depuis moins de 60 jours.',
    en: 'Bought nothing, but clicked within 60 days.',
    ar: 'لم يشتروا لكنهم نقروا خلال 60 يومًا.',
  },
  asleep: {
    mg: 'Tsy nividy na nanindry tato anatin’ny 180 andro.',
    fr: 'Ni achat ni clic depuis 180 jours.',
    en: 'No order and no click for 180 days.',
    ar: 'لا شراء ولا نقر منذ 180 يومًا.',
  },
  everyone: {
    mg: 'Tsy mbola misy olona nanaiky handray mailaka.',
    fr: 'Personne n’est encore abonné.',
    en: 'Nobody has subscribed yet.',
    ar: 'لم يشترك أحد بعد.',
  },
} satisfies Phrases;

export const segmentPhrases = {
  summary: {
    mg: 'Nozaraiko ho vondrona ny olona {people}: {list}. Mangina herintaona: {silent}; anontanio indray mandeha raha mbola te hijanona izy ireo.',
    fr: 'J’ai réparti {people} personnes : {list}. Silencieux depuis un an : {silent} ; demandez-leur une fois s’ils veulent rester.',
    en: 'I have grouped {people} people: {list}. Silent for a year: {silent}; ask them once whether they want to stay.',
    ar: 'قسّمت {people} من الأشخاص: {list}. صامتون منذ سنة: {silent}؛ اسألوهم مرة واحدة إن أرادوا البقاء.',
  },
  nobody: {
    mg: 'Tsy misy olona azo soratana: mila manaiky handray mailaka aloha izy ireo.',
    fr: 'Il n’y a personne à qui écrire : il faut d’abord que des gens s’abonnent.',
    en: 'There is nobody to write to: people have to subscribe first.',
    ar: 'لا يوجد من نراسله: يجب أن يشترك الناس أولًا.',
  },
  wanted_rule: {
    mg: 'Araka ny nangatahinareo: {wanted}',
    fr: 'Selon votre demande : {wanted}',
    en: 'As you asked: {wanted}',
    ar: 'حسب طلبكم: {wanted}',
  },
  wanted_small: {
    mg: 'Latsaky ny 20 ny olona araka izay nangatahinareo, ka tsy nataoko vondrona manokana.',
    fr: 'Moins de 20 personnes répondent à votre demande : je n’en ai pas fait un groupe à part.',
    en: 'Fewer than 20 people are as you asked, so I have not made a group of them.',
    ar: 'أقل من 20 شخصًا يطابقون طلبكم، فلم أجعلهم مجموعة مستقلة.',
  },
  private: {
    mg: 'Tsy manavaka olona araka ny finoana, fahasalamana, fiaviana na politika aho.',
    fr: 'Je ne trie personne selon la foi, la santé, l’origine ou la politique.',
    en: 'I sort nobody by faith, health, origin or politics.',
    ar: 'لا أصنّف أحدًا حسب الدين أو الصحة أو الأصل أو السياسة.',
  },
} satisfies Phrases;

// Titles and bodies of alerts, by code and language, figures put in. Used by alert-generator.ts.
import type { Phrases } from '../say.ts';

export const alertTitles = {
  crisis: {
    mg: 'Krizy: hafatra tezitra maro',
    fr: 'Crise : beaucoup de messages en colère',
    en: 'Crisis: many angry messages',
    ar: 'أزمة: رسائل غاضبة كثيرة',
  },
  unsafe_review: {
    mg: 'Hevitra milaza loza na aretina',
    fr: 'Un avis parle de santé ou de sécurité',
    en: 'A review speaks of health or safety',
    ar: 'تقييم يتحدث عن الصحة أو السلامة',
  },
  sentiment_fall: {
    mg: 'Nidina be ny fiteniny androany',
    fr: 'Le ton a chuté en un jour',
    en: 'The tone fell within a day',
    ar: 'هبط الحديث عنكم في يوم واحد',
  },
  bad_review: {
    mg: 'Hevitra ratsy: kintana {stars}',
    fr: 'Mauvais avis : {stars} étoile(s)',
    en: 'Poor review: {stars} star(s)',
    ar: 'تقييم سيئ: {stars} نجوم',
  },
  unanswered_question: {
    mg: 'Fanontaniana tsy voavaly',
    fr: 'Une question sans réponse',
    en: 'A question without an answer',
    ar: 'سؤال بلا جواب',
  },
  sentiment_worse: {
    mg: 'Miharatsy ny fiteniny momba anareo',
    fr: 'On parle moins bien de vous',
    en: 'People speak worse of you',
    ar: 'الحديث عنكم يسوء',
  },
  praise_review: { mg: 'Kintana dimy vaovao', fr: 'Un nouvel avis cinq étoiles', en: 'A new five-star review', ar: 'تقييم جديد بخمس نجوم' },
  big_account: {
    mg: 'Kaonty be mpanaraka no niresaka anareo',
    fr: 'Un compte très suivi parle de vous',
    en: 'An account with many followers speaks of you',
    ar: 'حساب كثير المتابعين يتحدث عنكم',
  },
} satisfies Phrases;

export const alertBodies = {
  crisis: {
    mg: 'Hafatra tezitra {count} tao anatin’ny adiny iray, avy amin’ny olona {authors}. Jereo alohan’ny handefasana zavatra hafa.',
    fr: '{count} messages en colère en une heure, de {authors} personne(s). Regardez avant de publier autre chose.',
    en: '{count} angry messages within an hour, from {authors} person(s). Look before anything else is published.',
    ar: '{count} رسائل غاضبة خلال ساعة، من {authors} أشخاص. ألقوا نظرة قبل نشر أي شيء آخر.',
  },
  unsafe_review: {
    mg: '{author} ({source}): « {quote} » Mila valiny sy fanamarinana avy hatrany.',
    fr: '{author} ({source}) : « {quote} » À vérifier et à traiter tout de suite.',
    en: '{author} ({source}): “{quote}” Check and answer at once.',
    ar: '{author} ({source}): «{quote}» تحققوا وأجيبوا فورًا.',
  },
  sentiment_fall: {
    mg: 'Avy amin’ny {before} ho {after} tao anatin’ny iray andro, filazana {count}.',
    fr: 'De {before} à {after} en un jour, sur {count} mentions.',
    en: 'From {before} to {after} in a day, over {count} mentions.',
    ar: 'من {before} إلى {after} في يوم، من {count} من الإشارات.',
  },
  bad_review: {
    mg: '{author} ({source}): « {quote} »',
    fr: '{author} ({source}) : « {quote} »',
    en: '{author} ({source}): “{quote}”',
    ar: '{author} ({source}): «{quote}»',
  },
  unanswered_question: {
    mg: 'Miandry adiny {hours} izao: « {quote} »',
    fr: 'Elle attend depuis {hours} h : « {quote} »',
    en: 'Waiting for {hours} h: “{quote}”',
    ar: 'ينتظر منذ {hours} ساعة: «{quote}»',
  },
  sentiment_worse: {
    mg: 'Fiovana {slope} isan-kerinandro. Resahina: {topics}.',
    fr: 'Évolution de {slope} par semaine. On parle de : {topics}.',
    en: 'A change of {slope} a week. They speak of: {topics}.',
    ar: 'تغيّر قدره {slope} في الأسبوع. يتحدثون عن: {topics}.',
  },
  praise_review: {
    mg: '{author} ({source}): « {quote} »',
    fr: '{author} ({source}) : « {quote} »',
    en: '{author} ({source}): “{quote}”',
    ar: '{author} ({source}): «{quote}»',
  },
  big_account: {
    mg: '{author} (mpanaraka {followers}): « {quote} »',
    fr: '{author} ({followers} abonnés) : « {quote} »',
    en: '{author} ({followers} followers): “{quote}”',
    ar: '{author} ({followers} متابع): «{quote}»',
  },
} satisfies Phrases;

/** Health and safety in folded text of the four languages. */
export const unsafeWords =
  /(?<!\p{L})(?:narary|voapoizina|poizina|mandoa|hopitaly|naratra|ratra|loza|malades?|intoxi\p{L}*|empoisonn\p{L}*|vomi\p{L}*|hopital|urgences?|bless\p{L}*|brul\p{L}*|allerg\p{L}*|danger\p{L}*|moisi\p{L}*|cafards?|rats?|sick|poison\p{L}*|vomit\p{L}*|hospital|injur\p{L}*|burn(?:ed|t)|unsafe|mou?ld\p{L}*|cockroach\p{L}*|تسمم\p{L}*|مريض|مرضت|مستشفي|حساسيه|خطر|خطير|صراصير|حرق|اصابه)(?!\p{L})/u;

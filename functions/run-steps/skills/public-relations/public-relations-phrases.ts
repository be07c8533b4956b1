// What brand-reputation says, in the language of the run.
import type { Phrases } from '../say.ts';

export const reputationFigure = {
  known: {
    mg: 'Ny lazanareo: {reputation}/100, miorina amin’ny {share} % amin’izay tokony ho fantatra.',
    fr: 'Votre réputation : {reputation}/100, calculée sur {share} % de ce qu’il faut savoir.',
    en: 'Your reputation: {reputation}/100, from {share} % of what there is to know.',
    ar: 'سمعتكم: {reputation}/100، محسوبة من {share} % مما ينبغي معرفته.',
  },
  unknown: {
    mg: 'Mbola vitsy loatra ny fantatra ({share} %) ka tsy manome isa aho.',
    fr: 'On sait encore trop peu ({share} %) : je ne donne pas de note.',
    en: 'Too little is known yet ({share} %): I give no figure.',
    ar: 'المعروف قليل جدًا بعد ({share} %): لا أعطي رقمًا.',
  },
} satisfies Phrases;

export const becausePhrases = {
  reviews: {
    mg: '{average}/5 amin’ny hevitra {count}, ampifandanjaina amin’ny 4/5 folo.',
    fr: '{average}/5 sur {count} avis, tempéré par dix avis à 4/5.',
    en: '{average}/5 over {count} reviews, tempered by ten of 4/5.',
    ar: '{average}/5 من {count} تقييم، معدّلة بعشرة تقييمات 4/5.',
  },
  reviews_unknown: { mg: 'Mbola tsy misy hevitra.', fr: 'Pas encore d’avis.', en: 'No reviews yet.', ar: 'لا تقييمات بعد.' },
  sentiment: {
    mg: 'Salan’ny fiteniny: {level}, eo anelanelan’ny -1 sy 1.',
    fr: 'Ton moyen : {level}, entre -1 et 1.',
    en: 'Mean tone: {level}, between -1 and 1.',
    ar: 'متوسط النبرة: {level}، بين -1 و1.',
  },
  sentiment_unknown: {
    mg: 'Latsaky ny 20 ny filazana.',
    fr: 'Moins de 20 mentions.',
    en: 'Fewer than 20 mentions.',
    ar: 'أقل من 20 إشارة.',
  },
  answers: {
    mg: 'Voavaly ny {answered} amin’ny {asked}, elanelam-potoana {hours} ora.',
    fr: '{answered} réponses sur {asked}, en {hours} h (médiane).',
    en: '{answered} of {asked} answered, in {hours} h (median).',
    ar: 'أُجيب عن {answered} من {asked}، خلال {hours} ساعة (الوسيط).',
  },
  answers_unknown: { mg: 'Tsy nisy nanontany.', fr: 'Personne n’a demandé.', en: 'Nobody asked.', ar: 'لم يسأل أحد.' },
  calm: {
    mg: 'Krizy {crises} tao anatin’ny 90 andro.',
    fr: '{crises} crise(s) en 90 jours.',
    en: '{crises} crisis or crises in 90 days.',
    ar: '{crises} أزمات خلال 90 يومًا.',
  },
} satisfies Phrases;

export const adviceFor = {
  answers: {
    mg: 'Valio haingana kokoa ny fanontaniana: izay no mampiakatra haingana indrindra.',
    fr: 'Répondez plus souvent et plus vite : c’est ce qui fait monter le plus pour le moins d’effort.',
    en: 'Answer more, and sooner: it gains most for the least work.',
    ar: 'أجيبوا أكثر وأسرع: هذا ما يرفع الرقم بأقل جهد.',
  },
  reviews: {
    mg: 'Angataho hevitra ny mpanjifa afa-po, ary valio ireo tsy afa-po.',
    fr: 'Demandez un avis aux clients contents, et répondez aux mécontents.',
    en: 'Ask happy customers for a review, and answer the unhappy ones.',
    ar: 'اطلبوا تقييمًا من الزبائن الراضين، وأجيبوا غير الراضين.',
  },
  sentiment: {
    mg: 'Jereo izay resahin’ireo tsy afa-po, dia ahitsio aloha.',
    fr: 'Regardez ce dont parlent les mécontents, et réparez cela d’abord.',
    en: 'See what the unhappy speak of, and mend that first.',
    ar: 'انظروا فيما يتحدث عنه غير الراضين، وأصلحوه أولًا.',
  },
  calm: {
    mg: 'Fotoana ihany no manadino ny krizy: tazony milamina ny fifandraisana.',
    fr: 'Une crise s’oublie avec le temps : gardez un ton calme.',
    en: 'A crisis fades with time: keep the tone calm.',
    ar: 'الأزمة تُنسى مع الوقت: حافظوا على نبرة هادئة.',
  },
  keep: { mg: 'Tohizo toy izao.', fr: 'Continuez ainsi.', en: 'Go on like this.', ar: 'واصلوا هكذا.' },
} satisfies Phrases;

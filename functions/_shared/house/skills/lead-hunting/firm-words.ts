// What the house model says of a firm that may become a customer, in the four languages. Used by skills/lead-hunting.ts.
import type { Language } from '../../../payloads.ts';

export type Field = 'trade' | 'place' | 'services' | 'opening_hours' | 'languages' | 'phone' | 'email' | 'website';
export type Need = 'no_site' | 'no_hours' | 'no_shop' | 'many_places' | 'fit';
type Words = {
  is: string;
  where: string;
  sells: string;
  open: string;
  stars: string;
  needs: Record<Need, [need: string, because: string]>;
  opener: [seen: string, offer: string, ask: string];
  questions: string[];
  unknown: Record<'size' | Field, string>;
  say: Record<'yes' | 'no', string>;
};

export const words: Record<Language, Words> = {
  fr: {
    is: '{company}[ : {trade}].',
    where: 'On les trouve ici : {place}.',
    sells: 'Ils proposent : {services}.',
    open: 'Leurs horaires : {hours}.',
    stars: 'Ils ont {stars} étoiles ({reviews} avis).',
    needs: {
      no_site: ['être trouvés en ligne', 'aucun site n’est donné dans les sources'],
      no_hours: ['dire quand ils sont ouverts', 'aucun horaire n’est donné dans les sources'],
      no_shop: ['vendre sans que le client se déplace', 'aucune boutique en ligne n’est donnée dans les sources'],
      many_places: ['répondre de la même façon partout', 'les sources donnent plusieurs adresses'],
      fit: ['ce que nous vendons déjà', 'leur activité : {trade}'],
    },
    opener: [
      'Bonjour, nous avons vu que {company} {seen}.',
      'Chez {brand}, nous proposons : {service}.',
      'Est-ce que cela vous serait utile ?',
    ],
    questions: ['Qui décide de cela chez eux ?', 'Comment font-ils aujourd’hui ?', 'Pour quand en auraient-ils besoin ?'],
    unknown: {
      size: 'leur taille',
      trade: 'leur métier',
      place: 'leur adresse',
      services: 'ce qu’ils vendent',
      opening_hours: 'leurs horaires',
      languages: 'leurs langues',
      phone: 'leur numéro',
      email: 'leur e-mail',
      website: 'leur site',
    },
    say: { yes: 'Cela vaut un appel : {because}.', no: 'Pas encore d’appel : je ne vois pas ce que nous pourrions leur apporter.' },
  },
  mg: {
    is: '{company}[: {trade}].',
    where: 'Eto no ahitana azy: {place}.',
    sells: 'Ireto no amidiny: {services}.',
    open: 'Ny ora fiasany: {hours}.',
    stars: 'Manana kintana {stars} izy (hevitra {reviews}).',
    needs: {
      no_site: ['ho hita amin’ny aterineto', 'tsy misy tranonkala ao amin’ny loharano'],
      no_hours: ['hilaza ny ora fiasany', 'tsy misy ora fiasana ao amin’ny loharano'],
      no_shop: ['hivarotra amin’ny aterineto', 'tsy misy fivarotana amin’ny aterineto ao amin’ny loharano'],
      many_places: ['hamaly mitovy na aiza na aiza', 'misy adiresy maromaro ao amin’ny loharano'],
      fit: ['izay efa amidintsika', 'ny asany: {trade}'],
    },
    opener: ['Miarahaba, hitanay fa {company} {seen}.', 'Ato amin’ny {brand} dia misy: {service}.', 'Mety hilainareo ve izany?'],
    questions: ['Iza no manapaka an’izany ao aminy?', 'Ahoana no ataony ankehitriny?', 'Oviana no ilainy izany?'],
    unknown: {
      size: 'ny habeny',
      trade: 'ny asany',
      place: 'ny adiresiny',
      services: 'ny amidiny',
      opening_hours: 'ny ora fiasany',
      languages: 'ny fiteniny',
      phone: 'ny laharany',
      email: 'ny mailaka',
      website: 'ny tranonkalany',
    },
    say: { yes: 'Mendrika hantsoina izy: {because}.', no: 'Mbola tsy mila antsoina: tsy hitako izay azontsika omena azy.' },
  },
  en: {
    is: '{company}[: {trade}].',
    where: 'They are found here: {place}.',
    sells: 'They offer: {services}.',
    open: 'Their hours: {hours}.',
    stars: 'They have {stars} stars ({reviews} reviews).',
    needs: {
      no_site: ['to be found online', 'no site is given in the sources'],
      no_hours: ['to say when they are open', 'no hours are given in the sources'],
      no_shop: ['to sell without the customer coming', 'no online shop is given in the sources'],
      many_places: ['to answer in the same way everywhere', 'the sources give several addresses'],
      fit: ['what we already sell', 'their trade: {trade}'],
    },
    opener: ['Hello, we saw that {company} {seen}.', 'At {brand} we offer: {service}.', 'Would that be of use to you?'],
    questions: ['Who decides about this with them?', 'How do they do it today?', 'By when would they need it?'],
    unknown: {
      size: 'their size',
      trade: 'their trade',
      place: 'their address',
      services: 'what they sell',
      opening_hours: 'their hours',
      languages: 'their languages',
      phone: 'their number',
      email: 'their e-mail',
      website: 'their site',
    },
    say: { yes: 'Worth a call: {because}.', no: 'No call yet: I do not see what we could bring them.' },
  },
  ar: {
    is: '{company}[: {trade}].',
    where: 'مكانهم: {place}.',
    sells: 'يقدمون: {services}.',
    open: 'أوقاتهم: {hours}.',
    stars: 'لديهم {stars} نجوم ({reviews} من التقييمات).',
    needs: {
      no_site: ['أن يجدهم الناس على الإنترنت', 'لا موقع مذكور في المصادر'],
      no_hours: ['أن يذكروا أوقات عملهم', 'لا أوقات مذكورة في المصادر'],
      no_shop: ['أن يبيعوا بدون أن يأتي الزبون', 'لا متجر على الإنترنت مذكور في المصادر'],
      many_places: ['أن يجيبوا بالطريقة نفسها في كل مكان', 'المصادر تذكر عدة عناوين'],
      fit: ['ما نبيعه نحن', 'مهنتهم: {trade}'],
    },
    opener: ['مرحبًا، رأينا أن {company} {seen}.', 'نحن في {brand} نقدم: {service}.', 'هل يفيدكم ذلك؟'],
    questions: ['من يقرر ذلك عندهم؟', 'كيف يفعلون ذلك اليوم؟', 'متى يحتاجون إليه؟'],
    unknown: {
      size: 'حجمهم',
      trade: 'مهنتهم',
      place: 'عنوانهم',
      services: 'ما يبيعونه',
      opening_hours: 'أوقاتهم',
      languages: 'لغاتهم',
      phone: 'رقمهم',
      email: 'بريدهم',
      website: 'موقعهم',
    },
    say: { yes: 'تستحق اتصالًا: {because}.', no: 'لا اتصال بعد: لا أرى ما يمكن أن نقدمه لهم.' },
  },
};

/** What an opener says it has seen, as the end of a sentence. */
export const seen: Record<Language, Record<'place' | 'trade' | 'services', string>> = {
  fr: { place: 'se trouve ici : {value}', trade: 'travaille dans ce métier : {value}', services: 'propose : {value}' },
  mg: { place: 'dia ao amin’ity toerana ity: {value}', trade: 'dia manao izao asa izao: {value}', services: 'dia manolotra: {value}' },
  en: { place: 'is here: {value}', trade: 'works in this trade: {value}', services: 'offers: {value}' },
  ar: { place: 'تقع هنا: {value}', trade: 'تعمل في هذه المهنة: {value}', services: 'تقدم: {value}' },
};

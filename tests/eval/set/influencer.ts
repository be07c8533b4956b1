// Evaluation set of the category influencer: presenters with cards, a piece for every network, a draft that goes astray, a week; in the four languages.
import { languages, type Language } from '../../../supabase/payloads.ts';
import type { SkillCase } from '../scorer/judge-answer.ts';
import { brands, type BrandKey } from './brands.ts';
import { orders } from './content-writing.ts';

type Person = { id: string; name: string; pillars: string[]; disclosure: string; boundaries: string[]; facts: { fact: string }[] };
type Cast = { shop: BrandKey; people: [Person, Person]; sentences: { fair: string; boundary: string; fact: string; company: string } };

const person = (id: string, name: string, pillars: string[], disclosure: string, boundary: string, fact: string): Person => ({
  id,
  name,
  pillars,
  disclosure,
  boundaries: [boundary],
  facts: [{ fact }],
});

const casts: Record<Language, Cast> = {
  fr: {
    shop: 'lala',
    people: [
      person(
        'p-aina',
        'Aina',
        ['la cuisine du quartier', 'la pause de midi'],
        'Aina est une présentatrice créée avec une IA.',
        'Pas de politique',
        'Elle a 2 chats.',
      ),
      person('p-tojo', 'Tojo', ['les bons comptes'], 'Tojo est un présentateur créé avec une IA.', 'Pas de religion', 'Il a 3 vélos.'),
    ],
    sentences: {
      fair: 'Je goûte tout avant midi.',
      boundary: 'Parlons un peu de politiques locales.',
      fact: 'Mes 5 chats attendent.',
      company: 'Nous vous proposons nos services.',
    },
  },
  mg: {
    shop: 'lala',
    people: [
      person(
        'p-aina',
        'Aina',
        ['ny sakafo eto an-tanàna', "ny fiatoana amin'ny atoandro"],
        "Aina dia mpanolotra noforonina tamin'ny IA.",
        'Tsy miresaka politika',
        'Manana saka 2 izy.',
      ),
      person(
        'p-tojo',
        'Tojo',
        ['ny kajy tsara'],
        "Tojo dia mpanolotra noforonina tamin'ny IA.",
        'Tsy miresaka fivavahana',
        'Manana bisikileta 3 izy.',
      ),
    ],
    sentences: {
      fair: 'Andramako daholo izany alohan’ny atoandro.',
      boundary: 'Andao hiresaka politika kely.',
      fact: 'Saka 5 no miandry ahy.',
      company: 'Izahay no manolotra izany ho anareo.',
    },
  },
  en: {
    shop: 'rose',
    people: [
      person(
        'p-amy',
        'Amy',
        ['food from the street', 'the lunch break'],
        'Amy is a presenter made with AI.',
        'No politics',
        'She has 2 cats.',
      ),
      person('p-tom', 'Tom', ['counting pennies'], 'Tom is a presenter made with AI.', 'No religion', 'He has 3 bikes.'),
    ],
    sentences: {
      fair: 'I taste it all before noon.',
      boundary: 'Let us talk politics for a moment.',
      fact: 'My 5 cats are waiting for me.',
      company: 'We offer you our services with pleasure.',
    },
  },
  ar: {
    shop: 'noor',
    people: [
      person('p-amal', 'أمل', ['طعام الحي', 'استراحة الغداء'], 'أمل مقدمة صُنعت بالذكاء الاصطناعي.', 'لا حديث في السياسة', 'لديها 2 قطط.'),
      person('p-sami', 'سامي', ['الحساب الدقيق'], 'سامي مقدم صُنع بالذكاء الاصطناعي.', 'لا حديث في الدين', 'لديه 3 دراجات.'),
    ],
    sentences: {
      fair: 'أتذوق كل شيء قبل الظهر.',
      boundary: 'تعالوا نتكلم في السياسة قليلًا.',
      fact: 'تنتظرني 5 قطط.',
      company: 'نحن نقدم لكم كل خدماتنا.',
    },
  },
};

type Voices = { pieces: { persona_id: string; body: string; hands_over_to: string }[]; shared_facts: string[] };
type Versions = { versions: { platform: string; body: string; hashtags: string[] }[] };
type Check = { consistent: boolean; likeness: number; deviations: { kind: string; quote: string }[] };
type Calendar = { pieces: { day: string; pillar: string; format: string; request: string }[] };

/** One of the orders told as a piece, the way the text step leaves it. */
const pieces: Record<Language, { headline: string; body: string; call_to_action: string }> = {
  fr: {
    headline: 'Samosas du vendredi',
    body: 'Une petite attention, ça fait toujours plaisir ! Vendredi, −20 % sur les samosas à Analakely. Toute l’équipe est déjà en cuisine depuis ce matin, et ça sent bon dans toute la rue.',
    call_to_action: 'Appelle-nous au 034 55 010 20.',
  },
  mg: {
    headline: 'Samosa ny zoma',
    body: 'Salama e! Ny zoma dia mihena 20 % ny samosa eny Analakely. Efa miasa hatramin’ny maraina ny ekipa ary manitra ny lalana manontolo.',
    call_to_action: 'Antsoy izahay: 034 55 010 20.',
  },
  en: {
    headline: 'Samosa Friday',
    body: 'Here is a treat for you! On Friday the samosas are 20% off at Market Street. The whole team has been in the kitchen since this morning, and you can smell it down the road.',
    call_to_action: 'Call us on 020 7946 0018.',
  },
  ar: {
    headline: 'كعكة يوم السبت',
    body: 'أهلًا بكم! يوم السبت، كعكة شوكولاتة بسعر 45 دينارًا في باب سويقة. الفريق كله في المطبخ منذ الصباح والرائحة تملأ الشارع.',
    call_to_action: 'زورونا في باب سويقة.',
  },
};
const pieceFacts: Record<Language, string[][]> = {
  fr: [['20'], ['Vendredi'], ['Analakely']],
  mg: [['20'], ['zoma'], ['Analakely']],
  en: [['20'], ['Friday'], ['Market Street']],
  ar: [['45'], ['السبت'], ['باب سويقة']],
};
const allNetworks = ['nexio_page', 'facebook', 'instagram', 'tiktok', 'linkedin', 'x', 'whatsapp', 'youtube'];

const figures = {
  growth: { followers: 420, gained_7_days: 12, gained_30_days: 40, percent_30_days: 10.5 },
  by_format: [
    { format: 'reel', posts: 8, engagement_rate: 0.071, against_mean_percent: 34.2 },
    { format: 'picture', posts: 6, engagement_rate: 0.032, against_mean_percent: -21.6 },
  ],
  best_hours: [{ weekday: 5, hour: 19, lift_percent: 27.5, posts: 4 }],
  enough: true,
};

const weekFigures = {
  kpis: [],
  by_format: [
    { format: 'picture', platform: 'instagram', posts: 9, engagement_rate: 6.4 },
    { format: 'reel', platform: 'instagram', posts: 7, engagement_rate: 2.1 },
  ],
  by_hour: [{ weekday: 2, hour: 18, posts: 5, engagement_rate: 7.2 }],
};

export const cases: SkillCase[] = languages.flatMap((language): SkillCase[] => {
  const { shop, people, sentences } = casts[language];
  const brand = brands[shop];
  const [order] = orders[language];
  const [first] = people;
  const own = [
    ...people.map(({ name }) => name),
    'Facebook',
    'Instagram',
    'TikTok',
    'LinkedIn',
    'WhatsApp',
    'YouTube',
    'Nexio',
    'AI',
    'IA',
    'samosa',
    'Ar',
  ];
  const draft = [sentences.fair, sentences.fair, sentences.fair, sentences.boundary, sentences.fact, sentences.company].join(' ');
  return [
    {
      skill: 'multi-persona',
      language,
      facts: { brand: brands[order.brand], request: order.request, input: { request: order.request, personas: people } },
      carries: [...order.carries, ...people.map(({ disclosure }) => [disclosure]), ...people.map(({ pillars }) => [pillars[0] ?? ''])],
      own: [...own, ...(order.own ?? [])],
      // `say` counts the voices
      free: /^say$/,
      forCustomers: true,
      swaps: [order.swap],
      check: ({ pieces: told }: Voices) => [
        ...(told[0]?.hands_over_to === people[1].id && told[1]?.hands_over_to === '' ? [] : ['nobody hands over']),
        ...(told.every(({ body }, index) => body.includes(people[index]?.disclosure ?? '?')) ? [] : ['a disclosure is missing']),
      ],
    },
    {
      skill: 'platform-optimizer',
      language,
      facts: { brand, input: { piece: { ...pieces[language], hashtags: ['#un', '#deux', '#trois', '#quatre'] }, platforms: allNetworks } },
      carries: pieceFacts[language],
      own,
      forCustomers: true,
      check: ({ versions }: Versions) => {
        const of = (platform: string) => versions.find((one) => one.platform === platform);
        const lost = versions.filter(({ body }) => !pieceFacts[language].every(([fact = '']) => body.includes(fact)));
        return [
          ...(versions.length === allNetworks.length ? [] : ['a network is missing']),
          ...lost.map(({ platform }) => `a fact is lost on ${platform}`),
          ...((of('x')?.body.length ?? 999) <= 240 ? [] : ['too long for x']),
          ...(of('whatsapp')?.hashtags.length === 0 ? [] : ['hashtags on WhatsApp']),
          ...((of('facebook')?.hashtags.length ?? 9) <= 3 ? [] : ['too many hashtags']),
          ...((of('tiktok')?.body.length ?? 0) < (of('facebook')?.body.length ?? 0) ? [] : ['TikTok is not shorter']),
        ];
      },
    },
    {
      skill: 'voice-consistency',
      language,
      facts: { brand, input: { draft: { body: draft }, persona: first } },
      carries: [[sentences.boundary], [sentences.fact], [sentences.company], [first.disclosure]],
      own,
      free: /^likeness$/,
      check: ({ consistent, deviations }: Check) => [
        ...(consistent ? ['lets a crossed boundary pass'] : []),
        ...['boundary', 'fact', 'disclosure', 'brand_voice']
          .filter((kind) => !deviations.some((one) => one.kind === kind))
          .map((kind) => `does not see: ${kind}`),
        ...(deviations.some(({ quote }) => quote === sentences.fair) ? ['blames a fair sentence'] : []),
      ],
    },
    {
      skill: 'voice-consistency',
      language,
      facts: { brand, input: { draft: { body: `${sentences.fair} ${first.disclosure}` }, persona: first } },
      carries: [[first.name]],
      own,
      free: /^likeness$/,
      check: ({ consistent, deviations, likeness }: Check) =>
        consistent && deviations.length === 0 && likeness === 1 ? [] : ['blames a draft without fault'],
    },
    // the chain gives what kpi-calculator works out
    {
      skill: 'content-calendar',
      language,
      facts: {
        brand,
        input: { persona: first, figures: weekFigures, days: [], input: { week_start: '2026-03-23', platforms: ['instagram', 'tiktok'] } },
      },
      carries: [[first.name], ['6,4', '6.4'], [first.disclosure]],
      own: [...own, 'reel', 'reels'],
      free: /^pieces\.\*\.(?:piece|day|time)$/,
      check: ({ pieces: planned }: Calendar) =>
        planned.filter(({ format }) => format === 'picture').length > planned.filter(({ format }) => format === 'reel').length
          ? []
          : ['pictures do not lead'],
    },
    {
      skill: 'content-calendar',
      language,
      facts: {
        brand,
        input: { persona: first, figures, days: [], input: { week_start: '2026-03-23', platforms: ['instagram', 'tiktok'] } },
      },
      carries: [[first.name], ['34,2', '34.2'], [first.disclosure], ...first.pillars.map((pillar) => [pillar])],
      own: [...own, 'reel', 'reels'],
      free: /^pieces\.\*\.(?:piece|day|time)$/,
      check: ({ pieces: planned }: Calendar) => [
        ...(planned.length >= 5 && planned.length <= 14 ? [] : [`${planned.length} pieces`]),
        ...(first.pillars.every((pillar) => planned.some((piece) => piece.pillar === pillar)) ? [] : ['a pillar is left out']),
        ...(planned.filter(({ format }) => format === 'reel').length > planned.filter(({ format }) => format === 'picture').length
          ? []
          : ['reels do not lead']),
        ...(new Set(planned.map(({ request }) => request)).size === planned.length ? [] : ['two orders are the same']),
      ],
      swaps: [['34.2', '41.7']],
    },
  ];
});

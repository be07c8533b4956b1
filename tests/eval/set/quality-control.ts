// Texts with known mistakes, strange voices, and posts that travel or do not: what proofreader, listener and forecaster must find. Judged by evaluate.test.ts.
import type { BrandDna, Language } from '../../../supabase/payloads.ts';
import type { SkillCase } from '../scorer/judge-answer.ts';
import { brands } from './brands.ts';
import { shops } from './community.ts';

type Proof = { corrections: { quote: string; correction: string }[]; corrected: string };
type Heard = {
  address: string;
  fits_brand: boolean;
  passages: { quote: string; brand_way: string }[];
  tones: { tone: string; strength: number }[];
};
type Forecast = { virality: number; parts: Record<string, number>; based_on: string; weakest: string; change: string };

const proof = (language: Language, wrong: string, right: string, count: number, quotes: string[][]): SkillCase => ({
  skill: 'grammar-checker',
  language,
  facts: { brand: shops[language], input: { text: { headline: '', body: wrong } } },
  carries: quotes,
  derived: [count],
  own: count > 0 ? [wrong, right] : [],
  check: ({ corrections, corrected }: Proof) => [
    ...(corrections.length === count ? [] : [`${corrections.length} corrections, not ${count}`]),
    ...(corrected === right ? [] : [`corrected: ${corrected}`]),
    ...corrections.filter(({ quote }) => !wrong.includes(quote)).map(({ quote }) => `quotes what is not there: ${quote}`),
  ],
});

const heard = (
  language: Language,
  brand: BrandDna,
  text: string,
  fits: boolean,
  address: string,
  gone: RegExp,
  carries: string[][],
): SkillCase => ({
  skill: 'tone-analyzer',
  language,
  facts: { brand, input: { text: { headline: '', body: text } } },
  carries,
  derived: [0, 1, 2],
  free: /strength/,
  own: [text],
  check: ({ fits_brand, address: spoken, passages }: Heard) => [
    ...(fits_brand === fits ? [] : [`fits ${fits_brand}`]),
    ...(spoken === address ? [] : [`address ${spoken}`]),
    ...(passages.every(({ quote, brand_way }) => text.includes(quote) && quote !== brand_way && !gone.test(brand_way))
      ? []
      : ['a passage that is no better']),
    ...(fits === (passages.length === 0) ? [] : ['says one thing and shows another']),
  ],
});

const travel = (
  language: Language,
  text: string,
  byFormat: Record<string, unknown>[],
  least: number,
  most: number,
  carries: string[][],
): SkillCase => ({
  skill: 'virality-scorer',
  language,
  facts: {
    brand: shops[language],
    platform: 'facebook',
    input: { text: { headline: '', body: text }, platform: 'facebook', by_format: byFormat },
  },
  carries,
  free: /virality|parts|^say$|weakest/,
  own: [text, 'Samosas de Lala'],
  check: ({ virality, parts, based_on }: Forecast) => [
    ...(Object.values(parts).reduce((sum, one) => sum + one, 0) === virality ? [] : ['the parts do not add up']),
    ...(virality >= least && virality <= most ? [] : [`${virality}, not ${least}-${most}`]),
    ...(based_on === (byFormat.length > 0 ? 'own_figures' : 'judgement_only') ? [] : ['claims figures it has not']),
  ],
});

const figures = [
  { format: 'reel', engagement_rate: 6 },
  { format: 'text', engagement_rate: 3 },
];

export const cases: SkillCase[] = [
  proof(
    'fr',
    'Bonjour à tout les clients ! Vendredi, nos samosa sont à 800 Ar chez Samosas de Lala. A bientot, on vous attends .',
    'Bonjour à tous les clients\u00a0! Vendredi, nos samosas sont à 800 Ar chez Samosas de Lala. À bientôt, on vous attend.',
    6,
    [['tous les'], ['on vous attend'], ['samosas']],
  ),
  proof('fr', 'Vendredi, les samosas sont à 800 Ar.', 'Vendredi, les samosas sont à 800 Ar.', 0, [['800 Ar']]),
  proof(
    'mg',
    "Misy vary vaovao ho an ny mpanjifa ato amin ny Épicerie Rakoto isan andro, amin'ny 2 800 Ar. Tongava ny ny sabotsi.",
    "Misy vary vaovao ho an'ny mpanjifa ato amin'ny Épicerie Rakoto isan'andro, amin'ny 2 800 Ar. Tongava ny sabotsy.",
    5,
    [["ho an'ny"], ["isan'andro"], ['sabotsy']],
  ),
  proof(
    'en',
    'We is open on Friday and and you can recieve a battery for 25 € in a hour . Dont wait untill Monday.',
    'We are open on Friday and you can receive a battery for 25 € in an hour. Don’t wait until Monday.',
    7,
    [['We are'], ['receive'], ['until']],
  ),
  proof(
    'ar',
    'اهلا بكم, يوم الجمعه السمبوسه جديده بسعر 3 دنانير. هل تاتون الى باب البحر?',
    'أهلًا بكم، يوم الجمعة السمبوسة جديدة بسعر 3 دنانير. هل تاتون إلى باب البحر؟',
    7,
    [['الجمعة'], ['إلى'], ['أهلًا']],
  ),
  heard(
    'fr',
    shops.fr,
    'Nous vous informons que vendredi, les samosas sont à 800 Ar. Passez nous voir.',
    false,
    'polite',
    /informons|Passez/,
    [['Passe nous voir']],
  ),
  heard('fr', brands.salon, 'Bienvenue en famille, mardi les tresses sont à 25 000 Ar. Venez nous voir.', true, 'polite', /$^/, [
    ['chaleureux'],
  ]),
  heard('mg', brands.epicerie, 'Ampahafantarina fa tonga ny vary. Miandry anareo tompoko izahay.', false, 'polite', /Ampahafantarina/, [
    ['Tonga ny vary'],
  ]),
  heard('en', brands.fix, 'Please be advised that the cheap screen is ready. Come and see us.', false, 'none', /advised|cheap/, [
    ['screen is ready'],
  ]),
  heard('ar', brands.noor, 'نود إعلامكم بأن الموعد يوم الثلاثاء. زورونا في باب سويقة.', false, 'none', /إعلامكم/, [
    ['الموعد يوم الثلاثاء'],
  ]),
  travel('fr', 'Vendredi, un samosa bœuf à 1 000 Ar, ça te dit ? Viens avec un collègue à Analakely.', [], 45, 90, [['sur 100']]),
  travel(
    'fr',
    'Nous sommes heureux de vous présenter notre entreprise et l’ensemble de ses valeurs dans un monde qui change chaque jour un peu plus vite que la veille.',
    [],
    5,
    40,
    [['Commencer par', 'Ajouter', 'Couper', 'Dire', 'Nommer']],
  ),
  travel('mg', 'Firy ny vary anio? 2 800 Ar ny kilao ato amin’ny Épicerie Rakoto, eny Itaosy.', figures, 40, 90, [['amin’ny 100']]),
  travel('en', 'Broken battery? €25 on Friday at Corner Fix, Market Street. Send it to a friend.', figures, 45, 90, [['out of 100']]),
  travel('ar', 'جائع؟ سمبوسة لحم بسعر 3 دنانير يوم الجمعة في باب البحر، مع الأصدقاء.', [], 40, 90, [['من 100']]),
];

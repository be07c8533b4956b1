// Evaluation set of the category content_writing: two orders a language for every writer, with what each text must say.
import type { Language } from '../../../supabase/payloads.ts';
import type { SkillCase } from '../scorer/judge-answer.ts';
import { brands, type BrandKey } from './brands.ts';

type Order = { brand: BrandKey; request: string; carries: string[][]; own?: string[]; swap: [string, string] };

/** An offer with price and day, and an event with its hour; the facts are listed by hand. */
export const orders: Record<Language, [offer: Order, event: Order]> = {
  fr: [
    { brand: 'lala', request: 'promo -20 % samosas vendredi', carries: [['samosas'], ['20'], ['vendredi']], swap: ['20', '35'] },
    {
      brand: 'villa',
      request: 'soirée barbecue samedi 19h, 45 000 Ar',
      carries: [['barbecue'], ['45 000'], ['samedi'], ['19']],
      swap: ['45 000', '38 000'],
    },
  ],
  mg: [
    {
      brand: 'salon',
      request: 'randrana 25 000 Ar ny talata',
      carries: [['randrana'], ['25 000'], ['talata']],
      own: ['tresses'],
      swap: ['25 000', '30 000'],
    },
    {
      brand: 'lala',
      request: "fanandramana samosa alahady amin'ny 10 ora maraina",
      carries: [['samosa'], ['alahady'], ['10']],
      swap: ['alahady', 'sabotsy'],
    },
  ],
  en: [
    { brand: 'fix', request: 'new battery €25 on Tuesday', carries: [['battery'], ['25'], ['Tuesday']], swap: ['25', '31'] },
    {
      brand: 'rose',
      request: 'samosa tasting Friday 5pm at Market Street',
      carries: [['samosa'], ['Friday'], ['5'], ['market street']],
      swap: ['Friday', 'Saturday'],
    },
  ],
  ar: [
    { brand: 'noor', request: 'كعكة شوكولاتة 45 دينار يوم السبت', carries: [['شوكولاتة'], ['45'], ['السبت']], swap: ['45', '52'] },
    { brand: 'sami', request: 'حفل تذوق سمبوسة يوم الجمعة', carries: [['سمبوسة'], ['الجمعة']], swap: ['الجمعة', 'الخميس'] },
  ],
};

type Checks = { input?: Record<string, unknown>; free?: RegExp; derived?: number[]; check?: SkillCase['check'] };

/** Every variant of an advertisement says the figure, within the network's lengths, and gives a reason of its own. */
const adFaults = ({ variants }: { variants: { angle: string; primary_text: string; headline: string }[] }): string[] => [
  ...(new Set(variants.map(({ angle }) => angle)).size === 3 ? [] : ['two variants have one angle']),
  ...(new Set(variants.map(({ headline }) => headline)).size === 3 ? [] : ['two headlines are the same']),
  ...(new Set(variants.map(({ primary_text }) => primary_text)).size === 3 ? [] : ['two texts are the same']),
];
const actFaults = ({ options }: { options: { act: string; text: string }[] }): string[] =>
  new Set(options.map(({ text }) => text)).size === options.length ? [] : ['two calls are the same'];

const threadFaults = ({ posts, body }: { posts: { text: string; role: string }[]; body: string }): string[] => [
  ...(posts[0]?.role === 'hook' && posts.at(-1)?.role === 'close' ? [] : ['does not run from hook to close']),
  ...(posts.every(({ text }) => body.includes(text)) ? [] : ['the body is not the thread']),
];
type Script = { scenes: { seconds: number; voice_over: string; on_screen: string }[]; duration_seconds: number };
const videoFaults = ({ scenes, duration_seconds }: Script): string[] => [
  ...(duration_seconds === scenes.reduce((sum, { seconds }) => sum + seconds, 0) ? [] : ['the duration is not the sum of the scenes']),
  ...(duration_seconds >= 12 && duration_seconds <= 45 ? [] : [`${duration_seconds} seconds`]),
  ...scenes
    .filter(({ seconds, voice_over }) => voice_over.split(/\s+/).length > seconds * 2.5 + 1)
    .map(({ voice_over }) => `too fast: ${voice_over}`),
];

const skills: Record<string, Checks> = {
  'ad-copy-writer': { check: adFaults as SkillCase['check'] },
  'cta-writer': { input: { platform: 'facebook' }, free: /^best$/, check: actFaults as SkillCase['check'] },
  'email-copy': {},
  'blog-articles': {},
  'landing-page-copy': {},
  // `say` counts the descriptions
  'product-descriptions': { free: /^say$/ },
  'thread-writer': { input: { platform: 'x' }, check: threadFaults as SkillCase['check'] },
  'video-scripts': { input: { platform: 'tiktok' }, free: /seconds$/, check: videoFaults as SkillCase['check'] },
};

/** A call to action carries no offer: it must name how to reach the shop. */
const carriesOf = (skill: string, { carries, brand }: Order): string[][] =>
  skill === 'cta-writer' ? [[brands[brand].phone || brands[brand].place, brands[brand].place]] : carries;

export const casesOf = (checks: Record<string, Checks>): SkillCase[] =>
  Object.entries(checks).flatMap(([skill, { input = {}, ...rest }]) =>
    (Object.keys(orders) as Language[]).flatMap((language) =>
      orders[language].map((order): SkillCase => {
        const carries = carriesOf(skill, order);
        return {
          skill,
          language,
          facts: { brand: brands[order.brand], request: order.request, input: { request: order.request, ...input } },
          carries,
          own: [...(order.own ?? []), 'Ar', 'Facebook', 'samosa', 'samosas'],
          forCustomers: true,
          swaps: carries === order.carries ? [order.swap] : [],
          ...rest,
        };
      }),
    ),
  );

/** A run of the clock has no request but its own title: the advertisement is of what the shop sells. */
const titled: SkillCase[] = (
  [
    ['fr', 'lala'],
    ['mg', 'salon'],
    ['en', 'fix'],
    ['ar', 'noor'],
  ] as [Language, BrandKey][]
).map(([language, shop]) => {
  const { services } = brands[shop];
  const offer = services.find(({ price }) => price) ?? services[0];
  const title = 'Ad optimization';
  return {
    skill: 'ad-copy-writer',
    language,
    facts: { brand: brands[shop], request: title, input: { request: title }, outputs: { input: { campaigns: [] } } },
    carries: [[offer?.name ?? ''], ...(offer?.price ? [[offer.price.replace(/[^\d ]/g, '').trim()]] : [])],
    own: ['Ar', 'samosa'],
    forCustomers: true,
    check: (answer: never) => (/optimi[sz]ation/i.test(JSON.stringify(answer)) ? ['writes the title of the run'] : []),
  };
});

export const cases: SkillCase[] = [...casesOf(skills), ...titled];

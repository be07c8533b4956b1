// Questions to the help, troubles with the state of the system, tickets, and first samples of a new shop. Judged by evaluate.test.ts.
import type { BrandDna, Language } from '../../../supabase/payloads.ts';
import type { SkillCase } from '../scorer/judge-answer.ts';
import { brands } from './brands.ts';
import { shops } from './community.ts';

type Explained = { available: string; confidence: number; sources: string[]; steps: { text: string; route: string }[]; body: string };
type Shot = { cause: string; escalate: boolean; evidence: string[]; steps: { route: string; who: string }[] };
type Ticket = { kind: string; severity: string; references: string[]; title: string; happened: string; wanted: string };
type Samples = { posts: { platform: string; headline: string; body: string; hashtags: string[]; call_to_action: string }[]; ask: string };

const pages: Record<Language, { title: string; text: string; question: string; key: string }> = {
  fr: {
    title: 'Approuver un post',
    text: 'Dans Décider, chaque post prêt attend votre réponse. Approuver le publie, ou le garde pour l’heure choisie. Rejeter demande une raison.',
    question: 'Comment approuver un post ?',
    key: 'Approuver le publie',
  },
  mg: {
    title: 'Mankato lahatsoratra',
    text: 'Ao amin’ny Manapaha hevitra no miandry ny valinteninao ny lahatsoratra vonona. Mamoaka azy ny Ekena, na mitahiry azy ho amin’ny ora nofidina. Mila antony ny Lavina.',
    question: 'Ahoana no hankatoavana lahatsoratra vonona?',
    key: 'lahatsoratra vonona',
  },
  en: {
    title: 'Approve a post',
    text: 'In Decide, each post that is ready waits for your answer. Approve publishes it, or keeps it for the chosen time. Reject asks for a reason.',
    question: 'How do I approve and publish a post?',
    key: 'Approve publishes it',
  },
  ar: {
    title: 'الموافقة على منشور',
    text: 'في صفحة القرار ينتظر كل منشور جاهز جوابك. زر الموافقة ينشره أو يحفظه للساعة المختارة. وزر الرفض يطلب سببًا.',
    question: 'كيف أعطي الموافقة على منشور؟',
    key: 'زر الموافقة',
  },
};

const explain = (language: Language): SkillCase[] => {
  const { title, text, question, key } = pages[language];
  const passages = [
    { id: 'decide', title, text, route: '/decide', language, likeness: 0.7 },
    { id: 'offline', title: 'x', text: 'y', route: '/x', language: language === 'fr' ? 'en' : 'fr', likeness: 0.9 },
  ];
  return [
    {
      skill: 'feature-explainer',
      language,
      facts: { brand: shops[language], input: { input: { question, screen: '/decide' }, passages } },
      carries: [[key], [title]],
      free: /confidence/,
      check: ({ sources, available, confidence, steps }: Explained) => [
        ...(sources.join() === 'decide' ? [] : ['another source']),
        ...(available === 'yes' && confidence >= 0.4 ? [] : ['does not trust the help']),
        ...(steps.every((step) => text.includes(step.text)) && steps[0]?.route === '/decide' ? [] : ['steps that the help does not name']),
      ],
    },
    {
      skill: 'feature-explainer',
      language,
      facts: { brand: shops[language], input: { input: { question: 'Blockchain?' }, passages: [] } },
      carries: [['Nexio', 'نكسيو']],
      free: /confidence/,
      check: ({ sources, available, confidence, steps }: Explained) =>
        sources.length + steps.length === 0 && available === 'unknown' && confidence < 0.4 ? [] : ['pretends to know'],
    },
  ];
};

const troubles: Record<Language, string> = {
  fr: 'Mon post de samedi ne part pas',
  mg: 'Tsy mandeha ny lahatsoratro ny sabotsy',
  en: 'My post of Saturday does not go out',
  ar: 'منشور السبت لا يخرج',
};
const shoot = (
  language: Language,
  state: Record<string, unknown>,
  cause: string,
  carries: string[][],
  escalate: boolean,
  route: string,
): SkillCase => ({
  skill: 'troubleshooter',
  language,
  facts: { brand: shops[language], input: { input: { question: troubles[language], screen: '/runs' }, passages: [], state } },
  carries,
  free: /solved_likely/,
  own: ['token_expired', 'budget_exhausted', 'run_unexpected', 'Facebook', 'Instagram', 'something_else', 'r-17', 'r-18'],
  check: (shot: Shot) => [
    ...(shot.cause === cause ? [] : [`cause ${shot.cause}`]),
    ...(shot.escalate === escalate ? [] : ['escalates wrongly']),
    ...(shot.steps[0]?.route === route ? [] : [`route ${shot.steps[0]?.route}`]),
  ],
});

const ticket = (
  language: Language,
  text: string,
  state: Record<string, unknown>,
  kind: string,
  severity: string,
  carries: string[][],
  never: RegExp,
): SkillCase => ({
  skill: 'ticket-creator',
  language,
  facts: { brand: shops[language], input: { input: { screen: '/runs', question: text }, state } },
  carries,
  own: ['run_unexpected', '/runs', text],
  check: (one: Ticket) => [
    ...(one.kind === kind ? [] : [`kind ${one.kind}`]),
    ...(one.severity === severity ? [] : [`severity ${one.severity}`]),
    ...(one.references.every((reference) => JSON.stringify(state).includes(reference)) ? [] : ['a reference from nowhere']),
    ...(never.test(JSON.stringify(one)) ? ['holds what is private'] : []),
  ],
});

const samples = (language: Language, brand: BrandDna, carries: string[][], swaps: SkillCase['swaps'] = []): SkillCase => ({
  skill: 'sample-content',
  language,
  facts: { brand, input: { platforms: ['facebook', 'instagram'], goals: [] } },
  carries,
  forCustomers: true,
  check: ({ posts }: Samples) => [
    ...(posts.map(({ platform }) => platform).join() === 'facebook,instagram,facebook' ? [] : ['other platforms']),
    ...(posts.every(({ body }) => body.includes(brand.name) || /Ici |This is /.test(body)) ? [] : ['a post without its shop']),
    ...(new Set(posts.map(({ body }) => body)).size === 3 ? [] : ['the same post twice']),
  ],
  swaps,
});

export const cases: SkillCase[] = [
  ...(['mg', 'fr', 'en', 'ar'] as const).flatMap(explain),
  shoot(
    'fr',
    { integrations: [{ account: 'Facebook', status: 'token_expired' }], runs: [{ run_id: 'r-17', status: 'waiting' }] },
    'account_expired',
    [['Facebook'], ['Reconnectez'], ['perdu']],
    false,
    '/settings',
  ),
  shoot('mg', { runs: [{ run_id: 'r-18', error_code: 'budget_exhausted' }] }, 'budget_spent', [['tetibola'], ['r-18']], false, '/settings'),
  shoot('en', { runs: [{ run_id: 'r-17', error_code: 'run_unexpected' }] }, 'our_fault', [['sorry'], ['r-17']], true, ''),
  shoot(
    'ar',
    { integrations: [{ account: 'Instagram', status: 'token_expired' }] },
    'account_expired',
    [['Instagram'], ['الإعدادات']],
    false,
    '/settings',
  ),
  shoot('en', { runs: [{ run_id: 'r-18', status: 'done' }] }, 'unknown', [['a person']], true, ''),
  ticket(
    'fr',
    'Le post de samedi reste bloqué, erreur depuis hier. Mon numéro : 034 55 010 20',
    { runs: [{ run_id: 'r-17', error_code: 'run_unexpected' }] },
    'fault',
    'hinders',
    [['samedi'], ['r-17'], ['run_unexpected']],
    /034 55/,
  ),
  ticket(
    'mg',
    'Tsy mandeha ny lahatsoratra omaly',
    { runs: [{ run_id: 'r-18', error_code: 'run_unexpected' }] },
    'fault',
    'hinders',
    [['lahatsoratra'], ['r-18']],
    /@/,
  ),
  ticket(
    'en',
    'My account was hacked yesterday, write to me at tom@mail.example',
    {},
    'security',
    'blocks_work',
    [['hacked'], ['a person at Nexio']],
    /tom@mail/,
  ),
  ticket('ar', 'خصمتم الدفع مرتين اليوم', {}, 'billing', 'blocks_work', [['الدفع'], ['شخص من نكسيو']], /@/),
  samples('fr', shops.fr, [['samosa bœuf'], ['1 000 Ar'], ['Analakely'], ['034 55 010 20'], ['18 h']], [['1 000 Ar', '1 250 Ar']]),
  samples('mg', shops.mg, [['vary'], ['2 800 Ar'], ['Itaosy'], ['034 90 100 45'], ['7 ora']], [['Itaosy', 'Ambohibao']]),
  samples('en', shops.en, [['battery'], ['25'], ['Market Street'], ['6 pm']]),
  samples('ar', shops.ar, [['سمبوسة لحم'], ['3 دنانير'], ['باب البحر'], ['22 123 456']]),
  samples('fr', { ...brands.garage, services: [], phone: '' }, [['Garage Tsara'], ['Que vendez-vous']]),
];

// Comments, private messages, reviews and texts to be reworded: what strangers write and what an answer must hold. Judged by evaluate.test.ts.
import type { BrandDna, Language } from '../../../supabase/payloads.ts';
import type { SkillCase } from '../scorer/judge-answer.ts';
import { brands } from './brands.ts';

/** One shop a language that knows prices, hours, place and telephone. */
export const shops: Record<Language, BrandDna> = {
  fr: { ...brands.lala, opening_hours: 'Mo-Sa 08:00-18:00' },
  mg: {
    ...brands.epicerie,
    services: [
      { name: 'vary', price: '2 800 Ar' },
      { name: 'menaka', price: '9 500 Ar' },
    ],
    opening_hours: 'Mo-Sa 07:00-19:00',
  },
  en: { ...brands.fix, phone: '020 7946 0000', opening_hours: 'Mo-Fr 09:00-18:00' },
  ar: {
    ...brands.sami,
    services: [
      { name: 'سمبوسة لحم', price: '3 دينار' },
      { name: 'سمبوسة خضار', price: '2 دينار' },
    ],
    opening_hours: 'Mo-Sa 08:00-18:00',
  },
};

type Drafted = { act: string; body: string; needs_person: string; confidence: number; kind: string; point: string };

const comment = (
  language: Language,
  author: string,
  text: string,
  carries: string[][],
  act: string,
  swaps: SkillCase['swaps'] = [],
  sentiment: number | null = null,
): SkillCase => ({
  skill: 'reply-drafter',
  language,
  facts: {
    brand: shops[language],
    input: {
      input: { comment: [{ id: 'c1', platform: 'facebook', author, text, received_at: '2026-11-20T08:00:00Z' }] },
      sentiment: { language, sentiment, intents: [] },
    },
  },
  carries,
  free: /confidence/,
  own: [author],
  forCustomers: true,
  check: (answer: Drafted) => [
    ...(answer.act === act ? [] : [`act ${answer.act}, not ${act}`]),
    ...(answer.body.split(/\s+/).length <= 45 ? [] : ['longer than 45 words']),
    ...(answer.confidence >= 0.6 === (act === 'reply' && answer.needs_person === '') ? [] : ['confidence does not follow what is known']),
  ],
  swaps,
});

const message = (language: Language, texts: string[], carries: string[][], act: string): SkillCase => ({
  skill: 'dm-responder',
  language,
  facts: {
    brand: shops[language],
    input: { input: { messages: texts.map((text) => ({ author: 'client', text })) }, sentiment: { intents: [] } },
  },
  carries,
  free: /confidence/,
  forCustomers: true,
  check: (answer: Drafted) => (answer.act === act ? [] : [`act ${answer.act}, not ${act}`]),
});

const review = (language: Language, author: string, stars: number, text: string, carries: string[][], kind: string): SkillCase => ({
  skill: 'review-responder',
  language,
  facts: { brand: shops[language], input: { input: { review: { source: 'google', author, stars, text } } } },
  carries,
  own: [author, text],
  forCustomers: true,
  check: (answer: Drafted) => [
    ...(answer.kind === kind ? [] : [`kind ${answer.kind}, not ${kind}`]),
    ...(text.includes(answer.point) ? [] : ['the point is not of the review']),
    ...(answer.body.split(/\s+/).length >= 18 && answer.body.split(/\s+/).length <= 80 ? [] : [`${answer.body.split(/\s+/).length} words`]),
  ],
});

type Reworded = { body: string; changed: { before: string; after: string }[]; facts_kept: boolean };
const reword = (language: Language, brand: BrandDna, text: string, carries: string[][], gone: RegExp): SkillCase => ({
  skill: 'tone-matcher',
  language,
  facts: { brand, input: { text: { headline: '', body: text } } },
  carries,
  derived: [1, 2],
  check: (answer: Reworded) => [
    ...(gone.test(answer.body) ? [`still says ${gone}`] : []),
    ...(answer.facts_kept ? [] : ['facts lost']),
    ...(answer.changed.every(({ before, after }) => text.includes(before) && answer.body.includes(after)) ? [] : ['a change that is none']),
  ],
});

export const cases: SkillCase[] = [
  comment('fr', 'Hanta', 'Bonjour, combien le samosa au bœuf ?', [['Hanta'], ['samosa bœuf'], ['1 000 Ar']], 'reply', [
    ['1 000 Ar', '1 300 Ar'],
  ]),
  comment('fr', 'Rija', 'C’est où et vous êtes ouverts samedi ?', [['Analakely'], ['samedi'], ['18 h']], 'reply', [
    ['Analakely', 'Ivandry'],
  ]),
  comment('fr', 'Lova', 'Vous livrez à domicile ?', [['livraison'], ['vérifions']], 'reply'),
  comment(
    'fr',
    'Voahangy',
    'Déçue, j’ai attendu une heure.',
    [['désolés'], ['attente'], ['034 55 010 20']],
    'reply_and_take_to_private',
    [],
    -0.6,
  ),
  comment('fr', 'Soa', 'Mon fils a été malade après vos samosas', [['personne de l’équipe']], 'ask_a_person', [], -0.8),
  comment('mg', 'Rakoto', 'Ohatrinona ny vary?', [['Rakoto'], ['vary'], ['2 800 Ar']], 'reply', [['2 800 Ar', '3 100 Ar']]),
  comment('mg', 'Bema', 'Aiza ianareo ary amin’ny firy no misokatra?', [['Itaosy'], ['sabotsy'], ['7 ora']], 'reply'),
  comment('mg', 'Soa', 'Misaotra fa tena tsara ny fandraisana', [['Misaotra'], ['fandraisana']], 'reply', [], 0.7),
  comment('mg', 'Vola', 'Niandry ela be aho, tena sosotra', [['miala tsiny'], ['034 90 100 45']], 'reply_and_take_to_private', [], -0.7),
  comment('en', 'Tom', 'How much is a battery?', [['Tom'], ['battery'], ['€25', '25 €']], 'reply'),
  comment('en', 'Amy', 'Where are you and what time do you close?', [['Market Street'], ['6 pm'], ['Friday']], 'reply', [
    ['Market Street', 'Mill Lane'],
  ]),
  comment('en', 'Joe', 'Do you deliver?', [['delivery'], ['checking']], 'reply'),
  comment(
    'en',
    'Ann',
    'My phone came back broken, never again',
    [['sorry'], ['damaged'], ['020 7946 0000']],
    'reply_and_take_to_private',
    [],
    -0.7,
  ),
  comment('ar', 'أمل', 'بكم سمبوسة لحم؟', [['أمل'], ['سمبوسة لحم'], ['3 دنانير']], 'reply'),
  comment('ar', 'سامي', 'متى تفتحون وأين مكانكم؟', [['باب البحر'], ['السبت'], ['8']], 'reply'),
  comment('ar', 'ليلى', 'انتظرت ساعة والسمبوسة باردة', [['نعتذر'], ['الانتظار'], ['22 123 456']], 'reply_and_take_to_private', [], -0.6),
  message(
    'fr',
    ['Bonjour, je voudrais commander des samosas bœuf', '12 pour samedi'],
    [['samosa bœuf'], ['1 000 Ar'], ['12'], ['samedi']],
    'reply',
  ),
  message('fr', ['Je veux commander des samosas légumes'], [['800 Ar'], ['Combien']], 'ask_back'),
  message('fr', ['Je veux un remboursement tout de suite'], [['personne de l’équipe']], 'hand_to_person'),
  message('mg', ['Salama, hividy vary aho, 5 no ilaina rahampitso'], [['vary'], ['2 800 Ar'], ['5'], ['rahampitso']], 'reply'),
  message('mg', ['Te hividy menaka aho'], [['9 500 Ar'], ['Firy']], 'ask_back'),
  message('en', ['Hi, I would like to order a battery'], [['battery'], ['25'], ['How many']], 'ask_back'),
  message('en', ['Are you a bot?'], [['assistant'], ['Corner Fix']], 'reply'),
  message('ar', ['مرحبا اريد سمبوسة لحم', '20 قطعة يوم الجمعة'], [['سمبوسة لحم'], ['3 دنانير'], ['20'], ['الجمعة']], 'reply'),
  message('ar', ['اريد استرداد فلوسي'], [['شخص من الفريق']], 'hand_to_person'),
  review('fr', 'Lova', 5, 'Très bon accueil et samosas délicieux.', [['Lova'], ['Samosas de Lala'], ['1 000 Ar', 'Analakely']], 'thanks'),
  review('fr', 'Hery', 1, 'Attente de 40 minutes, personne ne s’excuse.', [['désolés'], ['attente'], ['034 55 010 20']], 'regret'),
  review('mg', 'Soa', 2, 'Maloto ny toerana.', [['tsy fahadiovana'], ['034 90 100 45']], 'regret'),
  review('mg', 'Rado', 5, 'Tsara be ny fandraisana ato.', [['Misaotra'], ['fandraisana'], ['Itaosy']], 'thanks'),
  review('en', 'Kate', 5, 'They fixed it fast, great service.', [['Kate'], ['speed'], ['Market Street']], 'thanks'),
  review('en', 'Max', 1, 'I got food poisoning and I am talking to my lawyer.', [['a person of the team']], 'hold'),
  review('ar', 'منى', 5, 'طعم رائع واستقبال لطيف.', [['منى'], ['الطعم'], ['باب البحر']], 'thanks'),
  review('ar', 'علي', 2, 'انتظرت طويلا والمكان وسخ.', [['نعتذر'], ['22 123 456']], 'regret'),
  reword(
    'fr',
    shops.fr,
    'Nous vous informons que vendredi les samosas sont à 800 Ar. Passez nous voir à Analakely.',
    [['vendredi'], ['800 Ar'], ['Passe nous voir']],
    /informons|Passez/,
  ),
  reword(
    'mg',
    shops.mg,
    "Ampahafantarina fa 2 800 Ar ny vary ny zoma, ato amin'ny Épicerie Rakoto. Tongava fa miandry anao izahay!!",
    [['2 800 Ar'], ['zoma'], ['miandry anareo']],
    /Ampahafantarina|!!/,
  ),
  reword(
    'en',
    shops.en,
    'Please be advised that a cheap battery costs 25 € prior to Friday. You can purchase it on Market Street.',
    [['25 €'], ['Friday'], ['before']],
    /advised|cheap|prior/,
  ),
  reword(
    'ar',
    shops.ar,
    'نود إعلامكم بأن سمبوسة لحم بسعر 3 دنانير يوم الجمعة في باب البحر. اتصلوا بنا على الرقم نفسه.',
    [['3 دنانير'], ['الجمعة'], ['اتصل بنا']],
    /إعلامكم|اتصلوا/,
  ),
];

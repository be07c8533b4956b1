// Evaluation set of the category email: a week of published pieces, one of them over, and the letters to a new subscriber, in the four languages.
import { languages, type Language } from '../../../supabase/payloads.ts';
import type { SkillCase } from '../scorer/judge-answer.ts';
import { brands, type BrandKey } from './brands.ts';

type Week = {
  brand: BrandKey;
  liked: [title: string, text: string];
  quiet: [title: string, text: string];
  over: [title: string, text: string];
  welcome: string;
};

const weeks: Record<Language, Week> = {
  fr: {
    brand: 'fournil',
    liked: ['Pain au chocolat du samedi', 'Samedi, le pain au chocolat est à 2 500 Ar chez Le Fournil d’Ivato.'],
    quiet: ['La pâte du matin', 'En coulisses, la pâte repose avant d’aller au four.'],
    over: ['Baguettes du mardi', 'Mardi, les baguettes sortent du four à 6 h.'],
    welcome: "Une lettre de bienvenue pour qui vient de demander des nouvelles de Le Fournil d'Ivato.",
  },
  mg: {
    brand: 'lala',
    liked: ['Samosa bœuf ny sabotsy', "Ny sabotsy dia 1 000 Ar ny samosa bœuf ato amin'ny Samosas de Lala."],
    quiet: ['Ao ambadiky ny asa', 'Izao no ao ambadiky ny asa: mamolavola ny koba ny ekipa.'],
    over: ['Samosa légumes ny talata', "Ny talata dia 800 Ar ny samosa légumes ato amin'ny Samosas de Lala."],
    welcome: 'Taratasy fandraisana ho an’izay vao nisoratra anarana hahazo vaovao avy amin’i Samosas de Lala.',
  },
  en: {
    brand: 'rose',
    liked: ['Samosas from 5 pm on Saturday', 'On Saturday the samosas are ready from 5 pm at Market Street.'],
    quiet: ['Behind the counter', 'This is how we fold the samosas before they go into the pan.'],
    over: ['Tuesday soup', 'On Tuesday we have soup for lunch.'],
    welcome: "A welcome letter for people who have just asked for news from Mama Rose's Kitchen.",
  },
  ar: {
    brand: 'noor',
    liked: ['كعكة يوم السبت', 'يوم السبت، كعكة شوكولاتة بسعر 45 دينارًا في مخبز النور.'],
    quiet: ['من كواليس المخبز', 'هكذا نحضر العجين قبل أن يدخل الفرن.'],
    over: ['خبز يوم الثلاثاء', 'يوم الثلاثاء، خبز ساخن في مخبز النور.'],
    welcome: 'رسالة ترحيب لمن طلب للتو أخبار مخبز النور.',
  },
};

const post = (id: string, [title, text]: [string, string], engagements: number) => ({
  id,
  title,
  text,
  url: `https://example.test/${id}`,
  published_at: '2026-03-16T08:00:00+03:00',
  engagements,
  reach: 820,
});

/** What the best piece that is not over says, and the question of somebody who wrote. */
const leads: Record<Language, string[][]> = {
  fr: [['pain au chocolat'], ['2 500'], ['Samedi', 'samedi']],
  mg: [['samosa bœuf'], ['1 000'], ['sabotsy']],
  en: [['Samosas', 'samosas'], ['Saturday'], ['5']],
  ar: [['كعكة'], ['45'], ['السبت']],
};
const asks: Record<Language, string> = {
  fr: 'Je voudrais en savoir plus sur vos gâteaux.',
  mg: 'Te hahafantatra bebe kokoa momba ny samosa aho.',
  en: 'I would like to know more about your menu.',
  ar: 'أود معرفة المزيد عن الكعك.',
};
const brandWords = ['pain au chocolat', 'samosa'];

type Letter = { items: { title: string; reference: string }[]; body: string };
type Drip = { mails: { after_hours: number; send_if: string }[]; ends_when: string[] };

const dripFaults = ({ mails, ends_when }: Drip): string[] => [
  ...(mails.every(({ after_hours }, index) => index === 0 || after_hours - (mails[index - 1]?.after_hours ?? 0) >= 48)
    ? []
    : ['two letters within two days']),
  ...(mails[0]?.after_hours === 0 ? [] : ['the first letter waits']),
  ...(ends_when.includes('ordered') && ends_when.includes('unsubscribed') ? [] : ['does not end when it should']),
];

export const cases: SkillCase[] = languages.flatMap((language): SkillCase[] => {
  const { brand: key, liked, quiet, over, welcome } = weeks[language];
  const brand = brands[key];
  const contact = brand.phone || brand.place;
  return [
    {
      skill: 'newsletter-compiler',
      language,
      facts: {
        brand,
        input: { pieces: [post('p-over', over, 300), post('p-quiet', quiet, 12), post('p-liked', liked, 97)], today: '2026-03-19' },
      },
      carries: [liked, quiet].map(([title]) => [title]).concat([[liked[1]], ['97'], ['820'], [contact]]),
      forCustomers: true,
      own: [],
      check: ({ items, body }: Letter) => [
        ...(items[0]?.reference === 'p-liked' ? [] : ['what readers liked does not lead']),
        ...(items.some(({ reference }) => reference === 'p-over') || body.includes(over[1]) ? ['tells what is over'] : []),
      ],
      swaps: [['820', '790']],
    },
    {
      skill: 'drip-builder',
      language,
      facts: { brand, request: welcome, input: { request: welcome } },
      carries: [
        [brand.name],
        [brand.place],
        ...(brand.phone ? [[brand.phone]] : []),
        ...(brand.services.length > 1 ? brand.services.map(({ name }) => [name]) : []),
      ],
      // hours of the sequence, and how many letters `say` counts
      free: /^(?:mails\.\*\.(?:step|after_hours)|say)$/,
      forCustomers: true,
      check: dripFaults,
    },
    // the lead text of a newsletter: the run has a title and its posts, no request
    {
      skill: 'email-copy',
      language,
      facts: {
        brand,
        request: 'Weekly newsletter',
        input: { request: 'Weekly newsletter', today: '2026-03-19' },
        outputs: { input: { posts: [post('p-over', over, 300), post('p-quiet', quiet, 12), post('p-liked', liked, 97)] } },
      },
      carries: leads[language],
      own: brandWords,
      forCustomers: true,
      check: ({ body }: Letter) => (/newsletter/i.test(body) ? ['writes the title of the run'] : []),
    },
    {
      skill: 'email-copy',
      language,
      facts: {
        brand,
        request: 'Follow up',
        input: { request: 'Follow up' },
        outputs: { input: { request: 'Follow up', lead: { id: 'lead-1', name: 'Rado', message: asks[language], status: 'new' } } },
      },
      carries: [['Rado'], [asks[language]], [contact]],
      own: ['Rado'],
      forCustomers: true,
      swaps: [['Rado', 'Hanta']],
    },
    {
      skill: 'email-copy',
      language,
      facts: { brand, request: welcome, input: { request: welcome } },
      carries: [[brand.name]],
      forCustomers: true,
      check: ({ body }: Letter) => (body.includes(welcome) ? ['repeats the order'] : []),
    },
  ];
});

// Evaluation set of the category analytics: a week of figures, a week of lessons and a scan of anomalies, in the four languages.
import { languages, type Language } from '../../../supabase/payloads.ts';
import type { SkillCase } from '../scorer/judge-answer.ts';
import { brands } from './brands.ts';

const week = {
  from: '2026-03-16',
  to: '2026-03-22',
  kpis: [
    { key: 'reach', platform: 'all', value: 4213, previous: 5017, change_percent: -16.03, unit: 'count' },
    { key: 'engagement_rate', platform: 'instagram', value: 4.7, previous: 3.9, change_percent: 20.51, unit: 'percent' },
    { key: 'leads', platform: 'all', value: null, previous: null, change_percent: null, unit: 'count' },
  ],
  by_format: [
    { format: 'picture', platform: 'instagram', posts: 9, engagement_rate: 6.4 },
    { format: 'reel', platform: 'instagram', posts: 7, engagement_rate: 2.1 },
    { format: 'story', platform: 'instagram', posts: 1, engagement_rate: null },
  ],
  by_hour: [{ weekday: 2, hour: 18, posts: 5, engagement_rate: 7.2 }],
};
const scan = {
  anomalies: [
    {
      key: 'engagements',
      platform: 'facebook',
      day: '2026-03-21',
      value: 31,
      expected: 74,
      percent: -58.1,
      direction: 'below',
      severity: 'act',
      days_in_a_row: 2,
      because: '',
    },
  ],
  checked: 12,
  too_short: ['clicks'],
};
const instruction: Record<Language, string> = {
  fr: 'Faire passer les images avant les reels.',
  mg: 'Ataovy mialoha ny sary noho ny reel.',
  en: 'Put pictures before reels.',
  ar: 'تقديم الصور على الريلز.',
};
const learned = (language: Language) => ({
  week: '2026-03-16',
  lessons: [
    {
      lesson: instruction[language],
      context: instruction[language],
      evidence: [{ metric: 'engagement_rate', value: 6.4, compared_with: 2.1, pieces: 16, source: 'by_format' }],
      confidence: 0.7,
      effect: 'new',
      lesson_id: '',
      shareable: true,
    },
  ],
  next_week: [instruction[language]],
  not_enough: [],
});

type Report = { acts: { act: string }[]; sections: { figures: { value: string }[] }[]; gaps: string[] };
const own = ['Facebook', 'Instagram', 'reel', 'reels', 'by_format'];

export const cases: SkillCase[] = languages.flatMap((language): SkillCase[] => {
  const base = { skill: 'report-generator', language, own, derived: [70] };
  return [
    {
      ...base,
      facts: { brand: brands.lala, input: { figures: week } },
      carries: [['4213'], ['5017'], ['6,4', '6.4'], ['2,1', '2.1'], ['4,7', '4.7'], ['7,2', '7.2']],
      swaps: [],
      check: ({ gaps, acts }: Report) => [
        ...(gaps.length >= 2 ? [] : ['a missing figure is not named']),
        ...(acts.length >= 2 ? [] : ['too few acts']),
      ],
    },
    {
      ...base,
      facts: { brand: brands.lala, input: { figures: learned(language) } },
      carries: [[instruction[language]], ['6,4', '6.4'], ['16'], ['70']],
      check: ({ acts }: Report) => (acts[0]?.act === instruction[language] ? [] : ['the lesson is not the first act']),
    },
    // Advisor reads counts of the platform: there is no brand
    {
      ...base,
      facts: { brand: null, input: { figures: scan } },
      carries: [['31'], ['74'], ['58,1', '58.1'], ['21']],
      check: ({ gaps }: Report) => (gaps.length === 1 ? [] : ['the short series is not named']),
    },
  ];
});

// Skill lesson-extractor of the house model: what a week's comparison confirms, contradicts or newly shows, as sure as its pieces allow. Called by skills/strategy.ts.
import type { Language } from '../../../payloads.ts';
import type { ModelCall } from '../../../models/types.ts';
import { fill } from '../../grammar/fill.ts';
import { formatNames, formats, networkName, sayNumber, sayRate } from '../names.ts';
import { lessonSides, readFigures, readLessons, type Figures, type Lesson, type Rated } from '../read-figures.ts';
import { cut, fieldsOf, numberOf, rowsOf, textOf, type Fields } from '../read-input.ts';
import { lessonWords } from './lesson-words.ts';
import { sayHour } from './set-priorities.ts';

type Evidence = { metric: string; value: number; compared_with: number; pieces: number; source: string };
type Learned = {
  lesson: string;
  context: string;
  evidence: Evidence[];
  confidence: number;
  effect: 'new' | 'confirms' | 'contradicts';
  lesson_id: string;
  shareable: boolean;
};

export function extractLessons({ facts, language }: ModelCall) {
  const comparison = fieldsOf(facts.input.comparison);
  const given = fieldsOf(facts.input.input);
  const figures = readFigures(comparison);
  const words = lessonWords[language];
  const context = contextOf(comparison, language);
  const doubt = hasFeast(given.calendar ?? given.days, comparison) ? 0.2 : 0;
  const known = readLessons(facts.input.lessons)
    .map((lesson) => judge(lesson, figures, doubt))
    .filter((one) => one !== null);
  const fresh = [
    ...decidedTests(comparison, language),
    ...compare(figures.formats, 'by_format', (key) => formatNames[language][key], words.formats, context, doubt),
    ...compare(figures.hours, 'by_hour', (key) => sayHour(key, language), words.hours, context, doubt),
    ...edits(comparison, context),
  ].filter((one) => !known.some((old) => old.effect === 'confirms' && sameSides(old.lesson, one.lesson)));
  const lessons = [...known, ...fresh].slice(0, 8);
  const turned = lessons.find(({ effect }) => effect === 'contradicts');
  const lead = turned ? (fresh.find(({ evidence }) => evidence[0]?.source === 'by_format') ?? fresh[0]) : (fresh[0] ?? known[0]);
  const proof = lead?.evidence[0];
  return {
    week: textOf(given.week) || textOf(given.week_start) || textOf(comparison.from) || textOf(facts.input.week_start),
    lessons,
    next_week: [
      ...fresh.filter(({ confidence }) => confidence >= 0.5).map(({ lesson }) => lesson),
      ...known.map(({ effect, lesson }) => fill(effect === 'contradicts' ? words.tryAgain : words.keep, { lesson }, false) ?? lesson),
    ]
      .map((line) => cut(line, 200))
      .slice(0, 5),
    not_enough: notEnough(comparison, figures, language),
    say:
      lead && proof
        ? cut(
            fill(
              turned ? words.sayTurned : words.say,
              { lesson: lead.lesson, value: sayRate(proof.value, language), other: sayRate(proof.compared_with, language) },
              false,
            ) ?? '',
            500,
          )
        : words.sayNothing,
  };
}

/** Two sentences that put the same format before the same other one. */
function sameSides(left: string, right: string): boolean {
  const [a, b] = [left, right].map((lesson) => lessonSides({ lesson }));
  return Boolean(a?.better && a.worse) && a?.better === b?.better && a?.worse === b?.worse;
}

/** How sure one week alone makes us, by the pieces on the thinner side and the distance. */
function confidenceOf(better: Rated<unknown>, worse: Rated<unknown>, doubt: number): number {
  const thin = Math.min(better.posts, worse.posts);
  const apart = worse.rate === 0 || (better.rate - worse.rate) / worse.rate > 0.3;
  const sure = thin >= 6 && apart ? 0.7 : thin >= 3 ? 0.5 : 0.2;
  return Number(Math.max(sure - doubt, 0.2).toFixed(1));
}

/** Does the week confirm a known lesson or contradict it? null while it is silent: three pieces a side is the least. */
function judge(lesson: Lesson, { formats: rates }: Figures, doubt: number): Learned | null {
  const { better, worse } = lessonSides(lesson);
  const [up, down] = [better, worse].map((format) => rates.find(({ key, posts }) => key === format && posts >= 3));
  if (!up || !down || up.rate === down.rate) return null;
  return {
    lesson: cut(lesson.lesson, 200),
    context: cut(lesson.context || lesson.lesson, 200),
    evidence: [evidenceOf(up, down, 'by_format')],
    confidence: up.rate > down.rate ? confidenceOf(up, down, doubt) : confidenceOf(down, up, doubt),
    effect: up.rate > down.rate ? 'confirms' : 'contradicts',
    lesson_id: lesson.id.slice(0, 60),
    shareable: false,
  };
}

/** Figures copied, none reckoned. */
const evidenceOf = (value: Rated<unknown>, other: Rated<unknown>, source: string): Evidence => ({
  metric: 'engagement_rate',
  value: value.rate,
  compared_with: other.rate,
  pieces: value.posts + other.posts,
  source,
});

/** The best against the weakest, when each rests on three pieces. */
function compare<Key>(
  rated: Rated<Key>[],
  source: string,
  say: (key: Key) => string,
  phrase: string,
  context: string,
  doubt: number,
): Learned[] {
  const counted = rated.filter(({ posts }) => posts >= 3);
  const [best] = counted;
  const worst = counted.at(-1);
  if (!best || !worst || best === worst || best.rate === worst.rate) return [];
  return [
    {
      lesson: cut(fill(phrase, { better: say(best.key), worse: say(worst.key) }, false) ?? '', 200),
      context,
      evidence: [evidenceOf(best, worst, source)],
      confidence: confidenceOf(best, worst, doubt),
      effect: 'new',
      lesson_id: '',
      shareable: true,
    },
  ];
}

/** A decided test counts most; it names its winner in the words of whoever ran it. */
function decidedTests({ tests }: Fields, language: Language): Learned[] {
  return rowsOf(tests).flatMap((test) => {
    const [question, winner] = [textOf(test.question) || textOf(test.key), textOf(test.winner)];
    const [value, other] = [numberOf(test.value), numberOf(test.compared_with)];
    if (!question || !winner || value === null || other === null) return [];
    const lesson = fill(lessonWords[language].test, { question: question.replace(/[?؟\s]+$/u, ''), winner }, false) ?? winner;
    return [
      {
        lesson: cut(lesson, 200),
        context: cut(question, 200),
        evidence: [
          {
            metric: textOf(test.metric) || 'engagement_rate',
            value,
            compared_with: other,
            pieces: numberOf(test.pieces) ?? 0,
            source: 'tests',
          },
        ],
        confidence: 0.8,
        effect: 'new',
        lesson_id: '',
        shareable: false,
      },
    ];
  });
}

/** What a person changed or refused, in their own words: twice is sure. */
function edits({ edits: made, rejections }: Fields, context: string): Learned[] {
  const counts = new Map<string, number>();
  for (const row of [...rowsOf(made), ...rowsOf(rejections)]) {
    const said = textOf(row.rule) || textOf(row.reason) || textOf(row.text);
    if (said) counts.set(said, (counts.get(said) ?? 0) + (numberOf(row.count) ?? 1));
  }
  return [...counts].map(([said, count]) => ({
    lesson: cut(said, 200),
    context,
    evidence: [{ metric: 'edits', value: count, compared_with: 0, pieces: count, source: 'edits' }],
    confidence: count >= 2 ? 0.8 : 0.5,
    effect: 'new',
    lesson_id: '',
    shareable: false,
  }));
}

function contextOf({ by_format }: Fields, language: Language): string {
  const named = [...new Set(rowsOf(by_format).map(({ platform }) => textOf(platform)))].filter(Boolean);
  const words = lessonWords[language];
  if (named.length === 0 || named.length > 3) return words.everywhere;
  return (
    fill(words.on, { networks: named.map((network) => networkName(network, language)).join(language === 'ar' ? '، ' : ', ') }, false) ??
    words.everywhere
  );
}

/** A feast inside the week may explain what moved. */
function hasFeast(calendar: unknown, { from, to }: Fields): boolean {
  return rowsOf(calendar).some(({ day, kind, advice }) => {
    const inside = textOf(day) >= textOf(from) && textOf(day) <= textOf(to) && textOf(day) !== '';
    return inside && (kind === 'feast' || kind === 'public_holiday' || kind === 'commerce' || (advice !== undefined && advice !== 'post'));
  });
}

function notEnough({ by_format }: Fields, figures: Figures, language: Language): string[] {
  const words = lessonWords[language];
  const thin = rowsOf(by_format).flatMap(({ format, posts, engagement_rate }) => {
    const named = formats.find((one) => one === format);
    const count = numberOf(posts) ?? 0;
    if (!named || (count >= 3 && engagement_rate !== null)) return [];
    return [cut(fill(words.fewPosts, { name: formatNames[language][named], posts: sayNumber(count, language) }, false) ?? '', 160)];
  });
  const isAlone = figures.formats.filter(({ posts }) => posts >= 3).length === 1;
  return [...new Set(isAlone ? [...thin, words.oneSided] : thin)].slice(0, 6);
}

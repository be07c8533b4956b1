// Skill subject-ab-tester: two subject lines to a few, the better one to the rest. Pure; listed in email-skills.ts.
import { seedOf } from '../../../_shared/house/grammar/fill.ts';
import type { Language } from '../../../_shared/payloads.ts';
import { sayFrom } from '../say.ts';
import { sayNumber, sayPercent, sayTime } from '../say-figures.ts';
import { bestOf, rateOf } from '../significance.ts';
import type { SkillFunction } from '../skill.ts';
import { subjectPhrases } from './subject-phrases.ts';

type Result = { subject: number; delivered: number; clicked: number; opened: number };
type Input = { act: 'split' | 'judge'; subjects: string[]; people: string[]; results?: Result[]; hours_since?: number };
type Output = {
  act: Input['act'];
  groups: { subject: number; people: string[] }[];
  rest: number;
  state: 'split' | 'too_small' | 'waiting' | 'winner' | 'no_difference';
  winner: number | null;
  p_value: number | null;
  judged_by: 'clicks' | 'opens' | 'none';
};
type Judgement = Output & { subjects: string[]; rates: number[]; hours: number };

const leastPeople = 400;
const tested = 0.3;
const leastGroup = 100;
const leastHours = 4;
const mostHours = 24;
const leastClicks = 20;
/** an error costs little: a slightly worse subject for one letter */
const alpha = 0.1;

/** The same person and the same subjects always fall into the same group. */
function split({ subjects, people: given }: Input): Output {
  const people = [...new Set(given)];
  const nothing = { act: 'split', winner: null, p_value: null, judged_by: 'none' } as const;
  if (people.length < leastPeople) return { ...nothing, groups: [{ subject: 0, people }], rest: 0, state: 'too_small' };
  const campaign = subjects.join('|');
  const each = Math.max(leastGroup, Math.floor((people.length * tested) / subjects.length));
  const mixed = people.toSorted((a, b) => seedOf(campaign, a) - seedOf(campaign, b) || a.localeCompare(b));
  const groups = subjects.map((_, subject) => ({ subject, people: mixed.slice(subject * each, (subject + 1) * each) }));
  return { ...nothing, groups, rest: people.length - each * subjects.length, state: 'split' };
}

function judge({ subjects, people, results = [], hours_since = 0 }: Input): Judgement {
  const delivered = results.reduce((sum, result) => sum + result.delivered, 0);
  const clicks = results.reduce((sum, { clicked }) => sum + clicked, 0);
  const byClicks = clicks >= leastClicks;
  const counted = results.map((result) => ({
    shown: result.delivered,
    successes: Math.min(result.delivered, byClicks ? result.clicked : result.opened),
  }));
  const rest = Math.max(0, new Set(people).size - delivered);
  const waiting: Judgement = {
    act: 'judge',
    groups: [],
    rest,
    state: 'waiting',
    winner: null,
    p_value: null,
    judged_by: 'none',
    subjects,
    rates: counted.map(rateOf),
    hours: hours_since,
  };
  if (hours_since < leastHours || results.length < 2) return waiting;
  const { best, p } = bestOf(counted);
  const judged = { ...waiting, p_value: Number(p.toPrecision(4)), judged_by: byClicks ? ('clicks' as const) : ('opens' as const) };
  if (p < alpha) return { ...judged, state: 'winner', winner: results[best]?.subject ?? 0 };
  // with few clicks a day's wait may still tell; after a day it is decided in any case
  if (!byClicks && hours_since < mostHours) return waiting;
  return { ...judged, state: 'no_difference' };
}

function say(output: Output | Judgement, subjects: string[], language: Language): string {
  const judged = 'rates' in output ? output : null;
  const best = judged?.rates.length ? Math.max(...judged.rates) : 0;
  const values = {
    subject: (subjects[output.winner ?? 0] ?? '').slice(0, 60),
    rate: sayPercent(best * 100, language),
    rest: sayNumber(output.rest, language),
    groups: sayNumber(output.groups.length, language),
    each: sayNumber(output.groups[0]?.people.length ?? 0, language),
    hours: sayTime(judged?.hours ?? 0, 'hour', language),
  };
  const sentence = sayFrom(subjectPhrases, language, output.state, values);
  return output.judged_by === 'opens' ? `${sentence} ${sayFrom(subjectPhrases, language, 'by_opens')}` : sentence;
}

export const subjectAbTester: SkillFunction = ({ context }) => {
  const input = context.input as Input;
  const result = input.act === 'split' ? split(input) : judge(input);
  const { act, groups, rest, state, winner, p_value, judged_by } = result;
  return { say: say(result, input.subjects, context.run.language), act, groups, rest, state, winner, p_value, judged_by };
};

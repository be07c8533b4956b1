// Skill alert-generator: findings of a scan into short notices, each matter once. In reputation-skills.ts.
import { fold, tidy } from '../../../_shared/house/fold.ts';
import type { Language } from '../../../_shared/payloads.ts';
import { localTime } from '../local-time.ts';
import { sayFrom } from '../say.ts';
import type { SkillFunction } from '../skill.ts';
import { alertBodies, alertTitles, unsafeWords } from './alert-phrases.ts';
import { reputationPhrases } from './reputation-phrases.ts';

type Finding = Record<string, unknown>;
type Input = { findings: Finding[]; already: Finding[]; language: Language; trend?: Finding; now?: string; timezone?: string };
type Code = keyof typeof alertTitles;
type Severity = 'critical' | 'warning' | 'info';
type Matter = { code: Code; values: Record<string, string | number>; reference: string };

const severities: Record<Code, Severity> = {
  crisis: 'critical', unsafe_review: 'critical', sentiment_fall: 'critical', bad_review: 'warning', unanswered_question: 'warning',
  sentiment_worse: 'warning', praise_review: 'info', big_account: 'info',
}; // prettier-ignore
const acts: Record<Code, string> = {
  crisis: 'look', unsafe_review: 'apologise', sentiment_fall: 'look', bad_review: 'answer', unanswered_question: 'answer',
  sentiment_worse: 'look', praise_review: 'none', big_account: 'look',
}; // prettier-ignore
const rank: Severity[] = ['critical', 'warning', 'info'];
const noticesADay = 3;
const hour = 3_600_000;

const text = (value: unknown, length: number): string => (typeof value === 'string' ? value.trim().slice(0, length) : '');
const number = (value: unknown): number | null => (typeof value === 'number' && Number.isFinite(value) ? value : null);
const quote = (finding: Finding) => text(finding.text ?? finding.body, 160);

function matterOfReview(finding: Finding, stars: number): Code | null {
  if (stars === 1 && unsafeWords.test(fold(tidy(quote(finding))).replaceAll('ة', 'ه'))) return 'unsafe_review';
  return stars <= 2 ? 'bad_review' : stars === 5 ? 'praise_review' : null;
}

/** The last two days with mentions: a fall of 0.4 or more, ten mentions at least on the second. */
function fall(points: unknown): Matter['values'] | null {
  const days = (Array.isArray(points) ? (points as Finding[]) : []).filter(({ mean }) => number(mean) !== null);
  const [before, after] = [number(days.at(-2)?.mean), number(days.at(-1)?.mean)];
  const count = number(days.at(-1)?.count) ?? 0;
  return before !== null && after !== null && count >= 10 && before - after >= 0.4 - 1e-9 ? { before, after, count } : null;
}

function matterOf(finding: Finding, now: number | null): Matter | null {
  const reference = text(finding.reference ?? finding.id ?? finding.url, 200);
  const told = {
    quote: quote(finding),
    author: text(finding.author ?? finding.author_name, 60) || '–',
    source: text(finding.source ?? finding.platform, 30) || '–',
  };
  if (finding.level === 'crisis' || finding.kind === 'crisis') {
    const values = { count: number(finding.negative_last_hour ?? finding.count) ?? 5, authors: number(finding.authors) ?? '?' };
    return { code: 'crisis', values, reference: reference || 'crisis' };
  }
  if (Array.isArray(finding.points) || finding.state === 'worse') {
    const fallen = fall(finding.points);
    if (fallen) return { code: 'sentiment_fall', values: fallen, reference: 'sentiment' };
    const topics = (Array.isArray(finding.topics) ? (finding.topics as Finding[]) : []).slice(0, 3).map(({ word }) => text(word, 60));
    const values = { slope: number(finding.slope_per_week) ?? '?', topics: topics.join(', ') || '–' };
    return finding.state === 'worse' ? { code: 'sentiment_worse', values, reference: 'sentiment' } : null;
  }
  if (!reference) return null;
  const stars = number(finding.stars ?? finding.rating);
  if (stars !== null) {
    const code = matterOfReview(finding, stars);
    return code && { code, values: { ...told, stars }, reference };
  }
  const asked = Date.parse(text(finding.received_at ?? finding.seen_at, 40));
  const isQuestion = finding.kind === 'question' || (Array.isArray(finding.intents) && finding.intents.includes('question'));
  if (isQuestion && finding.answered !== true && now !== null && now - asked > 24 * hour)
    return { code: 'unanswered_question', values: { ...told, hours: Math.floor((now - asked) / hour) }, reference };
  const followers = number(finding.followers);
  return followers !== null && followers > 10_000 ? { code: 'big_account', values: { ...told, followers }, reference } : null;
}

const clock = ({ now, timezone }: Input) => (now ? localTime(now, timezone ?? 'UTC') : null);
const isNight = (input: Input): boolean => {
  const at = clock(input)?.hour;
  return at !== undefined && (at >= 21 || at < 7);
};

/** New notices below critical that went out today already. */
function sentToday(input: Input): number {
  const today = clock(input)?.toPlainDate().toString();
  return input.already.filter((alert) => {
    const at = text(alert.raised_at ?? alert.created_at, 40);
    return (
      alert.severity !== 'critical' &&
      today !== undefined &&
      at &&
      localTime(at, input.timezone ?? 'UTC')
        .toPlainDate()
        .toString() === today
    );
  }).length;
}

export const alertGenerator: SkillFunction = ({ context }) => {
  const input = context.input as Input;
  const { findings, already, language, trend, now } = input;
  const all = trend ? [...findings, trend] : findings;
  const matters = all.flatMap((finding) => matterOf(finding, now ? Date.parse(now) : null) ?? []);
  const once = [...new Map(matters.map((matter) => [`${matter.code} ${matter.reference}`, matter])).values()];
  const ordered = once.toSorted((a, b) => rank.indexOf(severities[a.code]) - rank.indexOf(severities[b.code]));
  let left = isNight(input) ? 0 : Math.max(0, noticesADay - sentToday(input));
  const alerts = ordered
    .filter(({ code, reference }) => {
      if (severities[code] === 'critical' || isOpen(already, code, reference)) return true;
      left -= 1;
      return left >= 0;
    })
    .slice(0, 20)
    .map(({ code, values, reference }) => ({
      code,
      severity: severities[code],
      title: sayFrom(alertTitles, language, code, values).slice(0, 120),
      body: sayFrom(alertBodies, language, code, values).slice(0, 400),
      act: acts[code],
      reference,
      merged: isOpen(already, code, reference),
    }));
  const silent = all.length - alerts.length;
  const phrase = alerts.length > 0 ? 'alerted' : 'quiet';
  return { say: sayFrom(reputationPhrases, language, phrase, { count: alerts.length, silent }), alerts, silent };
};

const isOpen = (already: Finding[], code: Code, reference: string) =>
  already.some((alert) => alert.code === code && alert.reference === reference);

// Skill health-scorer: how well things go for a client, from counts alone. Pure; listed in client-success-skills.ts.
import type { Language } from '../../../_shared/payloads.ts';
import { sayFrom } from '../say.ts';
import { sayNumber, sayPercent, sayTime } from '../say-figures.ts';
import type { SkillFunction } from '../skill.ts';
import { healthPhrases } from './health-phrases.ts';

type Facts = {
  days_since_visit: number;
  approvals_asked: number;
  approvals_decided: number;
  approvals_rejected: number;
  median_decision_hours: number | null;
  posts_published_30: number;
  posts_published_before: number;
  engagement_change_percent: number | null;
  accounts_expired: number;
  tickets_old: number;
  budget_blocked_days: number;
  survey: number | null;
  payment_failed: boolean;
};
type Input = { facts: Facts; days_since_signup?: number };
type PartKey = 'presence' | 'decisions' | 'output' | 'results' | 'trust' | 'money';
type Part = { part: PartKey; points: number; of: number; because: string };
type Act = 'none' | 'nudge' | 'call' | 'fix_account' | 'fix_payment' | 'review_work';

const green = 70;
const yellow = 45;
const newcomerDays = 14;

const presence = (days: number) => (days <= 3 ? 20 : days <= 7 ? 12 : days <= 14 ? 5 : 0);

/** Nothing was asked: nothing is missing. */
function decisions({ approvals_asked, approvals_decided, median_decision_hours }: Facts): number {
  if (approvals_asked === 0) return 20;
  const share = Math.min(1, approvals_decided / approvals_asked);
  const speed = median_decision_hours === null ? 0 : median_decision_hours === 0 ? 1 : Math.min(1, 24 / median_decision_hours);
  return Math.round(share * 12 + 8 * speed);
}

/** The first pieces after none count in full. */
function output({ posts_published_30, posts_published_before }: Facts): number {
  if (posts_published_30 === 0) return 0;
  return posts_published_before === 0 ? 15 : Math.round(Math.min(1, posts_published_30 / posts_published_before) * 15);
}

const results = (change: number | null) => (change === null ? 8 : change > 10 ? 15 : change >= -10 ? 10 : 5);
const rejectedShare = ({ approvals_rejected, approvals_decided }: Facts) =>
  approvals_decided === 0 ? 0 : approvals_rejected / approvals_decided;

function trust(facts: Facts): number {
  const unhappy = facts.survey !== null && facts.survey < 7 ? 6 : 0;
  return Math.max(0, Math.round(20 - 20 * rejectedShare(facts) - 4 * facts.tickets_old - 4 * facts.accounts_expired - unhappy));
}

const money = ({ payment_failed, budget_blocked_days }: Facts) => (payment_failed ? 0 : budget_blocked_days > 2 ? 5 : 10);

const byPart: Record<PartKey, Act> = {
  presence: 'call',
  decisions: 'nudge',
  output: 'nudge',
  results: 'review_work',
  trust: 'call',
  money: 'nudge',
};

function actOf(facts: Facts, parts: Part[], health: number): Act {
  if (facts.payment_failed) return 'fix_payment';
  if (facts.accounts_expired > 0) return 'fix_account';
  if (rejectedShare(facts) > 1 / 3) return 'review_work';
  if (health >= green) return 'none';
  const [worst] = parts.toSorted((a, b) => a.points / a.of - b.points / b.of);
  return worst ? byPart[worst.part] : 'none';
}

export const healthScorer: SkillFunction = ({ context }) => {
  const { facts, days_since_signup } = context.input as Input;
  const { language } = context.run;
  const part = (key: PartKey, points: number, of: number): Part => ({ part: key, points, of, because: reason(key, facts, language) });
  const parts = [
    part('presence', presence(facts.days_since_visit), 20),
    part('decisions', decisions(facts), 20),
    part('output', output(facts), 15),
    part('results', results(facts.engagement_change_percent), 15),
    part('trust', trust(facts), 20),
    part('money', money(facts), 10),
  ];
  const health = parts.reduce((sum, { points }) => sum + points, 0);
  const isNew = days_since_signup !== undefined && days_since_signup < newcomerDays;
  const band = health >= green ? 'green' : health >= yellow || isNew ? 'yellow' : 'red';
  const act = actOf(facts, parts, health);
  return { say: sayFrom(healthPhrases, language, `act_${act}`, { health: sayNumber(health, language) }), health, band, parts, act };
};

function reason(key: PartKey, facts: Facts, language: Language): string {
  const hours = facts.median_decision_hours;
  const values = {
    days: sayTime(facts.days_since_visit, 'day', language),
    decided: sayNumber(facts.approvals_decided, language),
    asked: sayNumber(facts.approvals_asked, language),
    hours: hours === null ? '–' : sayTime(Math.round(hours), 'hour', language),
    now: sayNumber(facts.posts_published_30, language),
    before: sayNumber(facts.posts_published_before, language),
    change: facts.engagement_change_percent === null ? '–' : sayPercent(facts.engagement_change_percent, language, true),
    rejected: sayNumber(facts.approvals_rejected, language),
    tickets: sayNumber(facts.tickets_old, language),
    expired: sayNumber(facts.accounts_expired, language),
    survey: facts.survey === null ? '–' : sayNumber(facts.survey, language),
    blocked: sayNumber(facts.budget_blocked_days, language),
  };
  return sayFrom(healthPhrases, language, key === 'money' && facts.payment_failed ? 'money_failed' : key, values).slice(0, 200);
}

// Skill upsell-recommender: which plan fits what is really used, the smaller one too. Pure; listed in client-success-skills.ts.
import type { Language } from '../../../_shared/payloads.ts';
import { sayFrom } from '../say.ts';
import { sayMoney, sayNumber } from '../say-figures.ts';
import { type SkillFunction, SkillError } from '../skill.ts';
import { planNames, planPhrases } from './plan-phrases.ts';

/** null is without limit. */
type Plan = {
  key: string;
  usd_month: number;
  daily_tasks: number | null;
  daily_cost_usd: number | null;
  model_tiers: string[];
  agents: number | null;
  users: number | null;
};
type Use = {
  tasks_p90: number;
  blocked_days_30: number;
  cost_p90_usd: number;
  members: number;
  agents_wanted: string[];
  tiers_wanted: string[];
  /** one entry a day and function: a function wanted on three days stands three times */
  features_refused: string[];
};
type Input = { plan: string; plans: Plan[]; use: Use; health: number; days_on_plan: number };
type Limit = 'daily_tasks' | 'daily_cost_usd' | 'agents' | 'users';

const limits: readonly Limit[] = ['daily_tasks', 'daily_cost_usd', 'agents', 'users'];
const leastDays = 14;
const smallerAfter = 60;
const leastBlockedDays = 3;
const leastRefusedDays = 3;
const leastHealth = 45;

const needOf = (use: Use): Record<Limit, number> => ({
  daily_tasks: use.tasks_p90,
  daily_cost_usd: use.cost_p90_usd,
  agents: new Set(use.agents_wanted).size,
  users: use.members,
});

const covers = (plan: Plan, use: Use): boolean =>
  limits.every((limit) => (plan[limit] ?? Number.POSITIVE_INFINITY) >= needOf(use)[limit]) &&
  use.tiers_wanted.every((tier) => plan.model_tiers.includes(tier));

/** The days on which the most wanted of the refused functions was asked for. */
const refusedDays = (features: string[]): number =>
  Math.max(0, ...[...Map.groupBy(features, (feature) => feature).values()].map(({ length }) => length));

export const upsellRecommender: SkillFunction = ({ context }) => {
  const { plan: key, plans: given, use, health, days_on_plan } = context.input as Input;
  const { language } = context.run;
  const plans = given.toSorted((a, b) => a.usd_month - b.usd_month);
  const present = plans.find((plan) => plan.key === key);
  if (!present) throw new SkillError('input_missing', { field: 'plan', problem: `no plan is called ${key}` }, false);
  // nothing covers everything: the largest comes nearest
  const fitting = plans.find((plan) => covers(plan, use)) ?? plans.at(-1) ?? present;
  const isBlocked = use.blocked_days_30 >= leastBlockedDays;
  const isRefused = refusedDays(use.features_refused) >= leastRefusedDays;
  const larger =
    fitting.usd_month > present.usd_month
      ? fitting
      : isRefused || isBlocked
        ? plans.find(({ usd_month }) => usd_month > present.usd_month)
        : undefined;

  const base = { plan: present.key, because: [] as string[], gains: [] as string[], loses: [] as string[], usd_difference: 0 };
  const confidence = days_on_plan < leastDays ? 0.2 : Number((0.5 + 0.4 * Math.min(1, days_on_plan / smallerAfter)).toFixed(2));
  const answer = (advice: 'stay' | 'larger' | 'smaller' | 'wait', wanted: Plan, because: string[]) => ({
    say: sayAdvice(advice, wanted, present, language),
    ...base,
    advice,
    plan: wanted.key,
    because,
    ...differences(present, wanted, language),
    usd_difference: Number((wanted.usd_month - present.usd_month).toFixed(2)),
    confidence,
  });
  const said = (phrase: keyof typeof planPhrases, values: Record<string, string> = {}) =>
    sayFrom(planPhrases, language, phrase, values).slice(0, 200);

  if (days_on_plan < leastDays) return answer('wait', present, [said('too_new')]);
  if (larger && (isBlocked || isRefused)) {
    const blocked = said('blocked', { days: sayNumber(use.blocked_days_30, language) });
    const because = [...(isBlocked ? [blocked] : []), ...(isRefused ? [said('refused')] : [])];
    return health >= leastHealth ? answer('larger', larger, because) : answer('wait', present, [...because, said('not_well')]);
  }
  if (fitting.usd_month < present.usd_month && days_on_plan >= smallerAfter)
    return answer('smaller', fitting, [said('unused', useValues(use, language))]);
  return answer('stay', present, [said(covers(present, use) ? 'fits' : 'seldom', useValues(use, language))]);
};

const useValues = (use: Use, language: Language) => ({
  tasks: sayNumber(use.tasks_p90, language),
  cost: sayMoney(use.cost_p90_usd, 'USD', language),
  members: sayNumber(use.members, language),
});

const nameOf = ({ key }: Plan) => planNames[key] ?? key;

function sayAdvice(advice: 'stay' | 'larger' | 'smaller' | 'wait', wanted: Plan, present: Plan, language: Language): string {
  const difference = sayMoney(Math.abs(wanted.usd_month - present.usd_month), 'USD', language);
  return sayFrom(planPhrases, language, advice, { plan: nameOf(wanted), present: nameOf(present), difference });
}

/** What goes up and what goes down between two plans, from the plan table; empty for one and the same. */
function differences(from: Plan, to: Plan, language: Language): { gains: string[]; loses: string[] } {
  const gains: string[] = [];
  const loses: string[] = [];
  if (from.key === to.key) return { gains, loses };
  const figure = (limit: Limit, value: number | null) =>
    value === null
      ? sayFrom(planPhrases, language, 'unlimited')
      : limit === 'daily_cost_usd'
        ? sayMoney(value, 'USD', language)
        : sayNumber(value, language);
  const price = { was: sayMoney(from.usd_month, 'USD', language), becomes: sayMoney(to.usd_month, 'USD', language) };
  (to.usd_month < from.usd_month ? gains : loses).push(sayFrom(planPhrases, language, 'price', price).slice(0, 160));
  for (const limit of limits) {
    const [was, becomes] = [from[limit] ?? Number.POSITIVE_INFINITY, to[limit] ?? Number.POSITIVE_INFINITY];
    if (was === becomes) continue;
    const sentence = sayFrom(planPhrases, language, limit, { was: figure(limit, from[limit]), becomes: figure(limit, to[limit]) }).slice(
      0,
      160,
    );
    (becomes > was ? gains : loses).push(sentence);
  }
  return { gains: gains.slice(0, 5), loses: loses.slice(0, 5) };
}

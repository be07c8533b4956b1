// Skill roas-calculator: what each campaign brought in for what it cost, and the rule that follows. Pure; listed in advertising-skills.ts.
import type { Language } from '../../../_shared/payloads.ts';
import houseTable from '../../../_shared/rates.json' with { type: 'json' };
import { daysBetween } from '../local-time.ts';
import { sayFrom } from '../say.ts';
import { roundMoney, sayDay, sayList, sayMoney, sayNumber } from '../say-figures.ts';
import type { SkillFunction } from '../skill.ts';
import { type Campaign, meanOrder, roasOf, total } from './campaign.ts';
import { roasPhrases } from './roas-phrases.ts';

type Rate = { from: string; to: string; rate: number; day: string };
type Input = { campaigns: Campaign[]; rates?: Rate[]; currency: string };
type Rule = 'scale' | 'keep' | 'pause' | 'pause_and_alert' | 'too_early';
type Reason = keyof typeof roasPhrases;

const leastImpressions = 1000;
const leastConversions = 5;
const leastDays = 3;
const scaleBy = 1.2;

const houseRates: Record<string, number> = { [houseTable.base]: 1, ...houseTable.rates };

/** The newest rate of the pair, either way round, else the house's table; null for money that is in neither. */
function rateBetween(from: string, to: string, rates: Rate[]): number | null {
  if (from === to) return 1;
  const [rate] = rates
    .filter((each) => each.rate > 0 && ((each.from === from && each.to === to) || (each.from === to && each.to === from)))
    .toSorted((a, b) => b.day.localeCompare(a.day));
  if (rate) return rate.from === from ? rate.rate : 1 / rate.rate;
  const [one, other] = [houseRates[from], houseRates[to]];
  return one && other ? other / one : null;
}

/** revenue >= times x spend, without the last digit of a division deciding */
const isAtLeast = ({ revenue, spend }: Campaign, times: number) => revenue >= times * spend * (1 - 1e-9);
const isAbove = ({ revenue, spend }: Campaign, times: number) => revenue > times * spend * (1 + 1e-9);

/** @param order mean order value in the campaign's currency, its own or the house's; null when no order had a value */
function ruleOf(campaign: Campaign, order: number | null): [Rule, Reason] {
  const { spend, revenue, conversions, impressions, from, to, status } = campaign;
  if (status !== 'active') return ['keep', 'not_running'];
  if (spend === 0) return ['too_early', 'nothing_spent'];
  if (conversions === 0 && order !== null && spend > 5 * order) return ['pause_and_alert', 'spent_for_nothing'];
  if (revenue === 0 && (conversions > 0 || order === null)) return ['too_early', 'no_values'];
  if (daysBetween(from, to) + 1 < leastDays) return ['too_early', 'too_young'];
  if (impressions < leastImpressions || (conversions < leastConversions && (order === null || spend < 3 * order)))
    return ['too_early', 'too_few'];
  if (isAbove(campaign, 3)) return ['scale', 'scale'];
  if (isAtLeast(campaign, 2)) return ['keep', 'keep'];
  return isAtLeast(campaign, 1) ? ['pause', 'pause'] : ['pause_and_alert', 'pause_and_alert'];
}

/** In the campaign's own currency: the network is told this number as it is. */
function proposedBudget({ daily_budget, currency }: Campaign, rule: Rule): number {
  if (rule === 'scale') return roundMoney(daily_budget * scaleBy, currency);
  return rule === 'pause' || rule === 'pause_and_alert' ? 0 : daily_budget;
}

export const roasCalculator: SkillFunction = ({ context }) => {
  const { campaigns: all, rates = [], currency } = context.input as Input;
  const { language } = context.run;
  const priced = all.map((campaign) => ({ campaign, rate: rateBetween(campaign.currency, currency, rates) }));
  const counted = priced.filter((each): each is { campaign: Campaign; rate: number } => each.rate !== null);
  const house = meanOrder(counted.map(({ campaign, rate }) => ({ ...campaign, revenue: campaign.revenue * rate })));

  const campaigns = counted.map(({ campaign, rate }) => {
    const [spend, revenue] = [roundMoney(campaign.spend * rate, currency), roundMoney(campaign.revenue * rate, currency)];
    const order = meanOrder([campaign]) ?? (house === null ? null : house / rate);
    const [rule, why] = ruleOf(campaign, order);
    const isMeasured = campaign.revenue > 0 || (campaign.conversions === 0 && order !== null);
    const roas = isMeasured ? roasOf(campaign.revenue, campaign.spend) : null;
    return {
      id: campaign.id,
      network: campaign.network,
      name: campaign.name,
      spend,
      revenue,
      roas,
      cost_per_conversion: campaign.conversions > 0 ? roundMoney(spend / campaign.conversions, currency) : null,
      rule,
      daily_budget: campaign.daily_budget,
      proposed_daily_budget: proposedBudget(campaign, rule),
      reason: sayFrom(roasPhrases, language, why, reasonValues(campaign, roas, spend, currency, language)).slice(0, 240),
    };
  });

  const spend = roundMoney(
    total(campaigns, (each) => each.spend),
    currency,
  );
  const revenue = roundMoney(
    total(campaigns, (each) => each.revenue),
    currency,
  );
  const alerts = [
    ...campaigns
      .filter(({ rule }) => rule === 'pause_and_alert')
      .map(({ name, reason }) => `${name.slice(0, 60)}: ${reason}`.slice(0, 240)),
    ...priced
      .filter(({ rate }) => rate === null)
      .map(({ campaign }) =>
        sayFrom(roasPhrases, language, 'no_rate', { name: campaign.name.slice(0, 60), from: campaign.currency, to: currency }),
      ),
  ].slice(0, 50);
  const output = { currency, campaigns, total: { spend, revenue, roas: revenue > 0 ? roasOf(revenue, spend) : null }, alerts };
  const isApproximate = priced.some(({ campaign, rate }) => rate !== null && campaign.currency !== currency) && rates.length === 0;
  const note = isApproximate ? ` ${sayFrom(roasPhrases, language, 'house_rates', { day: sayDay(houseTable.day, language) })}` : '';
  return { say: (summary(output, language) + note).slice(0, 500), ...output };
};

function reasonValues(campaign: Campaign, roas: number | null, spend: number, currency: string, language: Language) {
  return {
    roas: roas === null ? '' : sayNumber(roas, language),
    spend: sayMoney(spend, currency, language),
    impressions: sayNumber(campaign.impressions, language),
    conversions: sayNumber(campaign.conversions, language),
    budget: sayMoney(proposedBudget(campaign, 'scale'), campaign.currency, language),
  };
}

type Result = {
  currency: string;
  campaigns: { name: string; rule: Rule }[];
  total: { spend: number; revenue: number; roas: number | null };
};

function summary({ currency, campaigns, total: all }: Result, language: Language): string {
  const named = (...rules: Rule[]) => campaigns.filter(({ rule }) => rules.includes(rule)).map(({ name }) => name.slice(0, 40));
  const lists = { scaled: named('scale'), paused: named('pause', 'pause_and_alert') };
  const values = {
    spend: sayMoney(all.spend, currency, language),
    revenue: sayMoney(all.revenue, currency, language),
    roas: all.roas === null ? '' : sayNumber(all.roas, language),
    scaled: sayList(lists.scaled, language, 3),
    paused: sayList(lists.paused, language, 3),
  };
  const sentences = [sayFrom(roasPhrases, language, all.roas === null ? 'total_unmeasured' : 'total', values)];
  if (lists.scaled.length > 0) sentences.push(sayFrom(roasPhrases, language, 'total_scaled', values));
  if (lists.paused.length > 0) sentences.push(sayFrom(roasPhrases, language, 'total_paused', values));
  return sentences.join(' ').slice(0, 500);
}

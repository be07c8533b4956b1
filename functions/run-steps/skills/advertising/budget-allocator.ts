// Skill budget-allocator: the day's advertising money among the networks. Pure; listed in advertising-skills.ts.
import { daysBetween } from '../local-time.ts';
import { sayFrom } from '../say.ts';
import { decimalsOf, sayList, sayMoney, sayPercent } from '../say-figures.ts';
import type { SkillFunction } from '../skill.ts';
import { budgetPhrases } from './budget-phrases.ts';
import { type Campaign, meanOrder, type Network, roasOf, total } from './campaign.ts';
import { shareOut, withinBounds } from './share-out.ts';

type Input = { daily_budget: number; currency: string; networks: Network[]; campaigns: Campaign[]; floor?: number };

const startKey: Record<Network, number> = { meta: 40, google: 30, tiktok: 20, linkedin: 10 };
const leastDays = 14;
const leastConversions = 30;
/** orders of the house's own rate that stand beside each network's, so that two lucky sales do not take the budget */
const shrinkBy = 10;
const mostMove = 10;

const toHundred = (values: number[]): number[] => {
  const sum = total(values, (value) => value);
  return values.map((value) => (sum > 0 ? (value / sum) * 100 : 100 / values.length));
};

/** Shrunk ROAS of each network in percent of their sum; null while too little was measured. */
function measuredWeights(networks: Network[], campaigns: Campaign[]): number[] | null {
  const [first] = campaigns.map(({ from }) => from).toSorted();
  const last = campaigns
    .map(({ to }) => to)
    .toSorted()
    .at(-1);
  const days = first && last ? daysBetween(first, last) + 1 : 0;
  const order = meanOrder(campaigns);
  const [spend, revenue] = [total(campaigns, (each) => each.spend), total(campaigns, (each) => each.revenue)];
  const isEnough = days >= leastDays && total(campaigns, ({ conversions }) => conversions) >= leastConversions;
  if (!isEnough || order === null || spend === 0) return null;
  const borrowed = shrinkBy * order;
  return toHundred(
    networks.map((network) => {
      const own = campaigns.filter((campaign) => campaign.network === network);
      return (total(own, (each) => each.revenue) + borrowed) / (total(own, (each) => each.spend) + borrowed / (revenue / spend));
    }),
  );
}

/** What the running campaigns have now, in percent; the key where nothing runs. */
function presentShares(networks: Network[], campaigns: Campaign[], key: number[]): number[] {
  const running = networks.map((network) =>
    total(
      campaigns.filter((campaign) => campaign.network === network && campaign.status === 'active'),
      ({ daily_budget }) => daily_budget,
    ),
  );
  return total(running, (amount) => amount) > 0 ? toHundred(running) : key;
}

export const budgetAllocator: SkillFunction = ({ context }) => {
  const { daily_budget, currency, networks: given, campaigns: all, floor = 0.05 } = context.input as Input;
  const { language } = context.run;
  const networks = [...new Set(given)];
  // figures in another currency cannot be set against these without a rate
  const campaigns = all.filter((campaign) => campaign.currency === currency && networks.includes(campaign.network));
  const key = toHundred(networks.map((network) => startKey[network]));
  const weights = measuredWeights(networks, campaigns);
  const wanted = key.map((share, at) => (weights ? (share + (weights[at] ?? 0)) / 2 : share));
  const least = Math.min(floor, 1 / networks.length) * 100;
  const present = presentShares(networks, campaigns, key);
  const bounds = present.map((share) => ({
    low: Math.max(least, share - mostMove),
    high: Math.max(least, share + mostMove),
  }));
  const shares = withinBounds(wanted, bounds);
  const percents = shareOut(100, shares, 0);
  const amounts = shareOut(daily_budget, percents, decimalsOf(currency));
  const moved = total(
    percents.map((percent, at) => Math.max(0, percent - (present[at] ?? 0))),
    (points) => points,
  );

  const output = {
    currency,
    total: total(amounts, (amount) => amount * 10 ** decimalsOf(currency)) / 10 ** decimalsOf(currency),
    shares: networks.map((network, at) => {
      const own = campaigns.filter((campaign) => campaign.network === network);
      const isFloor = (wanted[at] ?? 0) < least && Math.abs((shares[at] ?? 0) - least) < 1e-6;
      return {
        network,
        percent: percents[at] ?? 0,
        amount: amounts[at] ?? 0,
        basis: isFloor ? 'floor' : weights ? 'measured' : 'fixed_key',
        roas: roasOf(
          total(own, (each) => each.revenue),
          total(own, (each) => each.spend),
        ),
      };
    }),
    moved_percent: Math.min(100, Math.round(moved)),
  };
  const list = output.shares.map(
    ({ network, percent, amount }) => `${names[network]} ${sayPercent(percent, language)} (${sayMoney(amount, currency, language)})`,
  );
  const skipped = all.length - campaigns.length;
  const sentences = [
    sayFrom(budgetPhrases, language, weights ? 'measured' : 'fixed_key', {
      list: sayList(list, language),
      total: sayMoney(output.total, currency, language),
    }),
    ...(skipped > 0 ? [sayFrom(budgetPhrases, language, 'skipped', { count: skipped, currency })] : []),
  ];
  return { say: sentences.join(' ').slice(0, 500), ...output };
};

const names: Record<Network, string> = { meta: 'Meta', google: 'Google', tiktok: 'TikTok', linkedin: 'LinkedIn' };

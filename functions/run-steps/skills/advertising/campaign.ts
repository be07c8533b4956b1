// A campaign as the networks' figures come in. Used by roas-calculator and budget-allocator.
export type Network = 'meta' | 'google' | 'tiktok' | 'linkedin';

export type Campaign = {
  id: string;
  network: Network;
  name: string;
  status: 'active' | 'paused' | 'ended';
  /** in `currency`, as spend and revenue */
  daily_budget: number;
  currency: string;
  spend: number;
  revenue: number;
  impressions: number;
  conversions: number;
  from: string;
  to: string;
};

export const total = <Row>(rows: readonly Row[], of: (row: Row) => number): number => rows.reduce((sum, row) => sum + of(row), 0);

export const four = (value: number): number => Number(value.toPrecision(4));

/** null without spend: nothing is divided by nothing. */
export const roasOf = (revenue: number, spend: number): number | null => (spend > 0 ? four(revenue / spend) : null);

/** What one order brings in on average; null while no order with a value was counted. */
export function meanOrder(campaigns: readonly Pick<Campaign, 'revenue' | 'conversions'>[]): number | null {
  const valued = campaigns.filter(({ revenue, conversions }) => revenue > 0 && conversions > 0);
  const conversions = total(valued, (each) => each.conversions);
  return conversions > 0 ? total(valued, ({ revenue }) => revenue) / conversions : null;
}

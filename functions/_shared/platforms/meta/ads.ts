// Campaigns of a Meta ad account. Used by skill meta-ads-api.
// https://developers.facebook.com/docs/marketing-api/insights · …/reference/ad-campaign-group
import { type AdsNetwork, type Campaign, money } from '../ads.ts';
import type { Door } from '../door.ts';
import { PlatformError } from '../platform-error.ts';
import { count, type Row, rows, text } from '../json.ts';
import { graph, graphRows } from './graph.ts';

/** Currencies that Meta counts in whole units: https://developers.facebook.com/docs/marketing-api/currencies */
const whole = new Set(['CLP', 'COP', 'CRC', 'HUF', 'ISK', 'IDR', 'JPY', 'KRW', 'MGA', 'PYG', 'TWD', 'VND']);
const unit = (currency: string) => (whole.has(currency) ? 1 : 100);

const account = (door: Door) => `act_${(door.secret.ad_account_id ?? '').replace(/^act_/, '')}`;
const statusOf = (status: string): Campaign['status'] =>
  status === 'ACTIVE' ? 'active' : /ARCHIVED|DELETED/.test(status) ? 'ended' : 'paused';

const currencyOf = async (door: Door): Promise<string> =>
  text((await graph(door, account(door), { query: { fields: 'currency' } })).currency, 3);

const purchases =
  /^(?:omni_purchase|purchase|offsite_conversion\.fb_pixel_purchase|lead|onsite_conversion\.messaging_conversation_started_7d)$/;
const first = (actions: unknown): number => Number(rows(actions).find(({ action_type }) => purchases.test(text(action_type)))?.value ?? 0);

const set = (door: Door, id: string, query: Record<string, string | number>) =>
  graph(door, id, { method: 'POST', query, isRepeatable: true });

export const metaAds: AdsNetwork = {
  name: 'meta',
  host: 'graph.facebook.com',
  async report(door, from, to) {
    const currency = await currencyOf(door);
    const known = await graphRows(door, `${account(door)}/campaigns`, { fields: 'id,name,effective_status,daily_budget' }, 200);
    const fields = 'campaign_id,spend,impressions,clicks,actions,action_values';
    const query = { level: 'campaign', fields, time_range: JSON.stringify({ since: from, until: to }) };
    const figures = new Map((await graphRows(door, `${account(door)}/insights`, query, 200)).map((row) => [text(row.campaign_id), row]));
    const campaigns = known.map((row): Campaign => {
      const insight: Row = figures.get(text(row.id)) ?? {};
      return {
        id: text(row.id, 120),
        network: 'meta',
        name: text(row.name, 200) || text(row.id, 120),
        status: statusOf(text(row.effective_status)),
        daily_budget: money(Number(row.daily_budget ?? 0) / unit(currency)),
        currency,
        spend: money(insight.spend),
        revenue: money(first(insight.action_values)),
        impressions: count(insight.impressions),
        clicks: count(insight.clicks),
        conversions: count(first(insight.actions)),
        from,
        to,
      };
    });
    return { campaigns, currency };
  },
  async read(door, id) {
    if (!/^\d+$/.test(id)) return null;
    try {
      const row = await graph(door, id, { query: { fields: 'id,name,effective_status,daily_budget,account_id' } });
      if (`act_${text(row.account_id)}` !== account(door)) return null;
      const currency = await currencyOf(door);
      const daily_budget = money(Number(row.daily_budget ?? 0) / unit(currency));
      return { id, name: text(row.name, 200), status: statusOf(text(row.effective_status)), daily_budget, currency };
    } catch (error) {
      // 100: no object of this id for this token
      if (error instanceof PlatformError && error.reason === '100') return null;
      throw error;
    }
  },
  async setBudget(door, { id, currency }, amount) {
    await set(door, id, { daily_budget: Math.round(amount * unit(currency)) });
  },
  async setStatus(door, { id }, status) {
    await set(door, id, { status: status === 'active' ? 'ACTIVE' : 'PAUSED' });
  },
  async create(door, wish) {
    const currency = await currencyOf(door);
    const query = {
      name: wish.name,
      objective: 'OUTCOME_TRAFFIC',
      status: 'PAUSED',
      special_ad_categories: '[]',
      daily_budget: Math.round(wish.daily_budget * unit(currency)),
      bid_strategy: 'LOWEST_COST_WITHOUT_CAP',
    };
    return text((await graph(door, `${account(door)}/campaigns`, { method: 'POST', query, isRepeatable: false })).id, 120);
  },
};

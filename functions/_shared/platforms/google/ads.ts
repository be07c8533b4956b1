// Campaigns of a Google Ads account. Used by skill google-ads-api.
// https://developers.google.com/google-ads/api/docs/reporting/streaming · …/docs/mutating/overview
import { type AdsNetwork, type Campaign, type CampaignState, money } from '../ads.ts';
import type { Ask, Door } from '../door.ts';
import { count, isRow, part, type Row, rows, text } from '../json.ts';
import { asTenant } from './access-token.ts';

const host = 'googleads.googleapis.com';
const customer = (door: Door) => (door.secret.customer_id ?? '').replaceAll('-', '');

/** The developer token is ours (GOOGLE_ADS_DEVELOPER_TOKEN); a manager account names itself. */
function call(door: Door, path: string, options: Ask): Promise<unknown> {
  const manager = door.secret.login_customer_id?.replaceAll('-', '');
  const headers = { 'developer-token': door.env.GOOGLE_ADS_DEVELOPER_TOKEN ?? '', ...(manager ? { 'login-customer-id': manager } : {}) };
  const version = door.env.GOOGLE_ADS_VERSION?.trim() || 'v22';
  return asTenant(door, host, `/${version}/customers/${customer(door)}/${path}`, { ...options, headers });
}

/** The stream comes as a list of batches. */
async function search(door: Door, query: string): Promise<Row[]> {
  const answer = await call(door, 'googleAds:searchStream', { method: 'POST', json: { query }, isRepeatable: true });
  return rows(answer).flatMap(({ results }) => rows(results));
}

const micros = (value: unknown): number => money(Number(value ?? 0) / 1_000_000);
const statusOf = (status: unknown): Campaign['status'] => (status === 'ENABLED' ? 'active' : status === 'PAUSED' ? 'paused' : 'ended');

const about =
  'campaign.id, campaign.name, campaign.status, campaign_budget.amount_micros, campaign_budget.resource_name, customer.currency_code';

function stateOf(row: Row): CampaignState {
  const campaign = part(row, 'campaign');
  const budget = part(row, 'campaignBudget');
  return {
    id: text(campaign.id, 120),
    name: text(campaign.name, 200) || text(campaign.id, 120),
    status: statusOf(campaign.status),
    daily_budget: micros(budget.amountMicros),
    currency: text(part(row, 'customer').currencyCode, 3),
    budget_id: text(budget.resourceName, 200),
  };
}

const mutate = (door: Door, kind: string, operation: Row) =>
  call(door, `${kind}:mutate`, { method: 'POST', json: { operations: [operation] }, isRepeatable: 'update' in operation });

/** The resource name that a create answers with. */
const madeBy = (answer: unknown): string => text(rows(isRow(answer) ? answer.results : [])[0]?.resourceName, 200);

export const googleAds: AdsNetwork = {
  name: 'google',
  host,
  async report(door, from, to) {
    const metrics = 'metrics.cost_micros, metrics.conversions_value, metrics.impressions, metrics.clicks, metrics.conversions';
    const found = await search(
      door,
      `SELECT ${about}, ${metrics} FROM campaign WHERE segments.date BETWEEN '${from}' AND '${to}' LIMIT 200`,
    );
    const campaigns = found.map((row): Campaign => {
      const { budget_id: _budget, ...state } = stateOf(row);
      const figures = part(row, 'metrics');
      return {
        ...state,
        network: 'google',
        spend: micros(figures.costMicros),
        revenue: money(figures.conversionsValue),
        impressions: count(figures.impressions),
        clicks: count(figures.clicks),
        conversions: count(figures.conversions),
        from,
        to,
      };
    });
    const [account] = campaigns.length > 0 ? [] : await search(door, 'SELECT customer.currency_code FROM customer LIMIT 1');
    return { campaigns, currency: campaigns[0]?.currency ?? text(part(account ?? {}, 'customer').currencyCode, 3) };
  },
  async read(door, id) {
    if (!/^\d+$/.test(id)) return null;
    const [row] = await search(door, `SELECT ${about} FROM campaign WHERE campaign.id = ${id}`);
    return row ? stateOf(row) : null;
  },
  async setBudget(door, { budget_id }, amount) {
    const update = { resourceName: budget_id, amountMicros: String(Math.round(amount * 1_000_000)) };
    await mutate(door, 'campaignBudgets', { update, updateMask: 'amount_micros' });
  },
  async setStatus(door, { id }, status) {
    const update = { resourceName: `customers/${customer(door)}/campaigns/${id}`, status: status === 'active' ? 'ENABLED' : 'PAUSED' };
    await mutate(door, 'campaigns', { update, updateMask: 'status' });
  },
  async create(door, wish) {
    const amountMicros = String(Math.round(wish.daily_budget * 1_000_000));
    const budget = madeBy(await mutate(door, 'campaignBudgets', { create: { name: wish.name, amountMicros, explicitlyShared: false } }));
    const create = {
      name: wish.name,
      status: 'PAUSED',
      advertisingChannelType: 'SEARCH',
      campaignBudget: budget,
      maximizeClicks: {},
      containsEuPoliticalAdvertising: 'DOES_NOT_CONTAIN_EU_POLITICAL_ADVERTISING',
    };
    return (
      madeBy(await mutate(door, 'campaigns', { create }))
        .split('/')
        .at(-1) ?? ''
    );
  },
};

// Campaigns of a TikTok advertiser. Used by skill tiktok-ads-api.
// https://business-api.tiktok.com/portal/docs (campaign/get, campaign/update, campaign/status/update, report/integrated/get)
import { type AdsNetwork, type Campaign, money } from '../ads.ts';
import type { Ask, Door } from '../door.ts';
import { count, isRow, type Row, rows, text } from '../json.ts';
import type { PlatformTrouble } from '../platform-error.ts';

const host = 'business-api.tiktok.com';

/** The status is 200 whatever happens; the code tells. https://business-api.tiktok.com/portal/docs?id=1737172488964097 */
const troubleIn: Ask['troubleIn'] = (_status, body) => {
  if (!isRow(body) || body.code === 0 || typeof body.code !== 'number') return undefined;
  const { code } = body;
  const expired = code >= 40_102 && code <= 40_106;
  const trouble: PlatformTrouble = expired
    ? 'token_expired'
    : code === 40_001
      ? 'permission_missing'
      : code === 40_100 || code === 50_002
        ? 'rate_limited'
        : code >= 50_000
          ? 'unavailable'
          : 'refused';
  return { trouble, reason: String(code), message: text(body.message, 300) };
};

async function call(door: Door, path: string, options: Ask): Promise<Row> {
  const headers = { 'access-token': door.secret.token ?? '' };
  const { body } = await door.ask(host, `/open_api/v1.3/${path}`, { ...options, headers, troubleIn });
  return isRow(body) && isRow(body.data) ? body.data : {};
}

const advertiser = (door: Door) => door.secret.advertiser_id ?? '';

async function currencyOf(door: Door): Promise<string> {
  const data = await call(door, 'advertiser/info/', { query: { advertiser_ids: JSON.stringify([advertiser(door)]) } });
  return text(rows(data.list)[0]?.currency, 3);
}

const statusOf = (row: Row): Campaign['status'] =>
  row.secondary_status === 'CAMPAIGN_STATUS_DELETE' ? 'ended' : row.operation_status === 'ENABLE' ? 'active' : 'paused';

async function listed(door: Door, filtering?: Record<string, unknown>): Promise<Row[]> {
  const query = { advertiser_id: advertiser(door), page_size: 200, filtering: filtering && JSON.stringify(filtering) };
  return rows((await call(door, 'campaign/get/', { query })).list);
}

export const tiktokAds: AdsNetwork = {
  name: 'tiktok',
  host,
  async report(door, from, to) {
    const currency = await currencyOf(door);
    const known = await listed(door);
    const query = {
      advertiser_id: advertiser(door),
      report_type: 'BASIC',
      data_level: 'AUCTION_CAMPAIGN',
      dimensions: JSON.stringify(['campaign_id']),
      metrics: JSON.stringify(['spend', 'impressions', 'clicks', 'conversion', 'total_purchase_value']),
      start_date: from,
      end_date: to,
      page_size: 200,
    };
    const figures = new Map(
      rows((await call(door, 'report/integrated/get/', { query })).list).map((row) => [
        text(isRow(row.dimensions) ? row.dimensions.campaign_id : ''),
        isRow(row.metrics) ? row.metrics : {},
      ]),
    );
    const campaigns = known.map((row): Campaign => {
      const metrics: Row = figures.get(text(row.campaign_id)) ?? {};
      return {
        id: text(row.campaign_id, 120),
        network: 'tiktok',
        name: text(row.campaign_name, 200) || text(row.campaign_id, 120),
        status: statusOf(row),
        daily_budget: row.budget_mode === 'BUDGET_MODE_DAY' ? money(row.budget) : 0,
        currency,
        spend: money(metrics.spend),
        revenue: money(metrics.total_purchase_value),
        impressions: count(metrics.impressions),
        clicks: count(metrics.clicks),
        conversions: count(metrics.conversion),
        from,
        to,
      };
    });
    return { campaigns, currency };
  },
  async read(door, id) {
    const [row] = await listed(door, { campaign_ids: [id] });
    if (!row) return null;
    return {
      id,
      name: text(row.campaign_name, 200),
      status: statusOf(row),
      daily_budget: money(row.budget),
      currency: await currencyOf(door),
    };
  },
  async setBudget(door, { id }, amount) {
    await call(door, 'campaign/update/', {
      method: 'POST',
      json: { advertiser_id: advertiser(door), campaign_id: id, budget: amount },
      isRepeatable: true,
    });
  },
  async setStatus(door, { id }, status) {
    const json = { advertiser_id: advertiser(door), campaign_ids: [id], operation_status: status === 'active' ? 'ENABLE' : 'DISABLE' };
    await call(door, 'campaign/status/update/', { method: 'POST', json, isRepeatable: true });
  },
  async create(door, wish) {
    const json = {
      advertiser_id: advertiser(door),
      campaign_name: wish.name,
      objective_type: 'TRAFFIC',
      budget_mode: 'BUDGET_MODE_DAY',
      budget: wish.daily_budget,
      operation_status: 'DISABLE',
    };
    return text((await call(door, 'campaign/create/', { method: 'POST', json })).campaign_id, 120);
  },
};

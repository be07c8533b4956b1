// Campaigns of a LinkedIn ad account. Used by skill linkedin-ads-api.
// https://learn.microsoft.com/en-us/linkedin/marketing/integrations/ads/account-structure/create-and-manage-campaigns · …/ads-reporting/ads-reporting
import { type AdsNetwork, type Campaign, money } from '../ads.ts';
import type { Door } from '../door.ts';
import { count, isRow, type Row, rows, text } from '../json.ts';
import { PlatformError } from '../platform-error.ts';
import { host, linkedIn } from './rest.ts';

const account = (door: Door) => door.secret.ad_account_id ?? '';
const urn = (door: Door) => `urn%3Ali%3AsponsoredAccount%3A${account(door)}`;

const statusOf = (status: string): Campaign['status'] =>
  status === 'ACTIVE' ? 'active' : /COMPLETED|CANCELED|ARCHIVED|REMOVED/.test(status) ? 'ended' : 'paused';
const budgetOf = (row: Row): Row => (isRow(row.dailyBudget) ? row.dailyBudget : {});
const idOf = (row: Row): string => String(row.id ?? '').slice(0, 120);

function date(day: string): string {
  const [year, month, of] = day.split('-').map(Number);
  return `(year:${year},month:${month},day:${of})`;
}

const patch = (door: Door, id: string, set: Row) =>
  linkedIn(door, `adAccounts/${account(door)}/adCampaigns/${id}`, {
    method: 'POST',
    json: { patch: { $set: set } },
    headers: { 'x-restli-method': 'PARTIAL_UPDATE' },
    isRepeatable: true,
  });

async function elements(door: Door, path: string): Promise<Row[]> {
  const { body } = await linkedIn(door, path);
  return isRow(body) ? rows(body.elements) : [];
}

async function currencyOf(door: Door): Promise<string> {
  const { body } = await linkedIn(door, `adAccounts/${account(door)}`);
  return isRow(body) ? text(body.currency, 3) : '';
}

export const linkedInAds: AdsNetwork = {
  name: 'linkedin',
  host,
  async report(door, from, to) {
    const currency = await currencyOf(door);
    const known = await elements(door, `adAccounts/${account(door)}/adCampaigns?q=search&pageSize=200`);
    const range = `(start:${date(from)},end:${date(to)})`;
    const fields = 'pivotValues,costInLocalCurrency,impressions,clicks,externalWebsiteConversions,conversionValueInLocalCurrency';
    const figures = await elements(
      door,
      `adAnalytics?q=analytics&pivot=CAMPAIGN&timeGranularity=ALL&dateRange=${range}&accounts=List(${urn(door)})&fields=${fields}`,
    );
    const campaigns = known.map((row): Campaign => {
      const pivot = `urn:li:sponsoredCampaign:${idOf(row)}`;
      const metrics: Row = figures.find(({ pivotValues }) => Array.isArray(pivotValues) && pivotValues[0] === pivot) ?? {};
      return {
        id: idOf(row),
        network: 'linkedin',
        name: text(row.name, 200) || idOf(row),
        status: statusOf(text(row.status)),
        daily_budget: money(budgetOf(row).amount),
        currency,
        spend: money(metrics.costInLocalCurrency),
        revenue: money(metrics.conversionValueInLocalCurrency),
        impressions: count(metrics.impressions),
        clicks: count(metrics.clicks),
        conversions: count(metrics.externalWebsiteConversions),
        from,
        to,
      };
    });
    return { campaigns, currency };
  },
  async read(door, id) {
    if (!/^\d+$/.test(id)) return null;
    try {
      const { body } = await linkedIn(door, `adAccounts/${account(door)}/adCampaigns/${id}`);
      if (!isRow(body)) return null;
      const budget = budgetOf(body);
      return {
        id,
        name: text(body.name, 200),
        status: statusOf(text(body.status)),
        daily_budget: money(budget.amount),
        currency: text(budget.currencyCode, 3),
      };
    } catch (error) {
      if (error instanceof PlatformError && error.status === 404) return null;
      throw error;
    }
  },
  async setBudget(door, { id, currency }, amount) {
    await patch(door, id, { dailyBudget: { amount: amount.toFixed(2), currencyCode: currency } });
  },
  async setStatus(door, { id }, status) {
    await patch(door, id, { status: status === 'active' ? 'ACTIVE' : 'PAUSED' });
  },
  async create(door, wish) {
    const currencyCode = await currencyOf(door);
    const json = {
      account: `urn:li:sponsoredAccount:${account(door)}`,
      name: wish.name,
      status: 'PAUSED',
      type: 'SPONSORED_UPDATES',
      objectiveType: 'WEBSITE_VISIT',
      costType: 'CPM',
      dailyBudget: { amount: wish.daily_budget.toFixed(2), currencyCode },
      campaignGroup: door.secret.campaign_group,
      locale: { country: 'US', language: 'en' },
    };
    const { headers } = await linkedIn(door, `adAccounts/${account(door)}/adCampaigns`, { method: 'POST', json });
    return (headers.get('x-restli-id') ?? headers.get('x-linkedin-id') ?? '').slice(0, 120);
  },
};

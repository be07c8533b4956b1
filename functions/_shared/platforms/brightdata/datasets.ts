// Public company pages by the tenant's own contract with Bright Data: one job, asked again until it is ready. Called by skill brightdata.
// https://docs.brightdata.com/api-reference/web-scraper-api/trigger-a-collection · …/management-apis/monitor-progress · …/download-snapshot
import type { Ask, Door } from '../door.ts';
import { part, type Row, rows, text } from '../json.ts';

const host = 'api.brightdata.com';
const call = async (door: Door, path: string, options: Ask = {}) =>
  (await door.ask(host, `/datasets/v3/${path}`, { ...options, headers: { authorization: `Bearer ${door.secret.token}` } })).body;

/** Networks whose terms forbid collection: refused before the call. */
const forbidden = /(^|\.)(linkedin|facebook|instagram|tiktok|twitter|x|threads)\.(com|net)$/;
export const isForbidden = (url: string): boolean => forbidden.test(URL.parse(url)?.hostname ?? '');

/** Gives the snapshot's id. @throws PlatformError */
export async function orderSnapshot(door: Door, dataset: string, urls: string[]): Promise<string> {
  const query = { dataset_id: dataset, format: 'json' };
  const answer = await call(door, 'trigger', { method: 'POST', query, json: urls.map((url) => ({ url })), isRepeatable: false });
  return text(part({ answer }, 'answer').snapshot_id, 120);
}

/** @throws PlatformError */
export const snapshotState = async (door: Door, id: string): Promise<string> =>
  text(part({ answer: await call(door, `progress/${encodeURIComponent(id)}`) }, 'answer').status, 40);

export type CompanyRow = {
  url: string;
  company: string;
  trade: string;
  address: string;
  phone: string;
  website: string;
  source_date: string | null;
};

/** Fields of companies in the vendor's data sets, under their several names. Nothing else is taken. */
const names: Record<Exclude<keyof CompanyRow, 'url' | 'source_date'>, string[]> = {
  company: ['company', 'company_name', 'name', 'title'],
  trade: ['trade', 'industry', 'industries', 'category'],
  address: ['address', 'full_address', 'headquarters'],
  phone: ['phone', 'phone_number', 'main_phone'],
  website: ['website', 'domain', 'site'],
};
const sizes = { company: 160, trade: 120, address: 240, phone: 40, website: 500 };

/** What belongs to a person: such a row is dropped whole, and counted. */
const personal = ['first_name', 'last_name', 'full_name', 'person', 'profile_picture', 'date_of_birth', 'private_address', 'job_title'];

/** Rows of companies; those of persons are dropped. @throws PlatformError */
export async function readSnapshot(door: Door, id: string): Promise<{ rows: CompanyRow[]; dropped_personal: number }> {
  const all = rows(await call(door, `snapshot/${encodeURIComponent(id)}`, { query: { format: 'json' } }));
  const ofCompanies = all.filter((row) => !personal.some((name) => row[name] !== undefined && row[name] !== null && row[name] !== ''));
  const field = (row: Row, name: keyof typeof names) =>
    text(
      names[name].map((one) => row[one]).find((value) => typeof value === 'string'),
      sizes[name],
    );
  const found = ofCompanies.slice(0, 50).map((row): CompanyRow => {
    const day = /^\d{4}-\d\d-\d\d/.exec(text(row.timestamp) || text(part(row, 'input').timestamp))?.[0] ?? null;
    return {
      url: text(row.url, 500) || text(part(row, 'input').url, 500),
      company: field(row, 'company'),
      trade: field(row, 'trade'),
      address: field(row, 'address'),
      phone: field(row, 'phone'),
      website: field(row, 'website'),
      source_date: day,
    };
  });
  return { rows: found.filter(({ url }) => url !== ''), dropped_personal: all.length - ofCompanies.length };
}

// The report of a programme as a file, and its sum over countries.
import type { CountrySums } from '$lib/api/programmes.ts';

const columns = ['country', 'members', 'active', 'published', 'leads'] as const;

/** Codes and figures only: nothing that a spreadsheet could take for a formula. */
export async function* asCsv(countries: readonly CountrySums[]): AsyncGenerator<string> {
  yield `${columns.join()}\r\n`;
  for (const sums of countries) yield `${columns.map((column) => sums[column]).join()}\r\n`;
}

export async function* asJson(countries: readonly CountrySums[]): AsyncGenerator<string> {
  yield `${JSON.stringify(countries, null, 1)}\n`;
}

export function total(countries: readonly CountrySums[]): Omit<CountrySums, 'country'> {
  const sum = { members: 0, active: 0, published: 0, leads: 0 };
  for (const country of countries) for (const key of ['members', 'active', 'published', 'leads'] as const) sum[key] += country[key];
  return sum;
}

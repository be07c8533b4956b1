// DNS over HTTPS from two public resolvers. Called by skill dns-manager.
// https://developers.cloudflare.com/1.1.1.1/encryption/dns-over-https/make-api-requests/dns-json/ · https://developers.google.com/speed/public-dns/docs/doh/json
import type { Door } from '../door.ts';
import { isRow, rows, text } from '../json.ts';

export type RecordType = 'A' | 'AAAA' | 'CNAME' | 'TXT' | 'MX' | 'NS';

const numbers: Record<RecordType, number> = { A: 1, NS: 2, CNAME: 5, MX: 15, TXT: 16, AAAA: 28 };
const resolvers = [
  { host: 'cloudflare-dns.com', path: '/dns-query' },
  { host: 'dns.google', path: '/resolve' },
] as const;

/** As a person writes it: no dot at the end, TXT without quotes and in one piece. */
function valueOf(type: RecordType, data: string): string {
  if (type === 'TXT') return data.replaceAll(/"\s*"/g, '').replaceAll(/^"|"$/g, '').slice(0, 500);
  return data.replace(/\.$/, '').toLowerCase().slice(0, 500);
}

/** One answer a resolver, in order; null from one that does not answer after two tries. @throws PlatformError when neither answers */
export async function resolveTwice(door: Door, name: string, type: RecordType): Promise<(string[] | null)[]> {
  const asked = await Promise.allSettled(
    resolvers.map(async ({ host, path }) => {
      const { body } = await door.ask(host, path, { query: { name, type }, headers: { accept: 'application/dns-json' } });
      const answers = isRow(body) ? rows(body.Answer) : [];
      return answers.filter((row) => row.type === numbers[type]).map((row) => valueOf(type, text(row.data, 2000)));
    }),
  );
  const [first] = asked;
  if (first?.status === 'rejected' && asked.every(({ status }) => status === 'rejected')) throw first.reason;
  return asked.map((one) => (one.status === 'fulfilled' ? one.value.slice(0, 10) : null));
}

// Skill dns-manager: which records of a domain are in place, read from two public resolvers. It changes nothing. Listed in http-skills.ts.
import { type RecordType, resolveTwice } from '../../../_shared/platforms/dns/resolve.ts';
import type { HttpSkill, HttpWork } from './http-skill.ts';
import { tell } from './phrases.ts';

type Wanted = { type: RecordType; name: string; value: string };
type Wish = { domain: string; purpose: 'page' | 'email'; expected: Wanted[] };
type Found = { type: string; name: string; wanted: string; found: string[]; state: 'right' | 'missing' | 'different' | 'extra' };

const registrars: [RegExp, string][] = [
  [/cloudflare\.com$/, 'Cloudflare'],
  [/ovh\.|anycast\.me$/, 'OVH'],
  [/gandi\.net$/, 'Gandi'],
  [/domaincontrol\.com$/, 'GoDaddy'],
  [/registrar-servers\.com$/, 'Namecheap'],
  [/googledomains\.com$|squarespacedns\.com$/, 'Squarespace'],
  [/ui-dns\.|1and1\./, 'IONOS'],
  [/hostinger\.|dns-parking\.com$/, 'Hostinger'],
  [/\.mg$/, 'NIC-MG'],
];

const same = (type: RecordType, a: string, b: string): boolean => {
  const tidy = (value: string) => (type === 'TXT' ? value.replaceAll(/\s+/g, ' ').trim() : value.replace(/\.$/, '').trim().toLowerCase());
  return tidy(a) === tidy(b);
};

/** A name of the zone as a whole one: `@`, `www` or already `www.lala.mg`. */
const whole = (name: string, domain: string): string =>
  name === '@' || name === '' ? domain : name.endsWith(domain) ? name : `${name}.${domain}`;

/** SPF and DMARC are found by what they begin with: another record beside them is none of ours. */
const kindOf = ({ type, value }: Wanted): string =>
  type === 'TXT' ? (/^(v=spf1|v=DMARC1|v=DKIM1)/i.exec(value)?.[1]?.toLowerCase() ?? '') : '';

async function check({ door }: HttpWork, domain: string, wanted: Wanted): Promise<Found> {
  const answers = await resolveTwice(door, whole(wanted.name, domain), wanted.type);
  const known = answers.filter((one): one is string[] => one !== null);
  const kind = kindOf(wanted);
  const ofKind = (values: string[]) => (kind === '' ? values : values.filter((value) => value.toLowerCase().startsWith(kind)));
  const found = [...new Set(known.flat())].slice(0, 10);
  // both must agree, and a domain may have one SPF record alone
  const isRight =
    known.length === answers.length && known.every((values) => values.some((value) => same(wanted.type, value, wanted.value)));
  const tooMany = kind === 'v=spf1' && known.some((values) => ofKind(values).length > 1);
  const state = tooMany ? 'extra' : isRight ? 'right' : known.every((values) => ofKind(values).length === 0) ? 'missing' : 'different';
  return { type: wanted.type, name: wanted.name, wanted: wanted.value, found, state };
}

export const dnsManager: HttpSkill = {
  empty: ({ context, now }) => {
    const { domain, expected } = context.input as Wish;
    const records = expected.map(({ type, name, value }) => ({ type, name, wanted: value, found: [], state: 'missing' }));
    return { domain, records, ready: false, registrar_hint: '', checked_at: now };
  },
  run: async (work) => {
    const { domain, expected } = work.context.input as Wish;
    const records: Found[] = [];
    for (const wanted of expected) records.push(await check(work, domain, wanted));
    const zone = domain.split('.').slice(-2).join('.');
    const servers = (await resolveTwice(work.door, zone, 'NS')).flatMap((one) => one ?? []);
    const registrar_hint = registrars.find(([pattern]) => servers.some((server) => pattern.test(server)))?.[1] ?? '';
    const open = records.filter(({ state }) => state !== 'right').length;
    const { language } = work.context.run;
    const say = open === 0 ? tell(language, 'dns_ready', { domain }) : tell(language, 'dns_open', { open, domain });
    return { say, domain, records, ready: open === 0, registrar_hint, checked_at: work.now };
  },
};

// Companies in open registers: France's own search (no key), other countries by OpenCorporates. Called by skill industry-directories.
// https://recherche-entreprises.api.gouv.fr/docs/ · https://api.opencorporates.com/documentation/API-Reference
import type { Door } from '../door.ts';
import { isRow, part, rows, text } from '../json.ts';

export type Company = {
  register: string;
  register_id: string;
  name: string;
  trade_code: string;
  address: string;
  status: 'active' | 'ceased' | 'unknown';
  founded: string | null;
  source_url: string;
};

type Wish = { name: string; trade: string; place: string; country: string; limit: number };

const day = (value: unknown): string | null => /^\d{4}-\d\d-\d\d/.exec(text(value))?.[0] ?? null;

/** Sole traders who asked not to be listed come without a name, and are left out. @throws PlatformError */
export async function searchFrance(door: Door, { name, trade, place, limit }: Wish): Promise<Company[]> {
  const isCode = /^\d\d\.?\d\d[A-Z]$/.test(trade);
  const found: Company[] = [];
  for (let page = 1; found.length < limit && page <= 3; page += 1) {
    const query = {
      q: [name, isCode ? '' : trade, place].filter(Boolean).join(' '),
      activite_principale: isCode ? `${trade.slice(0, 2)}.${trade.slice(-3)}` : undefined,
      per_page: 25,
      page,
    };
    const { body } = await door.ask('recherche-entreprises.api.gouv.fr', '/search', { query });
    const results = rows(part({ body }, 'body').results);
    for (const row of results) {
      const seat = part(row, 'siege');
      const known = text(row.nom_complet, 200);
      if (known === '' || row.statut_diffusion === 'P') continue;
      found.push({
        register: 'recherche-entreprises.api.gouv.fr',
        register_id: text(row.siren, 80),
        name: known,
        trade_code: text(row.activite_principale, 20),
        address: text(seat.adresse, 240),
        status: row.etat_administratif === 'A' ? 'active' : row.etat_administratif === 'C' ? 'ceased' : 'unknown',
        founded: day(row.date_creation),
        source_url: `https://annuaire-entreprises.data.gouv.fr/entreprise/${text(row.siren)}`,
      });
    }
    if (results.length < 25) break;
  }
  return found.slice(0, limit);
}

/** Countries of which OpenCorporates holds an official register, among those our tenants ask about. */
export const openCorporatesCountries = new Set([
  'AE',
  'BE',
  'BH',
  'CA',
  'CH',
  'DE',
  'ES',
  'GB',
  'IE',
  'IT',
  'LU',
  'MU',
  'NL',
  'PT',
  'TN',
  'US',
  'ZA',
]);

/** @throws PlatformError */
export async function searchOpenCorporates(door: Door, { name, trade, place, country, limit }: Wish): Promise<Company[]> {
  const query = {
    q: [name, trade, place].filter(Boolean).join(' '),
    country_code: country.toLowerCase(),
    per_page: Math.min(50, limit),
    api_token: door.secret.token,
  };
  const { body } = await door.ask('api.opencorporates.com', '/v0.4/companies/search', { query });
  return rows(part(part({ body }, 'body'), 'results').companies).flatMap((one): Company[] => {
    const row = part(one, 'company');
    if (!text(row.name) || !text(row.company_number)) return [];
    const ended = row.inactive === true || row.dissolution_date;
    const [code] = rows(row.industry_codes);
    return [
      {
        register: text(row.jurisdiction_code, 60) || 'opencorporates',
        register_id: text(row.company_number, 80),
        name: text(row.name, 200),
        trade_code: isRow(code) ? text(part(code, 'industry_code').code, 20) : '',
        address: text(row.registered_address_in_full, 240),
        status: ended ? 'ceased' : row.inactive === false ? 'active' : 'unknown',
        founded: day(row.incorporation_date),
        source_url: text(row.opencorporates_url, 500) || 'https://opencorporates.com',
      },
    ];
  });
}

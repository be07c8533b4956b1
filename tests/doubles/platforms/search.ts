// Doubles of what looks around: Brave Search, Bing Webmaster, company registers, Bright Data, two DNS resolvers.
// https://api-dashboard.search.brave.com/app/documentation/web-search/responses · https://recherche-entreprises.api.gouv.fr/docs/ ·
// https://api.opencorporates.com/documentation/API-Reference · https://docs.brightdata.com/api-reference/web-scraper-api
import { type Asked, json, type PlatformDouble, type Reply } from './platform-double.ts';

export const braveKey = 'BSA-test-key';
export const bingKey = 'bing-test-key';
export const openCorporatesKey = 'oc-test-key';
export const brightDataKey = 'bd-test-key';

const braveError = (status: number, code: string): Reply =>
  json({ type: 'ErrorResponse', error: { id: 'x', status, code, detail: code } }, status);

const hits = [
  {
    url: 'https://www.tripadvisor.com/lala',
    title: 'Samosas de Lala - avis',
    description: 'Les <strong>Samosas de Lala</strong> à Analakely',
    page_age: '2026-11-10T00:00:00',
  },
  { url: 'https://samosas.example/', title: 'Samosas de Lala', description: 'Chez nous' },
  { url: 'https://www.facebook.com/lala', title: 'Samosas de Lala | Facebook', description: 'Samosas de Lala' },
  { url: 'https://autre.example/', title: 'Un autre sujet', description: 'sans le nom' },
];

export const braveDouble: PlatformDouble = {
  hosts: ['api.search.brave.com'],
  faults: {
    bad_token: braveError(422, 'SUBSCRIPTION_TOKEN_INVALID'),
    expired: braveError(422, 'SUBSCRIPTION_TOKEN_INVALID'),
    forbidden: braveError(403, 'RESOURCE_NOT_ALLOWED'),
    rate_limited: braveError(429, 'RATE_LIMITED'),
    down: braveError(500, 'INTERNAL'),
  },
  answer({ path, query, headers }: Asked) {
    if (headers['x-subscription-token'] !== braveKey) return braveError(422, 'SUBSCRIPTION_TOKEN_INVALID');
    const q = query.get('q') ?? '';
    if (q === '' || q.length > 400) return braveError(422, 'VALIDATION');
    if (path === '/res/v1/news/search')
      return json({
        results: [
          {
            url: 'https://presse.example/a',
            title: 'Portrait : Samosas de Lala',
            description: 'Une adresse',
            page_age: '2026-11-11T06:00:00',
          },
        ],
      });
    return json({ web: { results: hits } });
  },
};

export const bingDouble: PlatformDouble = {
  hosts: ['ssl.bing.com'],
  faults: {
    bad_token: json({ ErrorCode: 3, Message: 'ERROR!!! InvalidApiKey' }, 400),
    expired: json({ ErrorCode: 3, Message: 'ERROR!!! InvalidApiKey' }, 400),
    forbidden: json({ ErrorCode: 14, Message: 'ERROR!!! NotAuthorized' }, 400),
    rate_limited: json({ ErrorCode: 5, Message: 'ERROR!!! ThrottleHost' }, 400),
    down: json({ ErrorCode: 1, Message: 'ERROR!!! InternalError' }, 500),
  },
  answer({ path, query }: Asked) {
    if (query.get('apikey') !== bingKey) return json({ ErrorCode: 3, Message: 'ERROR!!! InvalidApiKey' }, 400);
    if (path.endsWith('/GetLinkCounts')) return json({ d: { Links: [{ Url: 'https://samosas.example/', Count: 3 }], TotalPages: 1 } });
    const link = (Url: string, AnchorText: string) => ({ Url, AnchorText });
    return json({
      d: {
        Details: [
          link('https://blog.tana.example/a', 'samosas'),
          link('https://www.tana.example/b', 'Lala'),
          link('https://guide.example/c', ''),
        ],
      },
    });
  },
};

const french = [
  {
    siren: '111222333',
    nom_complet: 'TRAITEUR DU PORT',
    activite_principale: '56.21Z',
    etat_administratif: 'A',
    date_creation: '2015-03-01',
    siege: { adresse: '1 quai, 13002 Marseille' },
    statut_diffusion: 'O',
  },
  { siren: '444555666', nom_complet: 'NE VEUT PAS', statut_diffusion: 'P', siege: {} },
];

export const registersDouble: PlatformDouble = {
  hosts: ['recherche-entreprises.api.gouv.fr', 'api.opencorporates.com'],
  faults: {
    bad_token: json({ error: { message: 'Invalid Api Token' } }, 401),
    expired: json({ error: { message: 'Invalid Api Token' } }, 401),
    forbidden: json({ error: { message: 'forbidden' } }, 403),
    rate_limited: json({ erreur: 'Trop de requêtes' }, 429),
    down: json({ erreur: 'indisponible' }, 503),
  },
  answer({ host, path, query }: Asked) {
    if (host.includes('gouv')) {
      if (Number(query.get('per_page')) > 25) return json({ erreur: 'Veuillez indiquer un paramètre `per_page` entre `1` et `25`' }, 400);
      return path === '/search' ? json({ results: french, total_results: 2, page: 1, per_page: 25 }) : undefined;
    }
    if (query.get('api_token') !== openCorporatesKey) return json({ error: { message: 'Invalid Api Token' } }, 401);
    const company = {
      name: 'TUNIS CATERING SARL',
      company_number: 'B123',
      jurisdiction_code: 'tn',
      inactive: false,
      incorporation_date: '2019-05-02',
      registered_address_in_full: 'Tunis',
      opencorporates_url: 'https://opencorporates.com/companies/tn/B123',
    };
    return json({ results: { companies: [{ company }] } });
  },
};

export function brightDataDouble() {
  let asked = 0;
  const orders: unknown[] = [];
  const rows = [
    {
      url: 'https://firm.example/',
      name: 'Firme SARL',
      industry: 'Restauration',
      address: 'Tana',
      phone: '+261 20 22 000 00',
      timestamp: '2026-11-01T00:00:00Z',
      email_of_boss: 'x',
    },
    { url: 'https://person.example/', full_name: 'Jean R.', job_title: 'chef' },
  ];
  const double: PlatformDouble & { orders: unknown[] } = {
    hosts: ['api.brightdata.com'],
    orders,
    faults: {
      bad_token: json({ message: 'Invalid credentials' }, 401),
      expired: json({ message: 'Invalid credentials' }, 401),
      forbidden: json({ message: 'Customer is not active' }, 403),
      rate_limited: json({ message: 'Too many requests' }, 429),
      down: json({ message: 'error' }, 500),
    },
    answer({ path, headers, body }: Asked) {
      if (headers.authorization !== `Bearer ${brightDataKey}`) return json({ message: 'Invalid credentials' }, 401);
      if (path === '/datasets/v3/trigger') return (orders.push(body), json({ snapshot_id: `s_${orders.length}` }));
      if (path.startsWith('/datasets/v3/progress/')) return json({ status: (asked += 1) < 2 ? 'running' : 'ready' });
      return json(rows);
    },
  };
  return double;
}

const zone: Record<string, { type: number; data: string }[]> = {
  'samosas.mg A': [{ type: 1, data: '203.0.114.9' }],
  'www.samosas.mg CNAME': [{ type: 5, data: 'pages.nexio.example.' }],
  'samosas.mg TXT': [
    { type: 16, data: '"v=spf1 include:sendgrid.net" " ~all"' },
    { type: 16, data: '"v=spf1 -all"' },
  ],
  'samosas.mg NS': [{ type: 2, data: 'dns1.ovh.net.' }],
};

/** The second resolver has not heard of www yet. */
export const dnsDouble: PlatformDouble = {
  hosts: ['cloudflare-dns.com', 'dns.google'],
  faults: {
    bad_token: json({}, 400),
    expired: json({}, 400),
    forbidden: json({}, 403),
    rate_limited: json({}, 429),
    down: json({}, 503),
  },
  answer({ host, query, headers }: Asked) {
    if (host === 'cloudflare-dns.com' && headers.accept !== 'application/dns-json') return json({}, 400);
    const key = `${query.get('name')} ${query.get('type')}`;
    const isLate = host === 'dns.google' && key.startsWith('www');
    return json({ Status: 0, Answer: isLate ? [] : (zone[key] ?? []).map((record) => ({ name: query.get('name'), TTL: 60, ...record })) });
  },
};

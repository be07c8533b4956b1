// Doubles of Google's interfaces with a tenant's consent (Analytics, Search Console, YouTube, Business Profile, Ads) and with the platform's key
// (Places, Text-to-Speech, YouTube Data). Errors as in https://cloud.google.com/apis/design/errors
import { type Asked, json, type PlatformDouble, type Reply } from './platform-double.ts';
import { tone } from './tone.ts';

export const googleToken = 'ya29.test-token-of-lala';
export const googleApiKey = 'AIza-test-key-of-the-platform';

const error = (code: number, status: string, message: string): Reply => json({ error: { code, message, status } }, code);
const unauthenticated = error(401, 'UNAUTHENTICATED', 'Request had invalid authentication credentials.');

const rows = (...list: string[][]) => ({
  rows: list.map(([first = '', ...values]) => ({ dimensionValues: [{ value: first }], metricValues: values.map((value) => ({ value })) })),
});

function analytics({ body }: Asked): Reply {
  const { dimensions } = body as { dimensions: { name: string }[] };
  const metadata = { currencyCode: 'EUR', subjectToThresholding: true };
  if (dimensions[0]?.name === 'date')
    return json({ ...rows(['20261110', '80', '96', '60', '4', '120.5'], ['20261111', '70', '81', '55', '3', '0']), metadata });
  if (dimensions.length === 2)
    return json({
      rows: [{ dimensionValues: [{ value: 'google' }, { value: 'organic' }], metricValues: [{ value: '120' }, { value: '5' }] }],
      metadata: {},
    });
  return json({ ...rows(['/menu', '210', '0.62']), metadata: {} });
}

function searchConsole({ body }: Asked): Reply {
  const { startDate } = body as { startDate: string };
  const row = (position: number, clicks: number) => ({
    keys: ['samosa tana', 'https://lala.example/'],
    clicks,
    impressions: 400,
    ctr: clicks / 400,
    position,
  });
  // the period before has a worse place, and does not know the second word
  if (startDate < '2026-11-05') return json({ rows: [row(8.24, 10)] });
  return json({ rows: [{ ...row(14.1, 2), keys: ['traiteur analakely', 'https://lala.example/menu'] }, row(4.21, 40)] });
}

const video = {
  id: 'vid1',
  snippet: { title: 'La pâte #shorts', description: 'En 30 secondes', publishedAt: '2026-11-10T08:00:00Z' },
  contentDetails: { duration: 'PT31S' },
  statistics: { likeCount: '90', commentCount: '8' },
};

function youtube({ path, query }: Asked): Reply | undefined {
  if (path === '/v2/reports') {
    const isByDay = query.get('dimensions') === 'day';
    const names = [query.get('dimensions') ?? '', ...(query.get('metrics') ?? '').split(',')];
    const values: Record<string, number> = {
      views: 500,
      likes: 30,
      comments: 4,
      shares: 2,
      cardClicks: 7,
      subscribersGained: 5,
      subscribersLost: 1,
    };
    const table = (isByDay ? ['2026-11-10', '2026-11-11'] : ['vid1']).map((first) => [
      first,
      ...names.slice(1).map((name) => values[name]),
    ]);
    return json({ columnHeaders: names.map((name) => ({ name })), rows: table });
  }
  if (path === '/youtube/v3/channels' && query.has('forHandle'))
    return json({
      items:
        query.get('forHandle') === '@chezrado'
          ? [{ statistics: { subscriberCount: '880' }, contentDetails: { relatedPlaylists: { uploads: 'UU1' } } }]
          : [],
    });
  if (path === '/youtube/v3/channels') return json({ items: [{ statistics: { subscriberCount: '1000' } }] });
  if (path === '/youtube/v3/playlistItems') return json({ items: [{ contentDetails: { videoId: 'vid1' } }] });
  if (path === '/youtube/v3/videos') return json({ items: [video] });
  return undefined;
}

/** Google Business Profile: r2 has an answer by hand. */
function reviews(store: Map<string, { comment: string; updateTime: string } | null>) {
  const review = (reviewId: string, starRating: string, comment: string) => ({
    reviewId,
    reviewer: { displayName: 'Rina' },
    starRating,
    comment,
    createTime: '2026-11-11T10:00:00Z',
    updateTime: '2026-11-11T10:00:00Z',
    ...(store.get(reviewId) ? { reviewReply: store.get(reviewId) } : {}),
  });
  const all = () => [
    review('r1', 'TWO', '(Translated by Google) The dough was cold.\n\n(Original)\nLa pâte était froide.'),
    review('r2', 'FIVE', 'Très bon !\n\n(Translated by Google)\nVery good!'),
  ];
  return ({ method, path, body }: Asked): Reply | undefined => {
    if (path === '/v4/accounts/1/locations/2/reviews') return json({ reviews: all(), totalReviewCount: 2 });
    const [, id = '', act] = /^\/v4\/accounts\/1\/locations\/2\/reviews\/(\w+)(\/reply)?$/.exec(path) ?? [];
    if (!act) return json(all().find(({ reviewId }) => reviewId === id) ?? {}, all().some(({ reviewId }) => reviewId === id) ? 200 : 404);
    if (method !== 'PUT') return error(405, 'INVALID_ARGUMENT', 'PUT only');
    const { comment } = body as { comment: string };
    if (comment.length > 4096) return error(400, 'INVALID_ARGUMENT', 'Reply is too long');
    store.set(id, { comment, updateTime: '2026-11-13T08:00:00Z' });
    return json(store.get(id));
  };
}

function googleAds(budgets: Map<string, number>, states: Map<string, string>) {
  return ({ path, body, headers }: Asked): Reply | undefined => {
    if (!headers['developer-token']) return error(401, 'UNAUTHENTICATED', 'DEVELOPER_TOKEN_PARAMETER_MISSING');
    const row = (id: string, name: string) => ({
      campaign: { resourceName: `customers/1234567890/campaigns/${id}`, id, name, status: states.get(id) },
      campaignBudget: {
        resourceName: `customers/1234567890/campaignBudgets/${id}`,
        amountMicros: String((budgets.get(id) ?? 0) * 1_000_000),
      },
      customer: { currencyCode: 'EUR' },
      metrics: { costMicros: '7250000', conversionsValue: 40.5, impressions: '900', clicks: '60', conversions: 4 },
    });
    if (path.endsWith('googleAds:searchStream')) {
      const { query } = body as { query: string };
      const [, only] = /campaign\.id = (\d+)/.exec(query) ?? [];
      const known = [row('31', 'Recherche samosas'), row('32', 'Traiteur')];
      return json([{ results: known.filter(({ campaign }) => !only || campaign.id === only) }]);
    }
    const [operation] = (body as { operations: { update?: Record<string, string>; create?: Record<string, string> }[] }).operations;
    const id = operation?.update?.resourceName?.split('/').at(-1) ?? '33';
    if (operation?.update?.amountMicros) budgets.set(id, Number(operation.update.amountMicros) / 1_000_000);
    if (operation?.update?.status) states.set(id, operation.update.status);
    if (operation?.create?.status && operation.create.status !== 'PAUSED')
      return error(400, 'INVALID_ARGUMENT', 'the double creates paused campaigns only');
    const kind = path.includes('campaignBudgets') ? 'campaignBudgets' : 'campaigns';
    return json({ results: [{ resourceName: `customers/1234567890/${kind}/${id}` }] });
  };
}

const places = ['Snack Ravo', 'Gargote Mena', 'Fermé depuis longtemps'].map((name, at) => ({
  id: `place-${at}`,
  displayName: { text: name },
  primaryTypeDisplayName: { text: 'Restaurant' },
  formattedAddress: `Lot ${at}, Analakely`,
  internationalPhoneNumber: '+261 34 00 000 0' + at,
  rating: 4.2,
  userRatingCount: 31,
  businessStatus: at === 2 ? 'CLOSED_PERMANENTLY' : 'OPERATIONAL',
}));

function byKey({ host, headers, body }: Asked): Reply | undefined {
  if (headers['x-goog-api-key'] !== googleApiKey) return error(400, 'INVALID_ARGUMENT', 'API key not valid. Please pass a valid API key.');
  if (host === 'places.googleapis.com')
    return headers['x-goog-fieldmask'] ? json({ places }) : error(400, 'INVALID_ARGUMENT', 'FieldMask is a required parameter.');
  const { input, voice } = body as { input: { ssml: string }; voice: { languageCode: string } };
  if (Buffer.byteLength(input.ssml) > 5000)
    return error(400, 'INVALID_ARGUMENT', 'Either `input.text` or `input.ssml` is longer than the limit of 5000 bytes.');
  if (!['fr-FR', 'en-US', 'ar-XA'].includes(voice.languageCode)) return error(400, 'INVALID_ARGUMENT', 'Voice does not exist.');
  return json({ audioContent: Buffer.from(tone(2)).toString('base64') });
}

const keyed = ['places.googleapis.com', 'texttospeech.googleapis.com'];

export function googleDouble() {
  const answers = new Map<string, { comment: string; updateTime: string } | null>([
    ['r2', { comment: 'Misaotra !', updateTime: '2026-11-12T00:00:00Z' }],
  ]);
  const budgets = new Map([['31', 20], ['32', 10]]); // prettier-ignore
  const states = new Map([['31', 'ENABLED'], ['32', 'PAUSED']]); // prettier-ignore
  const ofReviews = reviews(answers);
  const ofAds = googleAds(budgets, states);
  const double: PlatformDouble & { budgets: typeof budgets; states: typeof states } = {
    budgets,
    states,
    hosts: [
      ...keyed,
      'oauth2.googleapis.com',
      'analyticsdata.googleapis.com',
      'searchconsole.googleapis.com',
      'youtube.googleapis.com',
      'youtubeanalytics.googleapis.com',
      'mybusiness.googleapis.com',
      'googleads.googleapis.com',
    ],
    faults: {
      bad_token: unauthenticated,
      expired: unauthenticated,
      forbidden: error(403, 'PERMISSION_DENIED', 'The caller does not have permission'),
      rate_limited: error(429, 'RESOURCE_EXHAUSTED', 'Quota exceeded'),
      down: error(503, 'UNAVAILABLE', 'The service is currently unavailable.'),
    },
    answer(asked) {
      const { host, path, body, headers } = asked;
      if (host === 'oauth2.googleapis.com') {
        const isValid = String(body).includes('refresh_token=1%2F%2Fgood');
        return isValid
          ? json({ access_token: googleToken, expires_in: 3599 })
          : json({ error: 'invalid_grant', error_description: 'Token has been expired or revoked.' }, 400);
      }
      if (keyed.includes(host)) return byKey(asked);
      if (host === 'youtube.googleapis.com' && headers['x-goog-api-key'] === googleApiKey) return youtube(asked);
      if (headers.authorization !== `Bearer ${googleToken}`) return unauthenticated;
      if (host === 'analyticsdata.googleapis.com')
        return path.endsWith('/properties/4455:runReport') ? analytics(asked) : error(404, 'NOT_FOUND', 'no such property');
      if (host === 'searchconsole.googleapis.com') return searchConsole(asked);
      if (host === 'mybusiness.googleapis.com') return ofReviews(asked);
      if (host === 'googleads.googleapis.com') return ofAds(asked);
      return youtube(asked);
    },
  };
  return double;
}

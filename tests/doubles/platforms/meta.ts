// Double of Meta's Graph API: pages, Instagram, advertisements, WhatsApp. Errors as in https://developers.facebook.com/docs/graph-api/guides/error-handling
// and https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes
import { type Asked, json, type PlatformDouble, type Reply } from './platform-double.ts';

export const metaToken = 'EAAB-test-token-of-lala';

const error = (status: number, code: number, message: string, more: object = {}): Reply =>
  json({ error: { message, type: 'OAuthException', code, fbtrace_id: 'A1b2', ...more } }, status);

const badToken = error(401, 190, 'Invalid OAuth access token - Cannot parse access token');
const post = {
  id: '77_1',
  message: 'Samosas à 500 Ar ce vendredi',
  created_time: '2026-11-12T09:00:00+0000',
  permalink_url: 'https://www.facebook.com/77/posts/1',
  attachments: { data: [{ media_type: 'photo' }] },
  shares: { count: 3 },
  reactions: { summary: { total_count: 41 } },
  comments: { summary: { total_count: 7 } },
  insights: {
    data: [
      { name: 'post_media_view', values: [{ value: 900 }] },
      { name: 'post_total_media_view_unique', values: [{ value: 620 }] },
      { name: 'post_clicks', values: [{ value: 18 }] },
    ],
  },
};

const day = (name: string, ...values: number[]) => ({
  name,
  period: 'day',
  values: values.map((value, at) => ({
    value,
    end_time: new Date(Date.UTC(2026, 10, 11 + at, 8)).toISOString().replace('.000Z', '+0000'),
  })),
});

const media = [
  {
    id: 'm2',
    caption: 'Le secret de la pâte',
    media_type: 'VIDEO',
    media_product_type: 'REELS',
    permalink: 'https://www.instagram.com/reel/m2/',
    timestamp: '2026-11-12T18:00:00+0000',
    like_count: 120,
    comments_count: 9,
    insights: {
      data: [
        { name: 'reach', values: [{ value: 1500 }] },
        { name: 'views', values: [{ value: 2100 }] },
        { name: 'saved', values: [{ value: 33 }] },
        { name: 'shares', values: [{ value: 12 }] },
      ],
    },
  },
  {
    id: 'm1',
    caption: 'Ancien',
    media_type: 'IMAGE',
    permalink: 'https://www.instagram.com/p/m1/',
    timestamp: '2026-10-01T10:00:00+0000',
    like_count: 5,
  },
];

/** Campaigns of act_55; changes stay for the life of the double. */
export function metaDouble() {
  const campaigns = new Map([
    ['901', { id: '901', name: 'Samosas novembre', effective_status: 'ACTIVE', daily_budget: '2000', account_id: '55' }],
    ['902', { id: '902', name: 'Traiteur', effective_status: 'PAUSED', daily_budget: '1500', account_id: '55' }],
  ]);
  const sent: Record<string, unknown>[] = [];

  function ads({ method, path, query }: Asked): Reply | undefined {
    if (path.endsWith('/act_55') && method === 'GET') return json({ id: 'act_55', currency: 'EUR' });
    if (path.endsWith('/act_55/campaigns') && method === 'GET') return json({ data: [...campaigns.values()] });
    if (path.endsWith('/act_55/campaigns')) {
      if (query.get('status') !== 'PAUSED') return error(400, 100, 'the double creates paused campaigns only');
      campaigns.set('903', {
        id: '903',
        name: query.get('name') ?? '',
        effective_status: 'PAUSED',
        daily_budget: query.get('daily_budget') ?? '0',
        account_id: '55',
      });
      return json({ id: '903' });
    }
    if (path.endsWith('/act_55/insights'))
      return json({
        data: [
          {
            campaign_id: '901',
            spend: '12.34',
            impressions: '4000',
            clicks: '88',
            actions: [{ action_type: 'omni_purchase', value: '6' }],
            action_values: [{ action_type: 'omni_purchase', value: '61.70' }],
          },
        ],
      });
    const campaign = campaigns.get(path.split('/').at(-1) ?? '');
    if (!campaign) return undefined;
    if (method === 'GET') return json(campaign);
    const status = query.get('status');
    const budget = query.get('daily_budget');
    if (status) campaign.effective_status = status;
    if (budget) campaign.daily_budget = budget;
    return json({ success: true });
  }

  function whatsApp({ body }: Asked): Reply {
    const message = body as { to: string; type: string; text?: { body: string }; interactive?: { body: { text: string } } };
    if (message.to === '261340000404') return error(400, 131026, 'Message undeliverable');
    if (message.to === '261340000429') return error(400, 130429, 'Rate limit hit');
    if (message.type !== 'template' && message.to === '261340000047') return error(400, 131047, 'Re-engagement message');
    if ((message.text?.body.length ?? 0) > 4096 || (message.interactive?.body.text.length ?? 0) > 1024)
      return error(400, 100, 'Invalid parameter');
    sent.push(message);
    return json({ messaging_product: 'whatsapp', contacts: [{ wa_id: message.to }], messages: [{ id: `wamid.${sent.length}` }] });
  }

  function discovery(query: URLSearchParams): Reply {
    const [, name] = /business_discovery\.username\(([\w.]+)\)/.exec(query.get('fields') ?? '') ?? [];
    if (name !== 'chezrado') return error(400, 110, 'Invalid user id', { error_subcode: 2207013 });
    const found = {
      username: name,
      name: 'Chez Rado',
      biography: 'Traiteur à Tana',
      website: 'https://rado.example',
      followers_count: 5400,
      media_count: 210,
    };
    return json({ business_discovery: { ...found, media: { data: media } } });
  }

  const double: PlatformDouble & { sent: typeof sent; campaigns: typeof campaigns } = {
    hosts: ['graph.facebook.com'],
    sent,
    campaigns,
    faults: {
      bad_token: badToken,
      expired: error(401, 190, 'Error validating access token: Session has expired', { error_subcode: 463 }),
      forbidden: error(403, 200, 'Permissions error'),
      rate_limited: error(400, 4, 'Application request limit reached'),
      down: error(500, 2, 'Service temporarily unavailable'),
    },
    answer(asked) {
      const { path, query, headers } = asked;
      if (headers.authorization !== `Bearer ${metaToken}` || query.has('access_token')) return badToken;
      if (!/^\/v\d+\.\d\//.test(path)) return error(400, 2500, 'Unknown path components');
      if (path.endsWith('/messages')) return whatsApp(asked);
      if (query.get('fields')?.startsWith('business_discovery')) return discovery(query);
      if (path.endsWith('/17841/insights')) {
        const values = { reach: 300, views: 450, total_interactions: 40, profile_links_taps: 6 };
        return json({ data: Object.entries(values).map(([name, value]) => ({ name, period: 'day', total_value: { value } })) });
      }
      if (path.endsWith('/17841/media')) return json({ data: media });
      if (path.endsWith('/17841')) return json({ followers_count: 2345, id: '17841' });
      if (path.endsWith('/77/insights')) {
        if (!query.get('metric')?.includes('page_media_view')) return error(400, 100, 'The value must be a valid insights metric');
        return json({
          data: [
            day('page_media_view', 1000, 1200),
            day('page_total_media_view_unique', 700, 800),
            day('page_post_engagements', 50, 61),
            day('page_total_actions', 9, 11),
            day('page_follows', 3100, 3104),
          ],
        });
      }
      if (path.endsWith('/77/posts')) return json({ data: [post], paging: { cursors: { after: 'x' } } });
      return ads(asked);
    },
  };
  return double;
}

// Doubles of TikTok: Display API (https://developers.tiktok.com/doc/tiktok-api-v2-error-handling) and API for Business
// (https://business-api.tiktok.com/portal/docs?id=1737172488964097), whose status is 200 whatever happens.
import { type Asked, json, type PlatformDouble, type Reply } from './platform-double.ts';

export const tiktokToken = 'act.test-token-of-lala';

const displayError = (status: number, code: string): Reply => json({ data: {}, error: { code, message: code, log_id: 'x1' } }, status);

export const tiktokDouble: PlatformDouble = {
  hosts: ['open.tiktokapis.com'],
  faults: {
    bad_token: displayError(401, 'access_token_invalid'),
    expired: displayError(401, 'access_token_invalid'),
    forbidden: displayError(401, 'scope_not_authorized'),
    rate_limited: displayError(429, 'rate_limit_exceeded'),
    down: displayError(500, 'internal_error'),
  },
  answer({ method, path, query, headers, body }) {
    if (headers.authorization !== `Bearer ${tiktokToken}`) return displayError(401, 'access_token_invalid');
    const ok = { code: 'ok', message: '', log_id: 'x2' };
    if (path === '/v2/user/info/') return json({ data: { user: { follower_count: 5150, likes_count: 40_000 } }, error: ok });
    if (path !== '/v2/video/list/' || method !== 'POST' || !query.get('fields')?.includes('view_count'))
      return displayError(400, 'invalid_params');
    if ((body as { max_count: number }).max_count > 20) return displayError(400, 'invalid_params');
    const video = (id: string, day: string, view_count: number) => ({
      id,
      title: `Vidéo ${id}`,
      create_time: Date.parse(`${day}T10:00:00Z`) / 1000,
      share_url: `https://www.tiktok.com/@lala/video/${id}`,
      view_count,
      like_count: 210,
      comment_count: 12,
      share_count: 33,
    });
    const isSecond = (body as { cursor?: number }).cursor !== undefined;
    const videos = isSecond ? [video('9001', '2026-10-01', 80)] : [video('9003', '2026-11-12', 7400), video('9002', '2026-11-10', 3100)];
    return json({ data: { videos, cursor: 170, has_more: !isSecond }, error: ok });
  },
};

const businessError = (code: number, message: string): Reply => json({ code, message, request_id: 'r1', data: {} });

export function tiktokAdsDouble() {
  const campaigns = new Map([
    ['t1', { campaign_id: 't1', campaign_name: 'Reels samosas', operation_status: 'ENABLE', budget: 60, budget_mode: 'BUDGET_MODE_DAY' }],
    ['t2', { campaign_id: 't2', campaign_name: 'Ouverture', operation_status: 'DISABLE', budget: 50, budget_mode: 'BUDGET_MODE_DAY' }],
  ]);
  const ok = (data: unknown) => json({ code: 0, message: 'OK', request_id: 'r2', data });
  const double: PlatformDouble & { campaigns: typeof campaigns } = {
    hosts: ['business-api.tiktok.com'],
    campaigns,
    faults: {
      bad_token: businessError(40_105, 'Access token is incorrect or has been revoked.'),
      expired: businessError(40_102, 'Access token has expired.'),
      forbidden: businessError(40_001, 'No permission to operate advertiser.'),
      rate_limited: businessError(40_100, 'Too many requests.'),
      down: businessError(50_000, 'System error.'),
    },
    answer({ path, query, headers, body }: Asked) {
      if (headers['access-token'] !== tiktokToken) return businessError(40_105, 'Access token is incorrect or has been revoked.');
      const asked = body as {
        campaign_id?: string;
        campaign_ids?: string[];
        budget?: number;
        operation_status?: string;
        advertiser_id?: string;
      };
      if ((asked.advertiser_id ?? query.get('advertiser_id') ?? query.get('advertiser_ids')?.replaceAll(/[["\]]/g, '')) !== '700')
        return businessError(40_002, 'no such advertiser');
      if (path.endsWith('/advertiser/info/')) return ok({ list: [{ currency: 'USD' }] });
      if (path.endsWith('/campaign/get/')) {
        const wanted = (JSON.parse(query.get('filtering') ?? '{}') as { campaign_ids?: string[] }).campaign_ids;
        return ok({ list: [...campaigns.values()].filter(({ campaign_id }) => !wanted || wanted.includes(campaign_id)) });
      }
      if (path.endsWith('/report/integrated/get/'))
        return ok({
          list: [
            {
              dimensions: { campaign_id: 't1' },
              metrics: { spend: '33.10', impressions: '9000', clicks: '140', conversion: '7', total_purchase_value: '99.30' },
            },
          ],
        });
      const campaign = campaigns.get(asked.campaign_id ?? asked.campaign_ids?.[0] ?? '');
      if (path.endsWith('/campaign/create/')) {
        if (asked.operation_status !== 'DISABLE') return businessError(40_002, 'the double creates paused campaigns only');
        return ok({ campaign_id: 't3' });
      }
      if (!campaign) return businessError(40_002, 'no such campaign');
      if (path.endsWith('/campaign/update/')) {
        if ((asked.budget ?? 0) < 50) return businessError(40_002, 'budget: the minimum is 50 USD');
        campaign.budget = asked.budget ?? 0;
      } else campaign.operation_status = asked.operation_status ?? '';
      return ok({});
    },
  };
  return double;
}

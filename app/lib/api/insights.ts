// What the detectors found and propose (SQL domain: insights).
import type { Platform } from '$supabase/payloads.ts';
import { callInTenant, readRows } from './client.ts';

export type Insight = {
  id: string;
  detector: 'anomaly' | 'opportunity' | 'timing' | 'recycler' | 'crisis';
  code: 'engagement_fell' | 'better_hour' | 'old_hit' | 'competitor_price' | 'competitor_offer_added' | 'many_angry';
  /** figures of the sentence; which ones depends on the code */
  params: { platform?: Platform; format?: string; [name: string]: unknown };
  /** the first is what Apply does */
  actions: { key: string; chain_key?: string; act?: string }[];
  state: 'open' | 'applied' | 'dismissed' | 'expired';
  run_id: string | null;
  created_at: string;
  decided_at: string | null;
};

const columns = 'id,detector,code,params,actions,state,run_id,created_at,decided_at';

/** Open cards first, then the newest decided ones. */
export const listInsights = () =>
  readRows<Insight>('insights', {
    select: columns,
    state: 'neq.expired',
    order: 'decided_at.desc.nullsfirst,created_at.desc',
    limit: '40',
  });

/** @param action key of one of the card's actions. The same client key again gives the same run. */
export const applyInsight = (id: string, action: string, clientKey: string) =>
  callInTenant<{ run_id: string | null }>('apply_insight', { p_insight_id: id, p_action: action, p_client_key: clientKey });
export const dismissInsight = (id: string) => callInTenant<unknown>('dismiss_insight', { p_insight_id: id });

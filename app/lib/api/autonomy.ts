// What may go out or be spent unasked (SQL domain: autonomy): what skills have earned and been given, the reply mode, mandates for campaigns.
import { callInTenant, readRows } from './client.ts';

export type SkillTrust = {
  skill: string;
  /** approvals in a row without a change, at most 100 */
  streak: number;
  is_on: boolean;
  window_minutes: number;
  takes_house_model: boolean;
  given_by_name: string | null;
  given_at: string | null;
  ended_at: string | null;
  ended_why: 'rejected' | 'edited' | 'owner' | null;
  /** announced and not yet out */
  going_out: number;
};
export type ReplyMode = 'manual' | 'semi' | 'full';
export type Autonomy = {
  offer_after: number;
  replies: { mode: ReplyMode; streak: number; needed: number };
  skills: SkillTrust[];
};
export type Campaign = {
  id: string;
  network: 'meta' | 'google' | 'tiktok' | 'linkedin';
  name: string;
  external_id: string;
  daily_budget_micros: number;
  currency: string;
  mandate_id: string | null;
};
export type Mandate = {
  id: string;
  currency: string;
  daily_cap_micros: number;
  total_cap_micros: number;
  until: string;
  given_at: string;
};

export const readAutonomy = () => callInTenant<Autonomy>('read_autonomy');

/** Throws AppError `autonomy_not_earned`, `autonomy_invalid`, `needs_two_factor`, `no_permission`. Again for the same skill = other terms. */
export const giveAutonomy = (skill: string, windowMinutes: number, takesHouseModel: boolean) =>
  callInTenant<unknown>('give_autonomy', { p_skill_key: skill, p_window_minutes: windowMinutes, p_takes_house_model: takesHouseModel });

export const takeAutonomy = (skill: string) => callInTenant<{ taken: boolean }>('take_autonomy', { p_skill_key: skill });

export const setOfferAfter = (count: number) => callInTenant<unknown>('set_offer_after', { p_count: count });

export const setReplyMode = (mode: ReplyMode) => callInTenant<unknown>('update_tenant_settings', { p_patch: { reply_mode: mode } });

/** Campaigns that run, and the mandates in force. */
export async function readMandates(): Promise<{ campaigns: Campaign[]; mandates: Mandate[] }> {
  const [campaigns, mandates] = await Promise.all([
    readRows<Campaign>('campaigns', {
      select: 'id,network,name,external_id,daily_budget_micros,currency,mandate_id',
      status: 'neq.ended',
      order: 'network,name',
      limit: '50',
    }),
    readRows<Mandate>('mandates', {
      select: 'id,currency,daily_cap_micros,total_cap_micros,until,given_at',
      revoked_at: 'is.null',
      until: `gt.${new Date().toISOString()}`,
      order: 'given_at.desc',
    }),
  ]);
  return { campaigns, mandates };
}

/** Needs a session that has proved the second factor. Money in millionths of the campaigns' currency. Throws AppError `mandate_invalid` {field}. */
export const giveMandate = (mandate: { campaigns: string[]; dailyCap: number; totalCap: number; until: string }) =>
  callInTenant<{ id: string; until: string }>('give_mandate', {
    p_campaign_ids: mandate.campaigns,
    p_daily_cap_micros: mandate.dailyCap,
    p_total_cap_micros: mandate.totalCap,
    p_until: mandate.until,
  });

export const revokeMandate = (id: string) => callInTenant<{ revoked: boolean }>('revoke_mandate', { p_mandate_id: id });

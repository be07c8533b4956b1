// What the four advertising networks have in common for us. Implemented beside this file (meta/ads.ts, google/ads.ts, tiktok/ads.ts,
// linkedin/ads.ts); used by the skills of functions/run-steps/skills/http/ads-skill.ts.
import type { Door } from './door.ts';

export type Campaign = {
  id: string;
  network: 'meta' | 'google' | 'tiktok' | 'linkedin';
  name: string;
  status: 'active' | 'paused' | 'ended';
  /** amounts in whole units of `currency` */
  daily_budget: number;
  currency: string;
  spend: number;
  revenue: number;
  impressions: number;
  clicks: number;
  conversions: number;
  /** days, both included */
  from: string;
  to: string;
};

export type CampaignState = Pick<Campaign, 'id' | 'name' | 'status' | 'daily_budget' | 'currency'> & {
  /** what the network wants back when the budget is set, where it is a thing of its own */
  budget_id?: string;
};

export type NewCampaign = { name: string; daily_budget: number; headline: string; text: string; url: string };

export type AdsNetwork = {
  name: Campaign['network'];
  host: string;
  report: (door: Door, from: string, to: string) => Promise<{ campaigns: Campaign[]; currency: string }>;
  /** null: no such campaign in this account */
  read: (door: Door, campaignId: string) => Promise<CampaignState | null>;
  setBudget: (door: Door, campaign: CampaignState, amount: number) => Promise<void>;
  setStatus: (door: Door, campaign: CampaignState, status: 'active' | 'paused') => Promise<void>;
  /** always paused; gives its id */
  create: (door: Door, wish: NewCampaign) => Promise<string>;
};

/** Round to cents, so that 0.1 + 0.2 is 0.3 on the screen. */
export const money = (amount: unknown): number => Math.max(0, Math.round((Number(amount) || 0) * 100) / 100);

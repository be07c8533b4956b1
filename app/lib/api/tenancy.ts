// Tenants, memberships and the person's profile (SQL domain: tenancy).
import { call, callInTenant, readRow } from './client.ts';

export type Role = 'owner' | 'admin' | 'staff' | 'external';
export type Membership = {
  tenant_id: string;
  name: string;
  slug: string;
  role: Role;
  plan_key: string;
  language: 'mg' | 'fr' | 'en' | 'ar';
  look: 'glass' | 'modern' | 'cyberpunk' | 'matrix';
  is_demo: boolean;
};

export const listMemberships = () => call<Membership[]>('list_memberships');

export const createTenant = (business: { name: string; country: string; language: string; timezone: string }) =>
  call<{ tenant_id: string; slug: string }>('create_tenant', {
    p_name: business.name,
    p_country: business.country,
    p_language: business.language,
    p_timezone: business.timezone,
  });

/** Tells the server which tenant this auth session works in, for channels that cannot send a header (Realtime). */
export const switchTenant = (tenantId: string) => call<unknown>('switch_tenant', { p_tenant_id: tenantId });

export const updateTenant = (patch: { name?: string; language?: string; look?: string }) =>
  callInTenant<unknown>('update_tenant', { p_patch: patch });

export const updateProfile = (patch: { display_name?: string; language?: string }) => call<unknown>('update_profile', { p_patch: patch });

export const readProfile = (userId: string) =>
  readRow<{ display_name: string; language: string }>('profiles', { select: 'display_name,language', user_id: `eq.${userId}` });

/** The one free trial of a business on the free plan. @param plan one with trial days: starter, growth, pro */
export const startTrial = (plan: string) => callInTenant<{ plan: string; ends_at: string }>('start_trial', { p_plan_key: plan });

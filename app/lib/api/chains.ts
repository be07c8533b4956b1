// Chains that the tenant has built, and saving one (SQL domain: catalog, tenant chains). Starting one: week-plan.ts.
import { callInTenant, readRow, readRows } from './client.ts';
import type { Schema } from './skills.ts';

/** A step as engine.check_chain reads it. */
export type ChainStep = {
  key: string;
  agent: string;
  skill: string;
  needs?: string[];
  with?: Record<string, unknown>;
  each?: string;
  review_by?: string;
  approval?: string;
};
export type Chain = {
  key: string;
  name: string;
  priority: 'high' | 'medium' | 'low';
  is_active: boolean;
  steps: ChainStep[];
  input_schema: Schema;
};

const own = { select: 'key,name,priority,is_active,steps,input_schema', tenant_id: 'not.is.null' };

export const listOwnChains = () => readRows<Chain>('chains', { ...own, order: 'name' });
export const readOwnChain = (key: string) => readRow<Chain>('chains', { ...own, key: `eq.${key}` });

export const saveChain = (chain: Omit<Chain, 'is_active'> & { active?: boolean }) =>
  callInTenant<{ key: string; is_active: boolean }>('save_chain', { p_chain: chain });

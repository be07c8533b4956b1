// Skills: the built-in ones and the tenant's own, with MoltGuard's verdict (SQL domain: catalog, tenant skills).
import { callInTenant, readRow, readRows } from './client.ts';

/** A JSON schema as far as skill cards and chains go. */
export type Schema = {
  type?: string | string[];
  title?: string;
  description?: string;
  format?: string;
  enum?: unknown[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
  default?: unknown;
  additionalProperties?: boolean;
};

/** What MoltGuard found: which rule, in which part of the card, in which words. */
export type Finding = { category: string; code: string; place: string; quote: string };

export type Skill = {
  key: string;
  /** null = built in */
  tenant_id: string | null;
  name: string;
  category: string;
  kind: 'prompt' | 'code' | 'http';
  description: string;
  /** what must be connected outside, by the tenant or by us */
  account: string | null;
  account_owner: 'tenant' | 'platform' | null;
  /** models of the house only */
  is_private: boolean;
  is_active: boolean;
  verdict: 'passed' | 'blocked' | null;
  findings: Finding[];
  version: number;
};
export type SkillShape = { key: string; tenant_id: string | null; input_schema: Schema; output_schema: Schema };
export type SkillCardRow = Skill &
  SkillShape & { prompts: string[]; tools: string[]; hosts: string[]; request: object | null; estimated_cost_micros: number };

const columns = 'key,tenant_id,name,category,kind,description,account,account_owner,is_private,is_active,verdict,findings,version';

/** All that this tenant has: its own first, then the built-in ones by category. */
export const listSkills = () =>
  readRows<Skill>('skills', {
    select: columns,
    order: 'tenant_id.asc.nullslast,category,key',
    or: '(tenant_id.not.is.null,is_active.is.true)',
  });

/** One skill whole; a tenant's own hides a built-in one of that name. Null when there is none. */
export const readSkill = (key: string) =>
  readRow<SkillCardRow>('skills', {
    select: `${columns},input_schema,output_schema,prompts,tools,hosts,request,estimated_cost_micros`,
    key: `eq.${key}`,
    order: 'tenant_id.asc.nullslast',
  });

/** What these skills get and give back. */
export const readShapes = (keys: string[]) =>
  readRows<SkillShape>('skills', {
    select: 'key,tenant_id,input_schema,output_schema',
    key: `in.(${keys.map((key) => `"${key}"`).join(',')})`,
    order: 'tenant_id.asc.nullslast',
  });

/** Which outside accounts the tenant has connected. */
export const listAccounts = () =>
  readRows<{ account: string; expires_at: string | null }>('integrations', { select: 'account,expires_at' });

export type Proposed = { key: string; verdict: 'passed' | 'blocked'; findings: Finding[]; version: number; is_active: boolean };
/** @param card as supabase/catalog/skill-card.ts reads it; `version` refuses to overwrite somebody else's change */
export const proposeSkill = (card: Record<string, unknown>) => callInTenant<Proposed>('propose_skill', { p_skill: card });
export const switchSkill = (key: string, isOn: boolean) =>
  callInTenant<{ is_active: boolean }>('switch_skill', { p_key: key, p_is_on: isOn });

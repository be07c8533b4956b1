// What the engine's tests share: a memory stack, an owner with a confirmed brand, a worker in this process, a model that says what a test wants.
import { randomUUID } from 'node:crypto';
import { createClient, type Session, type SupabaseClient } from '@supabase/supabase-js';
import { createWorkerClient, type WorkerClient } from '../../functions/_shared/worker-client.ts';
import { houseModel } from '../../functions/_shared/house/index.ts';
import type { ModelCall, Provider } from '../../functions/_shared/models/types.ts';
import { runSteps, type ShiftReport } from '../../functions/run-steps/handle.ts';
import { createSkills } from '../../functions/run-steps/skills/registry.ts';
import { boot, type BootOptions, type Stack } from '../../local/boot.ts';
import type { BrandDna } from '../../supabase/payloads.ts';

export const brand: BrandDna = {
  name: 'Chez Lala',
  tagline: '',
  website: '',
  logo_url: '',
  colours: { primary: '#b4541a', secondary: '#2b4c7e', accent: '#0f5c5c', ground: '#ffffff', ink: '#1a1a1a' },
  fonts: { heading: 'Poppins', body: 'Inter' },
  voice: { tones: ['warm'], address: 'familiar', words_to_use: [], words_to_avoid: [], examples: [] },
  audience: 'Les gens du quartier',
  services: [{ name: 'Samosas', price: '500 Ar' }],
  competitors: [],
  place: 'Analakely',
  phone: '034 00 000 00',
  opening_hours: '8h-18h',
  rules: [],
};

export type Owner = { client: SupabaseClient; session: Session; id: string; tenantId: string };
export type Run = {
  id: string;
  state: string;
  error_code: string | null;
  error_detail: Record<string, unknown> | null;
  cost_micros: number;
};
export type Step = {
  id: number;
  key: string;
  state: string;
  round: number;
  attempt: number;
  output: Record<string, unknown> | null;
  claim_token: string | null;
};

export async function bootEngine(options: Partial<BootOptions> = {}): Promise<Stack> {
  return boot({ dataDir: null, app: null, functions: null, jobs: false, ...options });
}

/** Signs up, makes a tenant and confirms its brand, all through the API. */
export async function newOwner(stack: Stack): Promise<Owner> {
  const auth = { persistSession: false, autoRefreshToken: false };
  const first = createClient(stack.url, stack.keys.publishable, { auth });
  const { data, error } = await first.auth.signUp({ email: `owner-${randomUUID()}@example.test`, password: 'correct horse' });
  if (error || !data.user || !data.session) throw new Error(`sign-up failed: ${error?.message}`);
  const made = await first.rpc('create_tenant', {
    p_name: `Shop ${randomUUID().slice(0, 8)}`,
    p_country: 'MG',
    p_language: 'fr',
    p_timezone: 'Indian/Antananarivo',
  });
  if (made.error) throw new Error(`create_tenant: ${made.error.message} ${made.error.details}`);
  const tenantId = String(made.data.tenant_id);
  const headers = { 'x-tenant-id': tenantId, authorization: `Bearer ${data.session.access_token}` };
  const client = createClient(stack.url, stack.keys.publishable, { auth, global: { headers } });
  const saved = await client.rpc('save_brand_dna', { p_tenant_id: tenantId, p_dna: brand, p_expected_version: 0 });
  if (saved.error) throw new Error(`save_brand_dna: ${saved.error.message} ${saved.error.details}`);
  return { client, session: data.session, id: data.user.id, tenantId };
}

/** Calls a verb as the owner; raises what the database raised. */
export async function ask<T>(owner: Owner, verb: string, args: Record<string, unknown> = {}): Promise<T> {
  const { data, error } = await owner.client.rpc(verb, { p_tenant_id: owner.tenantId, ...args });
  if (error) throw Object.assign(new Error(error.message), { code: error.code, details: error.details });
  return data as T;
}

export async function requestPost(owner: Owner, more: Record<string, unknown> = {}): Promise<string> {
  const post = {
    p_request: 'promo -20 % samosas vendredi',
    p_platform: 'nexio_page',
    p_language: 'fr',
    p_scheduled_at: null,
    p_client_key: randomUUID(),
  };
  return (await ask<{ run_id: string }>(owner, 'request_post', { ...post, ...more })).run_id;
}

export async function readRun(stack: Stack, id: string): Promise<Run> {
  const [run] = await stack.query<Run>('select id, state, error_code, error_detail, cost_micros from public.chain_runs where id = $1', [
    id,
  ]);
  if (!run) throw new Error(`no run ${id}`);
  return run;
}

export async function readSteps(stack: Stack, runId: string): Promise<Record<string, Step>> {
  const steps = await stack.query<Step>('select * from public.chain_steps where run_id = $1 order by position, item', [runId]);
  return Object.fromEntries(steps.map((step) => [step.key, step]));
}

export const kindsOf = async (stack: Stack, runId: string): Promise<string[]> =>
  (await stack.query<{ kind: string }>('select kind from public.events where run_id = $1 order by id', [runId])).map(({ kind }) => kind);

export type Answers = Record<string, (call: ModelCall) => unknown>;

const good: Answers = {
  'social-captions': () => ({ say: 'Voilà.', body: 'Chez Lala : samosas à -20 % vendredi.', headline: 'Samosas -20 % vendredi' }),
  'hashtag-generator': () => ({ say: 'Trois suffisent.', hashtags: ['#samosas'], call_to_action: 'Passez vendredi.' }),
  'fact-checker': () => ({ say: 'Tout y est.', verdict: 'praise', findings: [] }),
  'brand-compliance': () => ({ say: 'Bon.', score: 90, reasons: ['Prix et jour sont là.'] }),
};

/** Answers a call, each member of a batch on its own. */
const say = (answer: Answers[string], { members, ...call }: ModelCall): unknown =>
  members ? { answers: members.map((facts, number) => ({ member: number + 1, answer: answer({ ...call, facts }) })) } : answer(call);

/** A provider in the house model's place whose answers a test writes, one per skill; `others` answers for the rest. */
export function scriptedModel(answers: Answers = {}, others?: Provider): Provider {
  return {
    name: 'house',
    generate: async (call, route, watch) => {
      const answer = answers[call.skill] ?? (others ? undefined : good[call.skill]);
      if (answer) return { json: say(answer, call), usage: { input_tokens: 100, output_tokens: 50, cached_tokens: 0 } };
      if (!others) throw new Error(`no answer for ${call.skill}`);
      return others.generate(call, route, watch);
    },
  };
}

export const workerOf = (stack: Stack): WorkerClient => createWorkerClient(stack.url, stack.keys.secret);

/** Works in this process until the queues are empty: the same loop, client and skills as the edge function. */
function workWith(stack: Stack, house: Provider, client = workerOf(stack), allowHosts: string[] = []): Promise<ShiftReport> {
  const shift = { worker: 'test', concurrency: 4, lease_seconds: 60, claim_for_ms: 120_000, signal: AbortSignal.timeout(120_000) };
  return runSteps(client, createSkills({ house }, allowHosts), shift);
}

export const work = (stack: Stack, answers: Answers = {}, client = workerOf(stack)) => workWith(stack, scriptedModel(answers), client);
/** The house model answers; `answers` speak in its place where a test has a wish. */
export const workWithHouse = (stack: Stack, answers: Answers = {}, allowHosts: string[] = []) =>
  workWith(stack, scriptedModel(answers, houseModel), workerOf(stack), allowHosts);

/** Moves the engine's clock for one statement. */
export function at<Row = Record<string, unknown>>(stack: Stack, time: string, sql: string, params: unknown[] = []): Promise<Row[]> {
  return stack.exclusive(async (tx) => {
    await tx.query(`select set_config('nexio.now', (now() + $1::interval)::text, true)`, [time]);
    return tx.query<Row>(sql, params);
  });
}

/** Reads until the value is wanted; raises with the last one when it takes too long. */
export async function until<T>(read: () => Promise<T>, wanted: (value: T) => boolean, seconds = 60): Promise<T> {
  const end = performance.now() + seconds * 1000;
  for (;;) {
    const value = await read();
    if (wanted(value)) return value;
    if (performance.now() > end) throw new Error(`not reached within ${seconds} s: ${JSON.stringify(value)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

// The database as a worker sees it: one method per verb of schema `worker`, and the media bucket. Called by functions/run-steps.
import { createClient } from '@supabase/supabase-js';
import { z } from 'zod';
import { Language, type BrandDna, type Verdict } from './payloads.ts';
import { providerNames } from './models/types.ts';

/** worker.claim: a step that is this worker's until its lease ends. */
export const ClaimedStep = z.object({
  step_id: z.number().int(),
  token: z.uuid(),
  run_id: z.uuid(),
  tenant_id: z.uuid(),
  key: z.string(),
  agent: z.string(),
  skill: z.string(),
  round: z.number().int(),
  attempt: z.number().int(),
  /** steps of one batch may share a question to the model: a fan-out's members, at most twelve a claim; null = alone */
  batch: z.string().nullish(),
  /** the request of the run or of the fan-out's member: learned patterns near it are read along */
  about: z.string().nullish(),
});
export type ClaimedStep = z.infer<typeof ClaimedStep>;

const JsonSchema = z.custom<z.core.JSONSchema.JSONSchema>((value) => typeof value === 'object' && value !== null);

/** worker.read_context: what the Context Builder put together. `brand`, `outputs`, `previous` are jsonb that the database keeps in shape. */
export const StepContext = z.object({
  step: z.object({ round: z.number(), attempt: z.number(), refutations: z.number(), rejections: z.number() }),
  run: z.object({ chain_key: z.string(), language: Language, input: z.record(z.string(), z.unknown()), trace_id: z.string() }),
  agent: z.object({
    key: z.string(),
    name: z.string(),
    soul: z.string(),
    manual: z.string(),
    /** facts it is sure enough of, and what people said to it in this run: data, both */
    memory: z.array(z.string()).default([]),
    mentions: z.array(z.string()).default([]),
  }),
  skill: z.object({
    key: z.string(),
    kind: z.enum(['prompt', 'code', 'http']),
    description: z.string(),
    prompts: z.array(z.string()),
    tools: z.array(z.string()),
    input_schema: JsonSchema.nullish(),
    output_schema: JsonSchema.nullish(),
    max_output_tokens: z.number().int().nullish(),
    /** how long the same question has the same answer; without it, never */
    cache_hours: z.number().int().nullish(),
    /** the outside account it needs: the tenant's own, or a key of the platform */
    account: z.string().nullish(),
    account_owner: z.enum(['tenant', 'platform']).nullish(),
    hosts: z.array(z.string()).nullish(),
    is_private: z.boolean().nullish(),
    /** what a tenant's own http skill asks: {method, url, query, headers, body} with {{input name}} in its texts */
    request: z.unknown().optional(),
  }),
  /** the skill's inputs by name (engine.step_input) */
  input: z.record(z.string(), z.unknown()).default({}),
  /** how the account of the skill stands; its secret comes by read_account alone */
  account: z.object({ status: z.enum(['missing', 'connected', 'expired']), name: z.string() }).nullish(),
  brand: z.custom<BrandDna>().nullable(),
  outputs: z.record(z.string(), z.unknown()),
  item: z.unknown().nullish(),
  previous: z.record(z.string(), z.unknown()).nullish(),
  findings: z.custom<Verdict['findings']>(Array.isArray),
  reasons: z.array(z.string()),
  recent: z.array(z.object({ body: z.string(), platform: z.string(), status: z.string() })),
  patterns: z.array(z.object({ body: z.string(), confidence: z.number() })),
  lessons: z.array(z.object({ kind: z.string(), before: z.unknown(), after: z.unknown(), reason: z.string() })),
});
export type StepContext = z.infer<typeof StepContext>;

const Route = z.object({ tier: z.string(), provider: z.enum(providerNames), model: z.string(), estimate_micros: z.number() });
export type Route = z.infer<typeof Route>;
const Reservation = z.union([
  z.object({ routes: z.array(Route) }),
  z.object({ blocked: z.enum(['claim_lost', 'no_model_route', 'daily_cost_spent']) }),
]);
export type Reservation = z.infer<typeof Reservation>;

/** One call as the provider counted it; the database prices it. `outcome`: answered or a ModelError code. */
export type CallReport = {
  tier: string;
  provider: string;
  model: string;
  input_tokens: number;
  output_tokens: number;
  cached_tokens: number;
  duration_ms: number;
  outcome: string;
  /** what made it cheaper than a call of its own at full price */
  lever: 'batch' | 'prompt_cache' | 'semantic_cache' | null;
  /** input tokens that the same work without the lever would have needed beyond these */
  saved_tokens?: number;
};

const KeptAnswer = z.object({ answer: z.record(z.string(), z.unknown()), input_tokens: z.number(), output_tokens: z.number() });
export type KeptAnswer = z.infer<typeof KeptAnswer>;

export type Completion = { step_id: number; token: string; output: Record<string, unknown>; duration_ms: number; calls: CallReport[] };
export type Failure = { code: string; detail: Record<string, unknown>; is_retryable: boolean; calls: CallReport[] };
type Owned = Pick<ClaimedStep, 'step_id' | 'token'>;

const Cycle = z.object({ completed: z.array(z.number().int()), claimed: z.array(ClaimedStep) });
export type Cycle = z.infer<typeof Cycle>;

/** A verb that the database refused, or a database that could not be reached. */
export class WorkerError extends Error {
  override readonly name = 'WorkerError';
}

/** The service key reads every folder: a path that an input names must lie in the tenant's own. */
function ownPath({ tenant_id }: Pick<ClaimedStep, 'tenant_id'>, path: string): string {
  if (!path.startsWith(`${tenant_id}/`) || path.includes('..'))
    throw new WorkerError('media: the path is not in the folder of this tenant');
  return path;
}

export type WorkerClient = ReturnType<typeof createWorkerClient>;

/** @param serviceKey the service_role key: nobody else may use schema worker */
export function createWorkerClient(url: string, serviceKey: string) {
  const options = { auth: { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false } };
  const client = createClient(url, serviceKey, { ...options, db: { schema: 'worker' } });

  async function call(verb: string, args: Record<string, unknown>): Promise<unknown> {
    const { data, error } = await client.rpc(verb, args);
    if (error) throw new WorkerError(`${verb}: ${error.message}`, { cause: error });
    return data;
  }

  return {
    /** Completes and claims in one transaction; `limit` 0 claims nothing. */
    async cycle(items: Completion[], worker: string, limit: number, leaseSeconds: number): Promise<Cycle> {
      return Cycle.parse(await call('cycle', { p_items: items, p_worker: worker, p_limit: limit, p_lease_seconds: leaseSeconds }));
    },
    /** null: nothing to do, the claim is lost or the database has failed the run itself. `embedding`: 384 numbers, orders the learned patterns. */
    async readContext(step: Owned, embedding: number[] | null = null): Promise<StepContext | null> {
      const asked = { p_step_id: step.step_id, p_token: step.token, p_embedding: embedding && JSON.stringify(embedding) };
      const context = await call('read_context', asked);
      return context === null ? null : StepContext.parse(context);
    },
    /** Holds the money of one call. `isPicture`: image models, in place of those of the step's skill. */
    async reserveModelCall(
      step: Owned,
      providers: string[],
      inputTokens: number,
      outputTokens: number,
      isPicture = false,
    ): Promise<Reservation> {
      const asked = { p_providers: providers, p_input_tokens: inputTokens, p_output_tokens: outputTokens, p_is_picture: isPicture };
      return Reservation.parse(await call('reserve_model_call', { p_step_id: step.step_id, p_token: step.token, ...asked }));
    },
    /** Cost lever semantic_cache: what this tenant was answered before. `rest` is all that was given beside the question. */
    async readAnswer(step: Owned, question: string, rest: string, embedding: string | null): Promise<KeptAnswer | null> {
      const asked = { p_question: question, p_rest: rest, p_embedding: embedding };
      const kept = await call('read_answer', { p_step_id: step.step_id, p_token: step.token, ...asked });
      return kept === null ? null : KeptAnswer.parse(kept);
    },
    async keepAnswer(step: Owned, question: string, rest: string, embedding: string | null, kept: KeptAnswer): Promise<void> {
      const { answer, input_tokens, output_tokens } = kept;
      await call('keep_answer', {
        p_step_id: step.step_id,
        p_token: step.token,
        p_question: question,
        p_rest: rest,
        p_answer: answer,
        p_input_tokens: input_tokens,
        p_output_tokens: output_tokens,
        p_embedding: embedding,
      });
    },
    /** Holds the money of a call that we pay by other units than tokens (letters, milliseconds, calls). */
    async reserveMetered(step: Owned, provider: string, units: number): Promise<{ model: string } | { blocked: string }> {
      const asked = { p_step_id: step.step_id, p_token: step.token, p_provider: provider, p_units: Math.ceil(units) };
      return z.union([z.object({ model: z.string() }), z.object({ blocked: z.string() })]).parse(await call('reserve_metered_call', asked));
    },
    /** Learned patterns that have no place among the others yet. */
    async patternsToEmbed(limit: number): Promise<{ id: string; body: string }[]> {
      return z.array(z.object({ id: z.uuid(), body: z.string() })).parse(await call('patterns_to_embed', { p_limit: limit }));
    },
    async keepEmbeddings(items: { id: string; embedding: number[] }[]): Promise<void> {
      await call('keep_embeddings', { p_items: items });
    },
    async fail(step: Owned, failure: Failure): Promise<void> {
      const { code, detail, is_retryable, calls } = failure;
      await call('fail', {
        p_step_id: step.step_id,
        p_token: step.token,
        p_code: code,
        p_detail: detail,
        p_is_retryable: is_retryable,
        p_calls: calls,
      });
    },
    /** new: do it; settled: it was done; unknown: an earlier worker may have; claim_lost: leave it. */
    async reserveEffect(step: Owned, key: string, kind: string): Promise<'new' | 'settled' | 'unknown' | 'claim_lost'> {
      const state = await call('reserve_effect', { p_step_id: step.step_id, p_token: step.token, p_key: key, p_kind: kind });
      return z.enum(['new', 'settled', 'unknown', 'claim_lost']).parse(state);
    },
    async settleEffect(step: Owned, key: string, data: Record<string, unknown>): Promise<void> {
      await call('settle_effect', { p_step_id: step.step_id, p_key: key, p_data: data });
    },
    /** What the other side answered when the effect was settled; null when it is not. */
    async readEffect(step: Owned, key: string): Promise<Record<string, unknown> | null> {
      const data = await call('read_effect', { p_step_id: step.step_id, p_token: step.token, p_key: key });
      return z.record(z.string(), z.unknown()).nullable().parse(data);
    },
    /** Has a person approved this kind of gate in the step's run? Asked before a message goes out or money is spent. */
    async hasApproval(step: Owned, gate: 'publish' | 'outreach' | 'money' | 'settings'): Promise<boolean> {
      return (await call('has_approval', { p_step_id: step.step_id, p_token: step.token, p_gate: gate })) === true;
    },
    /** The secret of the account that the step's skill needs: a token, or JSON of several fields; null when it is not connected. */
    async readSecret(step: Owned): Promise<string | null> {
      return z
        .string()
        .nullable()
        .parse(await call('read_secret', { p_step_id: step.step_id, p_token: step.token }));
    },
    /** A file of the step's own tenant out of bucket media. @throws WorkerError for another tenant's path or none */
    async readMedia(step: Pick<ClaimedStep, 'tenant_id'>, path: string): Promise<{ bytes: Uint8Array<ArrayBuffer>; mime: string }> {
      const { data, error } = await client.storage.from('media').download(ownPath(step, path));
      if (error) throw new WorkerError(`media: ${error.message}`, { cause: error });
      return { bytes: new Uint8Array(await data.arrayBuffer()), mime: data.type.split(';')[0] ?? '' };
    },
    /** An address by which an outside service reads one file of the tenant for `seconds`. */
    async signMedia(step: Pick<ClaimedStep, 'tenant_id'>, path: string, seconds: number): Promise<string> {
      const { data, error } = await client.storage.from('media').createSignedUrl(ownPath(step, path), seconds);
      if (error) throw new WorkerError(`media: ${error.message}`, { cause: error });
      return data.signedUrl;
    },
    /** Puts a file into bucket media; the same path again replaces it. */
    async storeMedia(path: string, bytes: Uint8Array<ArrayBuffer>, mime: string): Promise<void> {
      const { error } = await client.storage
        .from('media')
        .upload(path, new Blob([bytes], { type: mime }), { contentType: mime, upsert: true });
      if (error) throw new WorkerError(`media: ${error.message}`, { cause: error });
    },
  };
}

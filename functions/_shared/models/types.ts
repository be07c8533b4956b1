// The model seam: what a skill asks, what a provider answers. Called by functions/run-steps; implemented by the
// providers beside this file and by functions/_shared/house (provider `house`).
import type { z } from 'zod';
import type { BrandDna, Language, Platform, Verdict } from '../payloads.ts';

export const providerNames = ['house', 'openai', 'openai_compatible', 'google', 'anthropic'] as const;
export type ProviderName = (typeof providerNames)[number];

/** One row of `model_routes`: a tier is tried in order of rank. */
export type ModelRoute = { provider: ProviderName; model: string };

/** What is known as data. Only the house model reads it; the other providers get the same facts inside `prompt`. */
export type ModelFacts = {
  /** the person's sentence, or '' in a brand scan */
  request: string;
  platform: Platform;
  /** null only while the Brand DNA is still being made (chain brand_dna_extract) */
  brand: BrandDna | null;
  /** outputs of the earlier steps of the run, by step key (in a brand scan `fetch` is a CrawlResult) */
  outputs: Record<string, unknown>;
  /** 0 at first, +1 each time a reviewer refuted the work */
  round: number;
  findings: Verdict['findings'];
  /** 0 at first, +1 each time the quality gate sent the work back */
  attempt: number;
  /** the skill's inputs by name, held to its card's input_schema */
  input: Record<string, unknown>;
  /** the member of a fan-out this step works on */
  item: unknown;
};

export type ModelCall<T = unknown> = {
  skill: string;
  /** stable instructions: cached by providers that can (soul, manual, skill card) */
  system: string;
  /** what changes from call to call; whatever came from outside stands in fenced blocks (render-prompt.ts) */
  prompt: string;
  /** the shape of the answer; also sent to the provider as JSON schema */
  schema: z.ZodType<T>;
  /** [a-z_]+, names the schema to the provider */
  schema_name: string;
  language: Language;
  max_output_tokens: number;
  facts: ModelFacts;
  /** a batch: the facts of each member, where `facts` are the first one's; the answer is {answers: [{member: 1-n, answer}]} */
  members?: ModelFacts[];
  /** the caller's wish to stop (run cancelled, worker at its wall) */
  signal?: AbortSignal;
};

/** Tokens as the provider counted them. `cached_tokens` is the part of `input_tokens` read from a prompt cache. */
export type ModelUsage = { input_tokens: number; output_tokens: number; cached_tokens: number };

/** A provider gives text that should be JSON, or the value itself. It does not check the schema: askModel does. */
export type ProviderAnswer = {
  usage: ModelUsage;
  /** the model that answered, when it is not the route's (an override by environment) */
  model?: string;
} & ({ text: string } | { json: unknown });

/** askModel's clock: `signal` stops the call, `progress()` says that something arrived (else the call counts as stalled). */
export type CallWatch = { signal: AbortSignal; progress: () => void };

export type Provider = {
  name: ProviderName;
  /** Raises ModelError (model-error.ts); never retries, never repairs: those rules live in askModel. */
  generate(call: ModelCall, route: ModelRoute, watch: CallWatch): Promise<ProviderAnswer>;
};

export type Providers = Partial<Record<ProviderName, Provider>>;

export type ModelAnswer<T> = ModelUsage & {
  output: T;
  provider: ProviderName;
  model: string;
  /** wall time of the whole question, repairs and fallbacks included */
  duration_ms: number;
};

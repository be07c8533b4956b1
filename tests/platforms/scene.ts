// The scene of the http skills' tests: every platform's double, one step as the worker does it, and a database that remembers effects and files.
import { randomUUID } from 'node:crypto';
import { doStep } from '../../functions/run-steps/do-step.ts';
import { httpSkills } from '../../functions/run-steps/skills/http/http-skills.ts';
import type { CallReport, ClaimedStep, Failure, WorkerClient } from '../../functions/_shared/worker-client.ts';
import type { Language } from '../../supabase/payloads.ts';
import { startGoogle } from '../doubles/google.ts';
import { startOpenAi } from '../doubles/openai.ts';
import { googleDouble } from '../doubles/platforms/google.ts';
import { linkedInDouble } from '../doubles/platforms/linkedin.ts';
import { mailchimpDouble, sendGridDouble } from '../doubles/platforms/mail.ts';
import { dIdDouble, elevenLabsDouble, klingDouble, openAiAudioDouble } from '../doubles/platforms/media.ts';
import { metaDouble } from '../doubles/platforms/meta.ts';
import { startPlatforms } from '../doubles/platforms/platform-double.ts';
import { bingDouble, braveDouble, brightDataDouble, dnsDouble, registersDouble } from '../doubles/platforms/search.ts';
import { tiktokAdsDouble, tiktokDouble } from '../doubles/platforms/tiktok.ts';
import { brands } from '../eval/set/brands.ts';
import { contextOf } from '../run-skill.ts';

export const now = '2026-11-13T08:00:00.000Z';
export const tenant = '11111111-1111-4111-8111-111111111111';

export type Wish = {
  input: Record<string, unknown>;
  /** the account's fields; null = not connected */
  secret?: Record<string, string> | null;
  language?: Language;
  /** gates that a person approved in this run */
  approved?: string[];
  attempt?: number;
  isExpired?: boolean;
  /** today's money is spent */
  isBroke?: boolean;
  env?: Record<string, string>;
  /** the same step again: what an earlier try left stays */
  step?: ClaimedStep;
};
export type Outcome = Told & { output: Record<string, unknown>; calls: CallReport[] };

export const newStep = (skill: string): ClaimedStep => ({
  step_id: Math.floor(Math.random() * 1e9),
  token: randomUUID(),
  run_id: randomUUID(),
  tenant_id: tenant,
  key: 'step',
  agent: 'data_analyst',
  skill,
  round: 1,
  attempt: 1,
});

/** What of the worker's client these skills use; files and effects live as long as the scene. */
function database(approved: string[], secret: Wish['secret'], told: Told, kept: Kept, isBroke = false) {
  const client: Partial<WorkerClient> = {
    fail: async (_step, failure) => void (told.failure = failure),
    readSecret: async () => (secret ? JSON.stringify(secret) : null),
    hasApproval: async (_step, gate) => approved.includes(gate),
    reserveEffect: async (_step, key) => {
      const found = kept.effects.get(key);
      if (found === undefined) return (kept.effects.set(key, null), 'new');
      return found === null ? 'unknown' : 'settled';
    },
    settleEffect: async (_step, key, data) => void kept.effects.set(key, data),
    readEffect: async (_step, key) => kept.effects.get(key) ?? null,
    storeMedia: async (path, bytes, mime) => void kept.files.set(path, { bytes, mime }),
    readMedia: async (_step, path) => {
      const file = kept.files.get(path);
      if (!file) throw new Error(`media: no file ${path}`);
      return file;
    },
    signMedia: async (_step, path) => `https://storage.example/${path}?token=x`,
    reserveMetered: async (_step, provider, units) => {
      told.held.push({ provider, units });
      return isBroke ? { blocked: 'daily_cost_spent' } : { model: `${provider}-model` };
    },
    reserveModelCall: async (_step, [provider]) => ({
      routes: [
        {
          tier: 'image',
          provider: provider as 'openai',
          model: provider === 'google' ? 'gemini-3.1-flash-image' : 'gpt-image-2.5-flare',
          estimate_micros: 1,
        },
      ],
    }),
  };
  return client as WorkerClient;
}

type Told = { failure: Failure | null; held: { provider: string; units: number }[] };
type Kept = { effects: Map<string, Record<string, unknown> | null>; files: Map<string, { bytes: Uint8Array<ArrayBuffer>; mime: string }> };

export async function startScene() {
  const doubles = {
    meta: metaDouble(),
    google: googleDouble(),
    linkedIn: linkedInDouble(),
    sendGrid: sendGridDouble(),
    mailchimp: mailchimpDouble(),
    tiktokAds: tiktokAdsDouble(),
    dId: dIdDouble(),
    kling: klingDouble(),
    brightData: brightDataDouble(),
  };
  const [platforms, openAi, gemini] = await Promise.all([
    startPlatforms(
      ...Object.values(doubles),
      tiktokDouble,
      elevenLabsDouble,
      openAiAudioDouble,
      braveDouble,
      bingDouble,
      registersDouble,
      dnsDouble,
    ),
    startOpenAi(),
    startGoogle(),
  ]);
  doubles.dId.base.url = platforms.url;
  doubles.kling.base.url = platforms.url;
  const kept: Kept = { effects: new Map(), files: new Map() };
  const env = {
    ...platforms.env,
    OPENAI_BASE_URL: `${openAi.url}/v1`,
    GEMINI_BASE_URL: gemini.url,
    GOOGLE_ADS_DEVELOPER_TOKEN: 'dev-token',
    PLATFORM_WAIT_MS: '5',
  };

  /** One step of the skill, held to its card on both sides. */
  async function run(skill: string, wish: Wish): Promise<Outcome> {
    const told: Told = { failure: null, held: [] };
    const context = contextOf(skill, { ...wish.input, now }, { language: wish.language ?? 'fr', brand: brands.lala });
    const isOwned = context.skill.account !== undefined;
    const status = wish.isExpired ? ('expired' as const) : wish.secret ? ('connected' as const) : ('missing' as const);
    context.account = isOwned ? { status, name: '' } : null;
    const step = { ...(wish.step ?? newStep(skill)), attempt: wish.attempt ?? 1 };
    const client = {
      ...database(wish.approved ?? [], wish.secret, told, kept, wish.isBroke),
      readContext: async () => context,
    } as WorkerClient;
    const one = httpSkills({ ...env, ...wish.env })[skill];
    if (!one) throw new Error(`no http skill ${skill}`);
    const result = await doStep(client, { skillFor: () => ({ run: one }) }, step, AbortSignal.timeout(20_000));
    const { output, calls } = result.kind === 'completed' ? result.completion : { output: {}, calls: told.failure?.calls ?? [] };
    return { output, calls, ...told };
  }

  return {
    run,
    platforms,
    openAi,
    gemini,
    ...doubles,
    kept,
    close: () => Promise.all([platforms.close(), openAi.close(), gemini.close()]),
  };
}
export type Scene = Awaited<ReturnType<typeof startScene>>;

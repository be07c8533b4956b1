// Edge function run-steps: wakes, answers 202 and works a shift in the background. Called by the database (pg_net) with WORKER_SECRET.
import { allowedHosts } from '../_shared/crawler/crawl.ts';
import { houseModel } from '../_shared/house/index.ts';
import { configuredProviders } from '../_shared/models/configured.ts';
import { createWorkerClient } from '../_shared/worker-client.ts';
import { workerSecretCheck } from '../_shared/worker-secret.ts';
import { embedPatterns } from './embed-patterns.ts';
import { runSteps } from './handle.ts';
import { createSkills } from './skills/registry.ts';

declare const Deno: {
  env: { toObject(): Record<string, string> };
  serve(handler: (request: Request) => Response | Promise<Response>): void;
};
declare const EdgeRuntime: { waitUntil(work: Promise<unknown>): void };

/** Hosted functions live 150 s on the free plan: nothing is claimed in the last 40 %, and open calls stop before the wall. */
const wallMs = 150_000;

const env = Deno.env.toObject();
const need = (name: string): string => {
  const value = env[name];
  if (!value) throw new Error(`run-steps needs ${name}`);
  return value;
};
const client = createWorkerClient(need('SUPABASE_URL'), need('SUPABASE_SERVICE_ROLE_KEY'));
const tools = createSkills(configuredProviders(env, houseModel), allowedHosts(env.CRAWLER_ALLOW_HOSTS), env);
const isSecret = workerSecretCheck(need('WORKER_SECRET'));

async function workShift(): Promise<void> {
  const shift = {
    worker: `run-steps-${crypto.randomUUID().slice(0, 8)}`,
    concurrency: 8,
    lease_seconds: 160,
    claim_for_ms: wallMs * 0.6,
    signal: AbortSignal.timeout(wallMs * 0.93),
  };
  // after the work: nobody waits for what was learned last week
  const report = await runSteps(client, tools, shift);
  await embedPatterns(client);
  console.log(shift.worker, JSON.stringify(report));
}

Deno.serve((request) => {
  if (request.method !== 'POST') return Response.json({ code: 'method_not_allowed' }, { status: 405 });
  if (!isSecret(request.headers.get('authorization'))) return Response.json({ code: 'not_the_worker_secret' }, { status: 401 });
  EdgeRuntime.waitUntil(workShift().catch((error: unknown) => console.error('shift:', error instanceof Error ? error.message : error)));
  return Response.json({ accepted: true }, { status: 202 });
});

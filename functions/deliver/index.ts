// Edge function deliver: wakes, answers 202 and sends what is due in the background. Called by the database (pg_net) with WORKER_SECRET.
import { workerSecretCheck } from '../_shared/worker-secret.ts';
import { createDeliveryClient } from './delivery-client.ts';
import { runDeliveries } from './handle.ts';
import { createChannels, sendBy } from './registry.ts';

declare const Deno: {
  env: { toObject(): Record<string, string> };
  serve(handler: (request: Request) => Response | Promise<Response>): void;
};
declare const EdgeRuntime: { waitUntil(work: Promise<unknown>): void };

/** Hosted functions live 150 s on the free plan: nothing is claimed in the last 40 %. */
const wallMs = 150_000;

const env = Deno.env.toObject();
const need = (name: string): string => {
  const value = env[name];
  if (!value) throw new Error(`deliver needs ${name}`);
  return value;
};
const client = createDeliveryClient(need('SUPABASE_URL'), need('SUPABASE_SERVICE_ROLE_KEY'));
const channels = createChannels(env);
const isSecret = workerSecretCheck(need('WORKER_SECRET'));
// the embedded stack serves the app under the same address
const tools = { ...client.media, appUrl: (env.APP_URL || need('SUPABASE_URL')).replace(/\/+$/, '') };

async function workShift(): Promise<void> {
  const shift = {
    worker: `deliver-${crypto.randomUUID().slice(0, 8)}`,
    concurrency: 20,
    lease_seconds: 60,
    claim_for_ms: wallMs * 0.6,
    message_ms: 30_000,
  };
  const report = await runDeliveries(client, (delivery, more) => sendBy(channels, delivery, more), tools, shift);
  console.log(shift.worker, JSON.stringify(report));
}

Deno.serve((request) => {
  if (request.method !== 'POST') return Response.json({ code: 'method_not_allowed' }, { status: 405 });
  if (!isSecret(request.headers.get('authorization'))) return Response.json({ code: 'not_the_worker_secret' }, { status: 401 });
  EdgeRuntime.waitUntil(workShift().catch((error: unknown) => console.error('shift:', error instanceof Error ? error.message : error)));
  return Response.json({ accepted: true }, { status: 202 });
});

// Edge function keep-audit: wakes, answers 202, hands out the heads of the day and archives old months in the background. Called by the database (pg_net) with WORKER_SECRET.
import { workerSecretCheck } from '../_shared/worker-secret.ts';
import { createAuditClient } from './audit-client.ts';
import { keepAudit } from './handle.ts';

declare const Deno: {
  env: { toObject(): Record<string, string> };
  serve(handler: (request: Request) => Response | Promise<Response>): void;
};
declare const EdgeRuntime: { waitUntil(work: Promise<unknown>): void };

/** Hosted functions have 2 s of processor: four files and room for the rest. The clock calls every ten minutes. */
const partsAShift = 4;

const env = Deno.env.toObject();
const need = (name: string): string => {
  const value = env[name];
  if (!value) throw new Error(`keep-audit needs ${name}`);
  return value;
};
const client = createAuditClient(need('SUPABASE_URL'), need('SUPABASE_SERVICE_ROLE_KEY'));
const isSecret = workerSecretCheck(need('WORKER_SECRET'));
const outside = env.AUDIT_HEADS_URL;

/** Any address that keeps what is posted: a mail gateway, a log service, another company's server. */
async function post(body: string): Promise<void> {
  const answer = await fetch(outside ?? '', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(env.AUDIT_HEADS_TOKEN ? { authorization: `Bearer ${env.AUDIT_HEADS_TOKEN}` } : {}) },
    body,
    signal: AbortSignal.timeout(20_000),
  });
  await answer.body?.cancel();
  if (!answer.ok) throw new Error(`AUDIT_HEADS_URL answered ${answer.status}`);
}

Deno.serve((request) => {
  if (request.method !== 'POST') return Response.json({ code: 'method_not_allowed' }, { status: 405 });
  if (!isSecret(request.headers.get('authorization'))) return Response.json({ code: 'not_the_worker_secret' }, { status: 401 });
  EdgeRuntime.waitUntil(
    keepAudit(client, outside ? post : null, partsAShift).then(
      (report) => console.log('keep-audit', JSON.stringify(report)),
      (error: unknown) => console.error('keep-audit:', error instanceof Error ? error.message : error),
    ),
  );
  return Response.json({ accepted: true }, { status: 202 });
});

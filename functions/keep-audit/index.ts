// Edge function keep-audit: wakes, answers 202, hands out the heads of the day and archives old months in the background. Called by the database (pg_net) with WORKER_SECRET.
import { env, need, serveWoken } from '../_shared/edge.ts';
import { createAuditClient } from './audit-client.ts';
import { keepAudit } from './handle.ts';

/** Hosted functions have 2 s of processor: four files and room for the rest. The clock calls every ten minutes. */
const partsAShift = 4;

const client = createAuditClient(need('SUPABASE_URL'), need('SUPABASE_SERVICE_ROLE_KEY'));
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

serveWoken('keep-audit', () => keepAudit(client, outside ? post : null, partsAShift));

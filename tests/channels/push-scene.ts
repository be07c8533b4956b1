// What tests and benches of pushes share on a real stack: phones of people at the local push service, and approvals that come to their gate. Not a test.
import { randomUUID } from 'node:crypto';
import { createClient, type SupabaseClient } from '@supabase/supabase-js';
import type { Stack } from '../../local/boot.ts';
import type { Received, Subscription } from '../../local/doubles/push-service.ts';
import { PushPayload } from '../../supabase/payloads.ts';
import type { Owner } from '../engine/scenario.ts';

export type Phone = {
  endpoint: string;
  /** messages as the service worker opens them */
  received(): Promise<(Received & { payload: PushPayload })[]>;
  /** what the next message meets */
  break(fault: string): Promise<void>;
};

/** A browser of this person says yes to pushes, through the verbs. */
export async function newPhone(stack: Stack, owner: Owner, device = 'Tecno Spark'): Promise<Phone> {
  const key = await owner.client.rpc('read_push_key');
  const made = await fetch(`${stack.url}/_local/push/`, { method: 'POST', body: JSON.stringify({ key: key.data }) });
  const { endpoint, keys } = (await made.json()) as Subscription;
  const saved = await owner.client.rpc('save_push_subscription', {
    p_endpoint: endpoint,
    p_p256dh: keys.p256dh,
    p_auth: keys.auth,
    p_device: device,
  });
  if (saved.error) throw new Error(`save_push_subscription: ${saved.error.message}`);
  return {
    endpoint,
    received: async () =>
      ((await (await fetch(endpoint)).json()) as Received[]).map((message) => ({
        ...message,
        payload: PushPayload.parse(JSON.parse(message.text)),
      })),
    break: async (fault) => void (await fetch(endpoint, { method: 'PUT', body: JSON.stringify({ fault }) })),
  };
}

/** A post comes to its gate, as a run brings it there; returns the approval's id. */
export async function askForDecision(stack: Stack, { tenantId }: Owner, gate = 'publish', priority = 'high'): Promise<string> {
  return stack.exclusive(async (tx) => {
    const [run] = await tx.query<{ id: string }>(
      `select engine.start_run($1, engine.route_task(null, 'create_social_post'), 'Promo samosas', '{"platform": "nexio_page"}', 'fr') as id`,
      [tenantId],
    );
    const id = run?.id ?? '';
    await tx.query(`update public.chain_runs set priority = $2 where id = $1`, [id, priority]);
    await tx.query(
      `update public.chain_steps set state = 'done', output = '{"body": "Samosas vendredi chez Lala", "headline": "Samosas vendredi"}' where run_id = $1 and key <> 'quality_gate'`,
      [id],
    );
    await tx.query(
      `update public.chain_steps set state = 'done', gate = $2, output = '{"score": 90}', score = 90 where run_id = $1 and key = 'quality_gate'`,
      [id, gate],
    );
    await tx.query(`select engine.request_approval(id) from public.chain_steps where run_id = $1 and key = 'quality_gate'`, [id]);
    const [approval] = await tx.query<{ id: string }>('select id from public.approvals where run_id = $1', [id]);
    return approval?.id ?? '';
  });
}

export type Decision = { outcome: string; approval_id?: string; state?: string; version?: number };

/** A tap on the notification: no session, only the token. */
export async function tap(
  stack: Stack,
  token: string | null,
  decision: 'approve' | 'reject' | 'stop' = 'approve',
  more: Record<string, unknown> = {},
): Promise<Decision> {
  const { data, error } = await nobody(stack).rpc('decide_by_token', { p_token: token, p_decision: decision, ...more });
  if (error) throw Object.assign(new Error(error.message), { code: error.code });
  return data as Decision;
}

export const nobody = (stack: Stack): SupabaseClient =>
  createClient(stack.url, stack.keys.publishable, { auth: { persistSession: false, autoRefreshToken: false, storageKey: randomUUID() } });

// The database as a registered agent sees it: the governance verbs (product.md B6) and the files of the tasks it holds. Called by worker.ts.
import { createClient } from '@supabase/supabase-js';
import { z } from 'zod';
import { RenderError } from './render-error.ts';
import type { Media } from './render-task.ts';

/** claim_tasks: work that is this agent's until its lease ends. */
export const Task = z.object({
  step_id: z.number().int(),
  token: z.uuid(),
  run_id: z.uuid(),
  tenant_id: z.uuid(),
  key: z.string(),
  skill: z.string(),
  round: z.number().int(),
  language: z.enum(['mg', 'fr', 'en', 'ar']),
  input: z.record(z.string(), z.unknown()),
  /** folder of the run in bucket media, with its last slash */
  media_prefix: z.string(),
});
export type Task = z.infer<typeof Task>;

export type Agent = { name: string; capabilities: string[]; priorityScore: number };
export type AgentClient = Awaited<ReturnType<typeof signInAgent>>;

/**
 * Signs an auth user of kind `agent` in and keeps its session fresh.
 * @param key the publishable key: an agent has no more rights than its own
 * @throws RenderError `sign_in_failed` {said}
 */
export async function signInAgent(url: string, key: string, email: string, password: string) {
  const client = createClient(url, key, { auth: { persistSession: false, autoRefreshToken: true } });
  const { error } = await client.auth.signInWithPassword({ email, password });
  if (error) throw new RenderError('sign_in_failed', { said: error.message }, true);

  async function call(verb: string, args: Record<string, unknown>): Promise<unknown> {
    const { data, error: refused } = await client.rpc(verb, args);
    if (refused) throw new RenderError('verb_refused', { verb, said: refused.message }, true);
    return data;
  }
  const media: Media = {
    async read(path) {
      const { data, error: missing } = await client.storage.from('media').download(path);
      if (missing) throw new RenderError('media_missing', { path }, false);
      return new Uint8Array(await data.arrayBuffer());
    },
    async store(path, bytes, mime) {
      const file = new Blob([Uint8Array.from(bytes)], { type: mime });
      const { error: refused } = await client.storage.from('media').upload(path, file, { contentType: mime, upsert: true });
      if (refused) throw new RenderError('media_refused', { path, said: refused.message }, true);
    },
  };
  return {
    media,
    register: (agent: Agent) =>
      call('register_agent', { p_name: agent.name, p_capabilities: agent.capabilities, p_priority_score: agent.priorityScore }),
    /** @param cpu @param memory shares of what there is, 0-1 */
    report: (status: 'idle' | 'busy', cpu: number, memory: number) =>
      call('report_agent', { p_status: status, p_cpu: cpu, p_memory: memory }),
    claim: async (limit: number, leaseSeconds: number) =>
      z.array(Task).parse(await call('claim_tasks', { p_limit: limit, p_lease_seconds: leaseSeconds })),
    complete: (task: Task, output: Record<string, unknown>, durationMs: number) =>
      call('complete_task', { p_step_id: task.step_id, p_token: task.token, p_output: output, p_duration_ms: durationMs }),
    fail: (task: Task, code: string, detail: Record<string, unknown>, isRetryable: boolean) =>
      call('fail_task', { p_step_id: task.step_id, p_token: task.token, p_code: code, p_detail: detail, p_is_retryable: isRetryable }),
    stop: () => client.auth.stopAutoRefresh(),
  };
}

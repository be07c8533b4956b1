// An agent of somebody else's making, over the API alone: it signs in, registers, hears of work on its own topic, claims, reads and writes the media of what it
// holds and nothing else, hands in; what it brings that does not fit is refused.
import { randomUUID } from 'node:crypto';
import { createClient, type SupabaseClient } from '@supabase/supabase-js';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Stack } from '../../local/boot.ts';
import { bootEngine, newOwner, type Owner, readRun, readSteps, until, work } from './scenario.ts';

type Task = {
  step_id: number;
  token: string;
  run_id: string;
  skill: string;
  media_prefix: string;
  input: Record<string, unknown>;
  lease_until: string;
};
let stack: Stack;
let owner: Owner;
let agent: SupabaseClient;
let topic: string;
const heard: unknown[] = [];
const picture = new Blob(['<svg xmlns="http://www.w3.org/2000/svg"/>'], { type: 'image/svg+xml' });

async function signIn(metadata: Record<string, unknown>): Promise<SupabaseClient> {
  const auth = { persistSession: false, autoRefreshToken: false };
  const user = { email: `${randomUUID()}@agents.test`, password: 'a long agent password' };
  const made = await createClient(stack.url, stack.keys.secret, { auth }).auth.admin.createUser({
    ...user,
    email_confirm: true,
    app_metadata: metadata,
  });
  if (made.error) throw made.error;
  const client = createClient(stack.url, stack.keys.publishable, { auth });
  const { error } = await client.auth.signInWithPassword(user);
  if (error) throw error;
  return client;
}

async function call<T>(client: SupabaseClient, verb: string, args: Record<string, unknown> = {}): Promise<T> {
  const { data, error } = await client.rpc(verb, args);
  if (error) throw Object.assign(new Error(error.message), { code: error.code, details: error.details });
  return data as T;
}

async function startChain(): Promise<string> {
  const started = await stack.query<{ id: string }>(
    `select engine.start_chain($1, 'poster', 'A poster', '{"request": "promo samosas", "platform": "nexio_page", "language": "fr"}', 'fr') as id`,
    [owner.tenantId],
  );
  await work(stack);
  return started[0]!.id;
}

beforeAll(async () => {
  stack = await bootEngine();
  owner = await newOwner(stack);
  await stack.query(`insert into public.skills (key, name, category, kind, capability, input_schema, output_schema, is_active) values
    ('poster-print', 'Poster', 'creative_utility', 'code', 'print_poster', '{"type": "object", "properties": {"text": {"type": "object"}}}',
     '{"type": "object", "properties": {"say": {"type": "string", "default": ""}, "path": {"type": "string"}}, "required": ["say", "path"], "additionalProperties": false}', true)`);
  await stack.query(`insert into public.chains (key, name, priority, is_active, steps) values ('poster', 'Poster', 'high', true,
    '[{"key": "text", "agent": "content_writer", "skill": "social-captions"}, {"key": "print", "agent": "creative_producer", "skill": "poster-print", "needs": ["text"]}]')`);
  agent = await signIn({ kind: 'agent' });
}, 120_000);
afterAll(async () => {
  await agent?.removeAllChannels();
  await stack?.stop();
});

it('registers and hears of work on its own topic, where nobody else listens', async () => {
  const { agent_id, topic: own } = await call<{ agent_id: string; topic: string }>(agent, 'register_agent', {
    p_name: 'Press of Tana',
    p_capabilities: ['print_poster'],
    p_priority_score: 70,
  });
  topic = own;
  expect(topic).toBe(`agent:${agent_id}`);
  await agent.realtime.setAuth();
  const listen = (client: SupabaseClient) =>
    new Promise<string>((done) => {
      const channel = client.channel(topic, { config: { private: true } });
      channel.on('broadcast', { event: 'task' }, ({ payload }) => heard.push(payload));
      channel.subscribe((status) => done(status));
    });
  expect(await listen(agent)).toBe('SUBSCRIBED');
  const other = await signIn({ kind: 'agent' });
  await other.realtime.setAuth();
  expect(await listen(other)).toBe('CHANNEL_ERROR');
  await other.removeAllChannels();
}, 30_000);

it('claims the task it heard of, with its inputs, and works in its folder only', async () => {
  const runId = await startChain();
  const steps = await readSteps(stack, runId);
  expect(steps.print?.state).toBe('ready');
  await until(
    async () => heard,
    (words) => words.some((word) => (word as { id: number }).id === steps.print?.id),
  );

  const media = agent.storage.from('media');
  expect((await media.upload(`${owner.tenantId}/${runId}/poster.svg`, picture)).error).not.toBeNull();
  const [task] = await call<Task[]>(agent, 'claim_tasks', { p_limit: 1, p_lease_seconds: 60 });
  expect(task).toMatchObject({
    step_id: steps.print?.id,
    run_id: runId,
    skill: 'poster-print',
    media_prefix: `${owner.tenantId}/${runId}/`,
    input: { text: { headline: 'Samosas -20 % vendredi' } },
  });
  const path = `${task!.media_prefix}poster.svg`;
  expect((await media.upload(path, picture, { upsert: true })).error).toBeNull();
  expect((await media.upload(path, picture, { upsert: true })).error).toBeNull();
  expect((await media.download(path)).error).toBeNull();
  expect((await media.upload(`${owner.tenantId}/${randomUUID()}/poster.svg`, picture)).error).not.toBeNull();
  expect((await agent.from('chain_runs').select('id')).data).toEqual([]);

  const held = { p_step_id: task!.step_id, p_token: task!.token };
  await expect(call(agent, 'complete_task', { ...held, p_output: { path: 'elsewhere.svg' } })).rejects.toMatchObject({
    code: 'NX400',
    message: 'output_invalid',
  });
  await expect(call(agent, 'complete_task', { ...held, p_output: { path, verdict: 'praise' } })).rejects.toMatchObject({
    message: 'output_invalid',
  });
  expect(await call(agent, 'complete_task', { ...held, p_output: { path }, p_duration_ms: 800 })).toEqual({ outcome: 'completed' });
  expect(await readRun(stack, runId)).toMatchObject({ state: 'done' });
  expect((await media.download(path)).error).not.toBeNull();
  expect((await media.upload(path, picture, { upsert: true })).error).not.toBeNull();
}, 30_000);

it('loses the claim with the run', async () => {
  const runId = await startChain();
  const [task] = await call<Task[]>(agent, 'claim_tasks');
  const { error } = await owner.client.rpc('cancel_run', { p_tenant_id: owner.tenantId, p_run_id: runId });
  expect(error).toBeNull();
  const late = { p_step_id: task!.step_id, p_token: task!.token, p_output: { path: `${task!.media_prefix}x.svg` } };
  expect(await call(agent, 'complete_task', late)).toEqual({ outcome: 'claim_lost' });
});

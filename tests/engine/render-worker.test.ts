// The render worker as a registered agent on the real stack: it signs in, claims by capability, makes a real MP4, and what it held comes back when it is lost.
import { randomUUID } from 'node:crypto';
import { createClient, type SupabaseClient } from '@supabase/supabase-js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { composePicture } from '../../functions/_shared/visual/compose.ts';
import type { Stack } from '../../local/boot.ts';
import { signInAgent } from '../../render/agent-client.ts';
import { runWorker } from '../../render/worker.ts';
import { at, bootEngine, brand, newOwner, type Owner, readRun, readSteps, until } from './scenario.ts';

let stack: Stack;
let owner: Owner;
let service: SupabaseClient;
const password = randomUUID();
const email = 'render@agents.example.test';

beforeAll(async () => {
  stack = await bootEngine();
  owner = await newOwner(stack);
  service = createClient(stack.url, stack.keys.secret, { auth: { persistSession: false, autoRefreshToken: false } });
  const { error } = await service.auth.admin.createUser({ email, password, email_confirm: true, app_metadata: { kind: 'agent' } });
  if (error) throw error;
});
afterAll(() => stack.stop());

const film = [{ key: 'film', agent: 'creative_producer', skill: 'ffmpeg-video', needs: [] }];

/** A run of one step that only a render worker may claim, with its picture in the bucket. */
async function startFilm(): Promise<string> {
  const key = `film_${randomUUID().slice(0, 8)}`;
  await stack.query(
    `insert into public.chains (tenant_id, key, name, priority, steps, is_active) values ($1, $2, 'Film', 'high', $3, true)`,
    [owner.tenantId, key, JSON.stringify(film)],
  );
  const input = { scenes: [{ seconds: 1 }, { seconds: 1 }], pictures: [{ path: 'later' }], shape: '1:1', transition: 'cut' };
  const [run] = await stack.query<{ id: string }>(`select engine.start_chain($1, $2, 'Un film', $3, 'mg', null, gen_random_uuid()) as id`, [
    owner.tenantId,
    key,
    JSON.stringify(input),
  ]);
  const runId = run?.id ?? '';
  const path = `${owner.tenantId}/${runId}/frame.svg`;
  const { svg } = composePicture({ brand, headline: 'Samosas', body_facts: 'Zoma', language: 'mg', platform: 'nexio_page' });
  const { error } = await service.storage
    .from('media')
    .upload(path, new Blob([svg], { type: 'image/svg+xml' }), { contentType: 'image/svg+xml' });
  if (error) throw error;
  await stack.query(`update public.chain_runs set input = jsonb_set(input, '{pictures,0,path}', to_jsonb($2::text)) where id = $1`, [
    runId,
    path,
  ]);
  return runId;
}

describe('a render worker', () => {
  it('makes the video of a step that no edge function may take', async () => {
    const runId = await startFilm();
    expect((await readSteps(stack, runId)).film?.state).toBe('ready');
    const client = await signInAgent(stack.url, stack.keys.publishable, email, password);
    const stop = new AbortController();
    const working = runWorker(client, 'render-test', { idle_ms: 100, heartbeat_ms: 1000, lease_seconds: 60 }, stop.signal);
    try {
      await until(
        () => readRun(stack, runId),
        ({ state }) => state !== 'running',
        60,
      );
    } finally {
      stop.abort();
      await working;
      client.stop();
    }
    const step = (await readSteps(stack, runId)).film;
    expect(await readRun(stack, runId)).toMatchObject({ state: 'done', error_code: null });
    expect(step?.output).toMatchObject({ mime: 'video/mp4', width: 1080, height: 1080, has_voice: false });
    const { data } = await service.storage.from('media').download(String(step?.output?.path));
    expect(
      Buffer.from((await data?.arrayBuffer()) ?? new ArrayBuffer(0))
        .subarray(4, 8)
        .toString(),
    ).toBe('ftyp');
  }, 90_000);

  it('that is heard of no more loses its task, and another one may take it', async () => {
    const runId = await startFilm();
    const client = await signInAgent(stack.url, stack.keys.publishable, email, password);
    await client.register({ name: 'render-lost', capabilities: ['render_media'], priorityScore: 50 });
    const [task] = await client.claim(1, 600);
    expect(task?.run_id).toBe(runId);
    expect(await client.claim(1, 600)).toEqual([]);
    await at(stack, '3 minutes', 'select engine.tick()');
    expect((await readSteps(stack, runId)).film).toMatchObject({ state: 'ready', claim_token: null });
    client.stop();
  });

  it('may not read what belongs to a task it does not hold', async () => {
    const client = await signInAgent(stack.url, stack.keys.publishable, email, password);
    await expect(client.media.read(`${owner.tenantId}/${randomUUID()}/frame.svg`)).rejects.toThrow('media_missing');
    await expect(client.media.store(`${owner.tenantId}/${randomUUID()}/x.mp4`, new Uint8Array([1]), 'video/mp4')).rejects.toThrow(
      'media_refused',
    );
    client.stop();
  });
});

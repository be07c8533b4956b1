// Live events after a member is taken out: who stays hears on, who left hears nothing, also when the word itself was missed.
import { RealtimeClient } from '@supabase/realtime-js';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { liveEvents, type LiveEvent } from '../../app/lib/api/live.ts';
import { followTenant } from '../../app/lib/api/tenant-channel.ts';
import { boot, type Stack } from '../../local/boot.ts';
import { newOwner, type Owner } from '../engine/scenario.ts';
import { newPerson, type Person, until } from './scenario.ts';

let stack: Stack;
let owner: Owner;
beforeAll(async () => {
  stack = await boot({ dataDir: null, app: null, functions: null, jobs: false });
  owner = await newOwner(stack);
});
afterAll(() => stack.stop());

/** What a tab does, with this person's token; `topics` are those it read, `heard` the events that came. */
async function listen(person: Pick<Person, 'client'>) {
  const { data } = await person.client.auth.getSession();
  const token = data.session?.access_token ?? owner.session.access_token;
  const client = new RealtimeClient(`${stack.url.replace(/^http/, 'ws')}/realtime/v1`, {
    params: { apikey: stack.keys.publishable },
    accessToken: () => Promise.resolve(token),
  });
  await client.setAuth();
  const life = new AbortController();
  const heard: LiveEvent[] = [];
  const seen = { isJoined: false };
  await followTenant(client, {
    events: liveEvents,
    readTopic: async () => {
      const { data: row } = await person.client.from('tenants').select('topic_suffix').eq('id', owner.tenantId).maybeSingle();
      return row && `tenant:${owner.tenantId}:${(row as { topic_suffix: string }).topic_suffix}`;
    },
    hear: (event) => heard.push(event),
    joined: (isJoined) => {
      seen.isJoined = isJoined;
    },
    signal: life.signal,
  });
  await until(() => seen.isJoined);
  return {
    heard,
    seen,
    client,
    close: () => {
      life.abort();
      void client.disconnect();
    },
  };
}

async function newMember(): Promise<Person> {
  const person = await newPerson(stack, { 'x-tenant-id': owner.tenantId });
  await stack.query(`insert into public.memberships (tenant_id, user_id, role) values ($1, $2, 'staff')`, [owner.tenantId, person.id]);
  return person;
}
const remove = async (person: Person) => {
  const { error } = await owner.client.rpc('remove_member', { p_tenant_id: owner.tenantId, p_user_id: person.id });
  if (error) throw new Error(error.message);
};
const broadcast = () => stack.query(`select engine.broadcast($1, 'content', '{"id": "1"}')`, [owner.tenantId]);

it('who stays moves to the new topic with the word of it, who was taken out hears no more', async () => {
  const [leaver, stayer] = [await newMember(), await newMember()];
  const tabs = { owner: await listen(owner), stayer: await listen(stayer), leaver: await listen(leaver) };
  try {
    await broadcast();
    await until(() => Object.values(tabs).every(({ heard }) => heard.includes('content')));
    for (const { heard } of Object.values(tabs)) heard.length = 0;

    await remove(leaver);
    await until(() => !tabs.leaver.seen.isJoined && tabs.leaver.client.getChannels().length === 0);
    const topic = `realtime:tenant:${owner.tenantId}:`;
    const [row] = await stack.query<{ topic_suffix: string }>('select topic_suffix from public.tenants where id = $1', [owner.tenantId]);
    const staying = [tabs.owner, tabs.stayer];
    await until(() =>
      staying.every(({ client }) => client.getChannels().every(({ topic: name }) => name === `${topic}${row?.topic_suffix}`)),
    );
    await until(() => staying.every(({ seen }) => seen.isJoined));
    await broadcast();
    await until(() => staying.every(({ heard }) => heard.includes('content')));
    expect(tabs.leaver.heard).toEqual(['tenant']);
  } finally {
    for (const { close } of Object.values(tabs)) close();
  }
});

it('who was offline at that moment finds the new topic when the old one refuses', async () => {
  const [leaver, stayer] = [await newMember(), await newMember()];
  const tab = await listen(stayer);
  try {
    await tab.client.disconnect();
    await until(() => !tab.seen.isJoined);
    await remove(leaver);
    tab.client.connect();
    await until(() => tab.seen.isJoined, 20_000);
    await broadcast();
    await until(() => tab.heard.includes('content'));
  } finally {
    tab.close();
  }
});

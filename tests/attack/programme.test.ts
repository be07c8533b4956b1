// A reader for a ministry over real HTTP: sums of those who agreed, from five up, from the moment they agree to the moment they take it back; never a row of anybody.
import { randomUUID } from 'node:crypto';
import { createClient, type SupabaseClient } from '@supabase/supabase-js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { boot, type Stack } from '../../local/boot.ts';
import { listTables, type Table } from './exposed.ts';

type Member = { client: SupabaseClient; userId: string; tenantId: string };
const secret = `secret${randomUUID().slice(0, 8)}`;
let stack: Stack;
let tables: Table[];
let programmeId: string;
let operator: { client: SupabaseClient; userId: string };
let members: Member[];

async function person() {
  const first = createClient(stack.url, stack.keys.publishable, { auth: { persistSession: false, autoRefreshToken: false } });
  const { data } = await first.auth.signUp({ email: `${randomUUID()}@programme.test`, password: 'correct horse' });
  if (!data.user || !data.session) throw new Error('no sign-up');
  return { client: asPerson(data.session.access_token), userId: data.user.id, token: data.session.access_token };
}
const asPerson = (token: string, tenantId?: string) =>
  createClient(stack.url, stack.keys.publishable, {
    auth: { persistSession: false, autoRefreshToken: false },
    global: { headers: { authorization: `Bearer ${token}`, ...(tenantId && { 'x-tenant-id': tenantId }) } },
  });
const newTenant = async (kind: string, parentId: string | null) =>
  (
    await stack.query<{ id: string }>(
      `insert into public.tenants (name, slug, kind, parent_id, country, language, timezone) values ($1, $2, $3, $4, 'MG', 'fr', 'UTC') returning id`,
      [`${secret} ${randomUUID()}`, `m-${randomUUID()}`, kind, parentId],
    )
  )[0]?.id ?? '';

beforeAll(async () => {
  stack = await boot({ dataDir: null, app: null, functions: null, jobs: false });
  tables = await listTables(stack);
  programmeId = await newTenant('programme', null);
  operator = await person();
  await stack.query(`insert into public.platform_roles (user_id, role, tenant_id) values ($1, 'programme_operator', $2)`, [
    operator.userId,
    programmeId,
  ]);
  members = [];
  for (let n = 0; n < 5; n += 1) {
    const owner = await person();
    const tenantId = await newTenant('business', programmeId);
    await stack.query(`insert into public.memberships (tenant_id, user_id, role) values ($1, $2, 'owner')`, [tenantId, owner.userId]);
    await stack.query(`insert into public.leads (tenant_id, name, phone) values ($1, $2, '0340000000')`, [tenantId, secret]);
    members.push({ client: asPerson(owner.token, tenantId), userId: owner.userId, tenantId });
  }
}, 120_000);
afterAll(() => stack?.stop());

const read = async (client: SupabaseClient) => (await client.rpc('read_programme', { p_programme_id: programmeId })).data as unknown;
const agree = (who: Member) => who.client.rpc('give_consent', { p_purpose: 'programme_reporting', p_text_version: 1 });
const sums = [{ country: 'MG', members: 5, active: 0, published: 0, leads: 5 }];

test('nothing is seen of members who were not asked, nor of four who agreed', async () => {
  expect((await operator.client.rpc('list_programmes')).data).toEqual([{ id: programmeId, name: expect.any(String) as string }]);
  expect(await read(operator.client)).toEqual([]);
  for (const member of members.slice(1)) expect((await agree(member)).error).toBeNull();
  expect(await read(operator.client)).toEqual([]);
});

test('with the fifth the sums are there; one who takes it back, or is joined by an owner who has not agreed, ends it at once', async () => {
  const [first] = members;
  if (!first) throw new Error('no member');
  await agree(first);
  expect(await read(operator.client)).toEqual(sums);
  await first.client.rpc('withdraw_consent', { p_purpose: 'programme_reporting' });
  expect(await read(operator.client)).toEqual([]);
  await agree(first);
  expect(await read(operator.client)).toEqual(sums);
  const second = await person();
  await stack.query(`insert into public.memberships (tenant_id, user_id, role) values ($1, $2, 'owner')`, [first.tenantId, second.userId]);
  expect(await read(operator.client)).toEqual([]);
});

test('a consent for something else, or given in somebody else’s name, counts for nothing', async () => {
  const [first] = members;
  await stack.query('delete from public.memberships where tenant_id = $1 and user_id <> $2', [first?.tenantId, first?.userId]);
  await first?.client.rpc('withdraw_consent', { p_purpose: 'programme_reporting' });
  await first?.client.rpc('give_consent', { p_purpose: 'product_news', p_text_version: 1 });
  const { error } = await operator.client
    .from('consents')
    .insert({ user_id: first?.userId, purpose: 'programme_reporting', text_version: 1 });
  expect(error?.code).toBe('42501');
  expect(await read(operator.client)).toEqual([]);
});

test('the operator reads no row of any member, whatever tenant is named', async () => {
  const seen: string[] = [];
  for (const { tenantId } of members.slice(0, 1)) {
    for (const table of tables) {
      const columns = table.readable.length > 0 ? table.readable.join(',') : '*';
      const rows = (await operator.client.from(table.name).select(columns).limit(500).setHeader('x-tenant-id', tenantId)).data ?? [];
      const text = JSON.stringify(rows);
      if (text.includes(secret) || members.some((member) => text.includes(member.tenantId) || text.includes(member.userId)))
        seen.push(table.name);
    }
    for (const verb of ['read_audit', 'read_home', 'read_costs', 'read_agents'])
      expect((await operator.client.rpc(verb, { p_tenant_id: tenantId })).error, verb).not.toBeNull();
  }
  expect(seen).toEqual([]);
});

test('nobody else reads the report: not a member, not the programme’s own owner, not a stranger', async () => {
  const owner = await person();
  await stack.query(`insert into public.memberships (tenant_id, user_id, role) values ($1, $2, 'owner')`, [programmeId, owner.userId]);
  for (const client of [members[0]?.client, asPerson(owner.token, programmeId)]) {
    expect((await client?.rpc('list_programmes'))?.data).toEqual([]);
    expect((await client?.rpc('read_programme', { p_programme_id: programmeId }))?.error).toMatchObject({
      code: 'NX403',
      message: 'not_an_operator',
    });
  }
  const nobody = createClient(stack.url, stack.keys.publishable);
  expect((await nobody.rpc('read_programme', { p_programme_id: programmeId })).error).not.toBeNull();
  const [told] = await stack.query<{ n: number }>(
    `select count(*)::int as n from public.events where tenant_id = $1 and kind = 'programme.read'`,
    [programmeId],
  );
  expect(told?.n).toBe(7);
});

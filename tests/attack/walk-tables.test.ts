// Every table and view over real HTTP, by every stranger and every role: nothing foreign is read, nothing at all is written.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fingerprint, listTables, type Table } from './exposed.ts';
import { roles, setScene, strangers, type Role, type Scene } from './scene.ts';

let scene: Scene;
let tables: Table[];
let people: string[];

beforeAll(async () => {
  scene = await setScene();
  tables = await listTables(scene.stack);
  people = roles.map((role) => scene.victim.people[role].id);
}, 120_000);
afterAll(() => scene?.stack.stop());

type Client = Scene['nobody']['in'] extends (...args: never[]) => infer C ? C : never;

/** Marks of the victim in an answer: each one is a leak. */
const leaks = (data: unknown) => scene.marks.filter((mark) => (JSON.stringify(data) ?? '').includes(mark));

/** Every column the person may have; the whole row first, in case that is let through. */
async function readEverything(client: Client, table: Table): Promise<unknown[]> {
  const whole = await client.from(table.name).select('*').limit(1000);
  if (whole.error === null || table.readable.length === 0) return whole.data ?? [];
  return (await client.from(table.name).select(table.readable.join(',')).limit(1000)).data ?? [];
}

/** Gives what was let through. */
async function writeEverything(client: Client, { name, writable, is_view }: Table): Promise<string[]> {
  const attempts = {
    insert: await client.from(name).insert({ [writable]: null }),
    update: await client
      .from(name)
      .update({ [writable]: null })
      .not(writable, 'is', null),
    delete: await client.from(name).delete().not(writable, 'is', null),
  };
  return Object.entries(attempts)
    .filter(([, { error }]) => (is_view ? error === null : error?.code !== '42501'))
    .map(([how, { error }]) => `${how} ${name}: ${error?.code ?? 'done'}`);
}

test('the victim has a row in every table that belongs to somebody', async () => {
  const prints = await fingerprint(scene.stack, tables, scene.victim.id, people);
  expect(Object.keys(prints).length).toBeGreaterThan(20);
  expect(Object.entries(prints).filter(([, print]) => print.startsWith('0 rows'))).toEqual([]);
});

test('strangers read nothing of the victim', async () => {
  const look = async (who: string, client: Client, table: Table): Promise<string[]> => {
    const seen = leaks(await readEverything(client, table));
    const { count } = await client.from(table.name).select('*', { count: 'exact', head: true }).eq('tenant_id', scene.victim.id);
    return [...seen.map((mark) => `${who} reads ${mark} in ${table.name}`), ...(count ? [`${who} counts ${table.name}`] : [])];
  };
  for (const { who, client } of strangers(scene)) {
    expect((await Promise.all(tables.map((table) => look(who, client, table)))).flat()).toEqual([]);
  }
}, 180_000);

test('nobody reads any table at all', async () => {
  const client = scene.nobody.in();
  for (const table of tables) expect((await client.from(table.name).select('*')).error?.code, table.name).toBe('42501');
});

test('people in the tenant read what their role may, outsiders in it only what is theirs', async () => {
  const sees = async (role: Role) => {
    const client = scene.victim.people[role].in(scene.victim.id);
    const answers = await Promise.all(tables.map(async (table) => ({ table, rows: await readEverything(client, table) })));
    return answers.filter(({ table, rows }) => table.owned !== null && leaks(rows).length > 0).map(({ table }) => table.name);
  };
  const everything = tables
    .filter(({ owned, readable, is_view }) => owned !== null && readable.length > 0 && !is_view)
    .map(({ name }) => name);
  expect(await sees('owner')).toEqual(expect.arrayContaining(everything));
  const personal = ['platform_roles'];
  for (const role of ['admin', 'staff'] as const) {
    // links of outside clients and open invitations are for who manages people
    const closed = role === 'staff' ? [...personal, 'client_links', 'invitations'] : personal;
    expect(await sees(role), role).toEqual(expect.arrayContaining(everything.filter((name) => !closed.includes(name))));
  }
  expect(await sees('external')).toEqual([
    'active_tenants',
    'channel_links',
    'consents',
    'memberships',
    'notification_reads',
    'notifications',
    'profiles',
    'push_subscriptions',
    'reach_settings',
    'tenants',
  ]);
}, 60_000);

test('an outsider in the tenant reads no colleague', async () => {
  const client = scene.victim.people.external.in(scene.victim.id);
  const me = scene.victim.people.external.id;
  for (const name of ['memberships', 'profiles', 'notifications', 'notification_reads', 'active_tenants']) {
    const { data } = await client.from(name).select('user_id');
    expect(data?.length, name).toBeGreaterThan(0);
    expect(
      data?.filter(({ user_id }) => user_id !== me),
      name,
    ).toEqual([]);
  }
});

test('no table is written past its verbs: not by strangers, not by any role', async () => {
  const before = await fingerprint(scene.stack, tables, scene.victim.id, people);
  const insiders = roles.map((role) => ({ who: role, client: scene.victim.people[role].in(scene.victim.id) }));
  for (const { who, client } of [...strangers(scene), ...insiders]) {
    const through = (await Promise.all(tables.map((table) => writeEverything(client, table)))).flat();
    expect(through, who).toEqual([]);
  }
  expect(await fingerprint(scene.stack, tables, scene.victim.id, people)).toEqual(before);
}, 180_000);

test('private schemas answer to no person', async () => {
  const client = scene.victim.people.owner.in(scene.victim.id);
  for (const [schema, table] of [
    ['auth', 'users'],
    ['engine', 'queue'],
    ['storage', 'objects'],
    ['vault', 'secrets'],
    ['pgmq', 'meta'],
    ['cron', 'job'],
  ] as const) {
    const { data, error } = await client
      .schema(schema as 'public')
      .from(table)
      .select('*');
    expect(data ?? [], `${schema}.${table}`).toEqual([]);
    expect(error, `${schema}.${table}`).not.toBeNull();
  }
});

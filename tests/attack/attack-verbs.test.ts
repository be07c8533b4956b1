// Every verb over real HTTP: strangers are refused, another tenant's things are out of reach from one's own, each role may what its
// row of the matrix says, worker verbs answer to no person.
import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fingerprint, listTables, listVerbs, type Table, type Verb } from './exposed.ts';
import { roles, setScene, strangers, type Scene } from './scene.ts';
import { nothing, otherVerbs, tenantVerbs } from './verb-arguments.ts';

let scene: Scene;
let tables: Table[];
let verbs: Verb[];
let before: Record<string, string>;
const refusals = ['NX401', 'NX403', 'NX409', '42501'];
const victimPrint = () =>
  fingerprint(
    scene.stack,
    tables,
    scene.victim.id,
    roles.map((role) => scene.victim.people[role].id),
  );
const leaks = (data: unknown) => scene.marks.filter((mark) => (JSON.stringify(data) ?? '').includes(mark));
const exposed = () => verbs.filter(({ schema, is_exposed }) => schema === 'public' && is_exposed);

beforeAll(async () => {
  scene = await setScene();
  tables = await listTables(scene.stack);
  verbs = await listVerbs(scene.stack);
  before = await victimPrint();
}, 120_000);
afterAll(() => scene?.stack.stop());

test('every exposed verb has its attack, and every attack its verb', () => {
  const named = (takesTenant: boolean) =>
    exposed()
      .filter(({ takes_tenant }) => takes_tenant === takesTenant)
      .map(({ name }) => name);
  expect(Object.keys(tenantVerbs).toSorted()).toEqual(named(true));
  expect(Object.keys(otherVerbs).toSorted()).toEqual(named(false));
});

test('a stranger who names the tenant is refused by every verb', async () => {
  const through: string[] = [];
  for (const { who, client } of strangers(scene)) {
    for (const [name, { args, answers }] of Object.entries(tenantVerbs)) {
      const { data, error } = await client.rpc(name, { p_tenant_id: scene.victim.id, ...args(scene.victim.things) });
      const isRefused = error ? refusals.includes(error.code) : answers !== undefined && isDeepStrictEqual(data, answers);
      if (!isRefused) through.push(`${who}: ${name} -> ${JSON.stringify(error ?? data)}`);
    }
  }
  expect(through).toEqual([]);
}, 120_000);

test('verbs that name no tenant give nothing of the victim away', async () => {
  const through: string[] = [];
  for (const { who, client } of strangers(scene)) {
    for (const [name, { args, answers }] of Object.entries(otherVerbs)) {
      const { data, error } = await client.rpc(name, args(scene.victim.things));
      if (name === 'read_page' && error === null && data !== null) expect(leaks({ ...data, brand: null }), who).toEqual([]);
      else if (leaks(data).length > 0) through.push(`${who}: ${name} -> ${JSON.stringify(data)}`);
      if (answers !== undefined && error === null && !isDeepStrictEqual(data, answers))
        through.push(`${who}: ${name} answers ${JSON.stringify(data)}`);
    }
  }
  expect(through).toEqual([]);
}, 120_000);

test('the things of the victim are out of reach from another tenant', async () => {
  const { attacker, victim } = scene;
  const client = attacker.owner.in(attacker.id);
  for (const [name, { args }] of Object.entries(tenantVerbs)) {
    const { data } = await client.rpc(name, { p_tenant_id: attacker.id, ...args(victim.things) });
    expect(leaks(Array.isArray(data) ? data.map((one) => ({ ...one, approval_id: null })) : data), name).toEqual([]);
  }
  const named = { p_tenant_id: attacker.id };
  const run = await client.rpc('cancel_run', { ...named, p_run_id: victim.things.run_id });
  expect(run.error?.code).toBe('NX404');
  const decided = await client.rpc('decide_approval', { ...named, ...tenantVerbs.decide_approval!.args(victim.things) });
  expect(decided.data).toMatchObject({ outcome: 'not_found' });
});

test('after all of it the rows of the victim are what they were', async () => {
  expect(await victimPrint()).toEqual(before);
});

test('each role may what the matrix says and no more', async () => {
  const { data: matrix } = await scene.victim.people.owner.in(scene.victim.id).from('role_permissions').select('role, permission');
  const wrong: string[] = [];
  for (const role of roles) {
    const client = scene.victim.people[role].in(scene.victim.id);
    for (const [name, { args, needs }] of Object.entries(tenantVerbs)) {
      const { error } = await client.rpc(name, { p_tenant_id: scene.victim.id, ...args(nothing) });
      const isRefused = error?.code === 'NX403' && error.message === 'no_permission';
      const may = typeof needs !== 'string' || matrix!.some((cell) => cell.role === role && cell.permission === needs);
      if (isRefused === may) wrong.push(`${role}: ${name} ${may ? 'should be let in' : 'should be refused'} -> ${JSON.stringify(error)}`);
    }
  }
  expect(wrong).toEqual([]);
}, 60_000);

test('worker verbs and the verbs of the auth server answer to no person', async () => {
  const closed = verbs.filter(({ schema, is_exposed }) => schema === 'worker' || !is_exposed);
  expect(closed.map(({ name }) => name)).toContain('custom_access_token_hook');
  expect(closed.filter(({ schema }) => schema === 'worker').length).toBeGreaterThan(3);
  const owner = { who: 'the owner', client: scene.victim.people.owner.in(scene.victim.id) };
  for (const { who, client } of [owner, ...strangers(scene)]) {
    for (const { schema, name, nulls } of closed) {
      const { error } = await client.schema(schema as 'public').rpc(name, nulls);
      expect(error?.code, `${who}: ${schema}.${name}`).toBe('42501');
    }
  }
});

test('schema engine is not reachable at all', async () => {
  const { error } = await scene.victim.people.owner
    .in(scene.victim.id)
    .schema('engine' as 'public')
    .rpc('publish_content', { p_content_id: scene.victim.things.content_id });
  expect(error?.code).toBe('PGRST106');
});

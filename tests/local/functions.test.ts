// Edge functions run on Deno as on hosted Supabase: env, background work, limits, restart, end.
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Stack } from '../../local/boot.ts';
import { createFunctionRunner } from '../../local/functions/runner.ts';
import { bootFixtures, clientOf, fixtures, newPerson, until, type Person } from './scenario.ts';

let stack: Stack;
let person: Person;
const dir = mkdtempSync(join(tmpdir(), 'nexio-functions-'));
beforeAll(async () => {
  cpSync(join(fixtures, 'functions'), dir, { recursive: true });
  process.env.SHELL_SECRET_OF_OWNER = 'must not reach a function';
  stack = await bootFixtures({ functions: dir, functionEnv: { GIVEN_BY_TEST: 'yes' } });
  person = await newPerson(stack);
});
afterAll(async () => {
  await stack.stop();
  rmSync(dir, { recursive: true });
});

describe('a function', () => {
  it('gets path, method, headers, body and the environment of hosted Supabase', async () => {
    const { data, error } = await person.client.functions.invoke('echo', { body: { n: 41 }, headers: { 'x-probe': 'ok' } });
    expect(error).toBeNull();
    expect(data).toMatchObject({
      path: '/echo',
      method: 'POST',
      header: 'ok',
      body: '{"n":41}',
      url: stack.url,
      serviceKey: true,
      given: 'yes',
    });
    expect(data).not.toHaveProperty('shell');
  });

  it('is refused without a valid token, and 404 when it is not there', async () => {
    expect((await fetch(`${stack.url}/functions/v1/echo`, { method: 'POST' })).status).toBe(401);
    expect((await clientOf(stack).functions.invoke('echo', { body: {} })).error?.context.status).toBe(401);
    for (const name of ['nothing', '..%2f..%2flocal', '_shared']) {
      expect((await fetch(`${stack.url}/functions/v1/${name}`, { method: 'POST' })).status).toBe(404);
    }
  });

  it('goes on in the background after its answer, and cannot read foreign files', async () => {
    const { data } = await person.client.functions.invoke('later', { body: { note: 'in background' } });
    expect(data).toEqual({ secret: 'refused' });
    await until(async () => (await stack.query(`select from public.finished where note = 'in background'`)).length === 1);
  });

  it('that does not start answers 503 and leaves the others alone', async () => {
    expect((await person.client.functions.invoke('broken', { body: {} })).error?.context.status).toBe(503);
    expect((await person.client.functions.invoke('echo', { body: {} })).error).toBeNull();
  });

  it('starts again after its file changed', async () => {
    writeFileSync(join(dir, 'echo', 'index.ts'), `Deno.serve(() => Response.json({ version: 2 }));`);
    await until(async () => (await person.client.functions.invoke('echo', { body: {} })).data?.version === 2);
  });
});

it('none is started any more while the stack stops', async () => {
  const runner = createFunctionRunner({ dir: join(fixtures, 'functions'), env: {}, jwtSecret: 'x', verifiesJwt: () => false });
  const call = async () => (await runner.handle(new Request('http://stack.test/functions/v1/echo', { method: 'POST', body: '{}' }))).status;
  expect(await call()).toBe(200);
  const stopped = runner.stop();
  expect(await call()).toBe(503);
  await stopped;
  expect([await call(), runner.size]).toEqual([503, 0]);
});

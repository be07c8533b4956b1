// A lost authenticator on the real stack: ten codes, one takes the factor off, a new one is set up; nobody else's code does.
import { Secret, TOTP } from 'otpauth';
import { createClient } from '@supabase/supabase-js';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { boot, type Stack } from '../../local/boot.ts';

let stack: Stack;
beforeAll(async () => {
  stack = await boot({ dataDir: null, app: null, jobs: false });
}, 120_000);
afterAll(() => stack.stop());

const password = 'Vary-amin-anana-42';
const quiet = { auth: { persistSession: false, autoRefreshToken: false } };
let people = 0;

async function person() {
  const client = createClient(stack.url, stack.keys.publishable, quiet);
  people += 1;
  const { error } = await client.auth.signUp({
    email: `lost-${people}@recovery.test`,
    password,
    options: { data: { display_name: 'Lala', language: 'fr' } },
  });
  expect(error).toBeNull();
  return client;
}

async function withFactor(client: Awaited<ReturnType<typeof person>>, name: string): Promise<string[]> {
  const { data } = await client.auth.mfa.enroll({ factorType: 'totp', friendlyName: name });
  if (!data || data.type !== 'totp') throw new Error('no factor');
  const code = new TOTP({ secret: Secret.fromBase32(data.totp.secret) }).generate();
  expect((await client.auth.mfa.challengeAndVerify({ factorId: data.id, code })).error).toBeNull();
  const { data: codes, error } = await client.rpc('make_recovery_codes');
  expect(error).toBeNull();
  return codes as string[];
}

async function recover(client: Awaited<ReturnType<typeof person>>, code: string | undefined): Promise<[number, unknown]> {
  const token = (await client.auth.getSession()).data.session?.access_token;
  const response = await fetch(`${stack.url}/functions/v1/recover-factor`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ code }),
  });
  return [response.status, await response.json()];
}

it('a code takes the lost factor off once, and a new one can be set up', async () => {
  const first = await person();
  const codes = await withFactor(first, 'old phone');
  // the phone is lost: signed in again with the password alone
  const again = createClient(stack.url, stack.keys.publishable, quiet);
  await again.auth.signInWithPassword({ email: `lost-${people}@recovery.test`, password });
  expect((await again.auth.mfa.enroll({ factorType: 'totp', friendlyName: 'thief' })).error?.code).toBe('insufficient_aal');
  expect(await recover(again, codes[0]?.toLowerCase())).toEqual([200, { removed: 1 }]);
  expect((await again.auth.mfa.listFactors()).data?.all).toEqual([]);
  // whoever holds the lost phone is signed out
  expect((await first.auth.refreshSession()).error).not.toBeNull();
  expect(await recover(again, codes[0])).toEqual([400, { code: 'recovery_code_wrong' }]);
  expect(await withFactor(again, 'new phone')).toHaveLength(10);
});

it('nobody else’s code, no code and no session do nothing', async () => {
  const lala = await person();
  const codes = await withFactor(lala, 'phone');
  const rado = await person();
  await withFactor(rado, 'phone');
  expect(await recover(rado, codes[0])).toEqual([400, { code: 'recovery_code_wrong' }]);
  expect(await recover(rado, undefined)).toEqual([400, { code: 'recovery_code_wrong' }]);
  expect((await rado.auth.mfa.listFactors()).data?.totp).toHaveLength(1);
  const anonymous = await fetch(`${stack.url}/functions/v1/recover-factor`, { method: 'POST', body: '{}' });
  expect(anonymous.status).toBe(401);
});

it('five wrong codes within an hour close the door', async () => {
  const client = await person();
  const codes = await withFactor(client, 'phone');
  for (let at = 0; at < 5; at += 1) expect((await recover(client, 'BCDF-GHJK-LMNP'))[0]).toBe(400);
  expect(await recover(client, codes[0])).toEqual([429, { code: 'too_many_attempts' }]);
  expect((await client.auth.mfa.listFactors()).data?.totp).toHaveLength(1);
});

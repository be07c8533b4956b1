// From a gate to the lock screen and back, on the real stack: database, function deliver in Deno, the push service of this machine, a tap without a session.
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Stack } from '../../local/boot.ts';
import { ask, bootEngine, newOwner, type Owner, until } from '../engine/scenario.ts';
import { askForDecision, newPhone, nobody, tap } from './push-scene.ts';

let stack: Stack;
beforeAll(async () => {
  stack = await bootEngine({ functions: join(import.meta.dirname, '../../functions'), jobs: true });
});
afterAll(() => stack.stop());

const has = (count: number) => (list: unknown[]) => list.length >= count;
const stateOf = async (approvalId: string) =>
  (
    await stack.query<Record<string, unknown>>('select state, decided_channel, decided_by from public.approvals where id = $1', [
      approvalId,
    ])
  )[0];
const pushesOf = (owner: Owner) =>
  stack.query<{ state: string; attempt: number; error_code: string | null; is_trial: boolean }>(
    `select state, attempt, error_code, is_trial from public.deliveries where user_id = $1 and channel = 'push' order by id`,
    [owner.id],
  );

describe('a decision on the lock screen', () => {
  it('comes to every device of the person, decides once, and every other button says so', async () => {
    const owner = await newOwner(stack);
    const phones = [await newPhone(stack, owner), await newPhone(stack, owner, 'Vieux portable')];
    const approvalId = await askForDecision(stack, owner);
    const [first, second] = await Promise.all(phones.map((phone) => until(phone.received, has(1))));
    const one = first![0]!.payload;
    const other = second![0]!.payload;
    expect(one).toMatchObject({
      kind: 'approval',
      approval_id: approvalId,
      tenant_id: owner.tenantId,
      link: `/decide/${approvalId}`,
      badge: 1,
    });
    expect(one.title).toContain('Samosas vendredi');
    expect(one.token).not.toBe(other.token);

    // somebody's preview robot opens every link it sees
    expect(await nobody(stack).rpc('read_decision_link', { p_token: one.token })).toMatchObject({
      data: { status: 'open', approval: { id: approvalId } },
    });
    expect(await stateOf(approvalId)).toMatchObject({ state: 'pending' });

    expect(await tap(stack, one.token)).toMatchObject({ outcome: 'decided', state: 'approved' });
    expect(await stateOf(approvalId)).toEqual({ state: 'approved', decided_channel: 'push', decided_by: owner.id });
    expect(await tap(stack, one.token, 'reject')).toMatchObject({ outcome: 'used', state: 'approved' });
    expect(await tap(stack, other.token, 'reject')).toMatchObject({ outcome: 'already_decided', state: 'approved' });
    expect(await tap(stack, 'x'.repeat(43))).toEqual({ outcome: 'unknown_token' });
    expect((await pushesOf(owner)).every(({ state, is_trial }) => state === 'sent' && is_trial)).toBe(true);
  });

  it('at the same instant from ten places: one decision', async () => {
    const owner = await newOwner(stack);
    const phones = await Promise.all(Array.from({ length: 5 }, () => newPhone(stack, owner)));
    await askForDecision(stack, owner);
    const tokens = (await Promise.all(phones.map((phone) => until(phone.received, has(1))))).map(([message]) => message!.payload.token);
    const answers = await Promise.all([...tokens, ...tokens].map((token, n) => tap(stack, token, n % 2 ? 'approve' : 'reject')));
    const count = (...outcomes: string[]) => answers.filter(({ outcome }) => outcomes.includes(outcome)).length;
    expect([count('decided'), count('used', 'already_decided')]).toEqual([1, 9]);
    expect(new Set(answers.map(({ state }) => state)).size).toBe(1);
  });

  it('that was changed meanwhile is stale, and nothing is decided', async () => {
    const owner = await newOwner(stack);
    const phone = await newPhone(stack, owner);
    const approvalId = await askForDecision(stack, owner);
    const [message] = await until(phone.received, has(1));
    await stack.query(
      `update public.contents set body = 'Samosas samedi' where id = (select content_id from public.approvals where id = $1)`,
      [approvalId],
    );
    expect(await tap(stack, message!.payload.token)).toMatchObject({ outcome: 'stale', approval_id: approvalId, version: 2 });
    expect(await stateOf(approvalId)).toMatchObject({ state: 'pending' });
    // the words that nobody was shown stay where they are
    const link = await nobody(stack).rpc('read_decision_link', { p_token: message!.payload.token });
    expect(link.data).toMatchObject({ status: 'stale' });
    expect(JSON.stringify(link.data)).not.toContain('samedi');
  });

  it('by somebody who was removed between push and tap decides nothing and tells nothing', async () => {
    const owner = await newOwner(stack);
    const colleague = await newOwner(stack);
    await stack.query(`insert into public.memberships (tenant_id, user_id, role) values ($1, $2, 'staff')`, [owner.tenantId, colleague.id]);
    const phone = await newPhone(stack, colleague);
    const approvalId = await askForDecision(stack, owner);
    const [message] = await until(phone.received, has(1));
    await ask(owner, 'remove_member', { p_user_id: colleague.id });
    expect(await tap(stack, message!.payload.token)).toMatchObject({ outcome: 'forbidden' });
    expect(await stateOf(approvalId)).toMatchObject({ state: 'pending' });
    const link = await nobody(stack).rpc('read_decision_link', { p_token: message!.payload.token });
    expect(link.data).toEqual({ status: 'forbidden', language: 'fr', approval_id: approvalId });
    await askForDecision(stack, owner);
    await until(
      () => pushesOf(owner),
      (rows) => rows.every(({ state }) => state !== 'waiting'),
    );
    expect(await phone.received()).toHaveLength(1);
  });

  it('about money carries no token, whoever reads it', async () => {
    const owner = await newOwner(stack);
    const phone = await newPhone(stack, owner);
    const approvalId = await askForDecision(stack, owner, 'money');
    const [message] = await until(phone.received, has(1));
    expect(message!.payload).toMatchObject({ token: null, actions: null, link: `/decide/${approvalId}` });
    expect(await stack.query('select from public.decision_tokens where approval_id = $1', [approvalId])).toEqual([]);
  });
});

describe('what goes out by itself', () => {
  const announce = async ({ tenantId }: Owner, approvalId: string) =>
    stack.query(
      `with announced as (update public.approvals set goes_out_at = now() + interval '30 minutes' where id = $2 returning goes_out_at)
       select engine.notify($1, null, 'going_out', jsonb_build_object('approval_id', $2::uuid, 'title', 'Samosas', 'at', goes_out_at), '/decide/' || $2) from announced`,
      [tenantId, approvalId],
    );
  const goingOut = ({ payload }: { payload: { kind: string } }) => payload.kind === 'going_out';

  it('is stopped from the lock screen, once, and waits for a person', async () => {
    const owner = await newOwner(stack);
    const approvalId = await askForDecision(stack, owner);
    const phone = await newPhone(stack, owner);
    await announce(owner, approvalId);
    const [message] = (await until(phone.received, has(1))).filter(goingOut);
    expect(message!.payload).toMatchObject({ approval_id: approvalId, actions: { stop: expect.any(String) } });
    const { token } = message!.payload;
    const answers = await Promise.all([tap(stack, token, 'stop'), tap(stack, token, 'stop')]);
    expect(answers.map(({ outcome }) => outcome).sort()).toEqual(['stopped', 'used']);
    expect(await stateOf(approvalId)).toMatchObject({ state: 'pending' });
    expect(
      await stack.query(
        `select actor, data ->> 'why' as why from public.events where kind = 'approval.stopped' and data ->> 'approval_id' = $1`,
        [approvalId],
      ),
    ).toEqual([{ actor: owner.id, why: 'stopped' }]);
  });

  it('has gone out before the tap: the button says so', async () => {
    const owner = await newOwner(stack);
    const approvalId = await askForDecision(stack, owner);
    const phone = await newPhone(stack, owner);
    await announce(owner, approvalId);
    const [message] = (await until(phone.received, has(1))).filter(goingOut);
    await stack.query(
      `update public.approvals set state = 'approved', decided_at = now(), decided_channel = 'auto', decided_version = version where id = $1`,
      [approvalId],
    );
    expect(await tap(stack, message!.payload.token, 'stop')).toMatchObject({ outcome: 'already_decided', decided_channel: 'auto' });
  });
});

describe('a push service in trouble', () => {
  it('says that the browser has unsubscribed: the device is forgotten, the others ring', async () => {
    const owner = await newOwner(stack);
    const old = await newPhone(stack, owner);
    const kept = await newPhone(stack, owner);
    await old.break('gone');
    await askForDecision(stack, owner);
    await until(kept.received, has(1));
    await until(
      () => pushesOf(owner),
      (rows) => rows.some(({ error_code }) => error_code === 'push_subscription_gone'),
    );
    expect(await stack.query('select endpoint from public.push_subscriptions where user_id = $1', [owner.id])).toEqual([
      { endpoint: kept.endpoint },
    ]);
  });

  it('is busy: the push waits as long as it says, and arrives', async () => {
    const owner = await newOwner(stack);
    const phone = await newPhone(stack, owner);
    await phone.break('busy');
    await askForDecision(stack, owner);
    const [delivery] = await until(
      () => pushesOf(owner),
      ([row]) => row?.error_code === 'push_rate_limited',
    );
    expect(delivery).toMatchObject({ state: 'waiting', attempt: 1 });
    const [wait] = await stack.query<{ seconds: number }>(
      `select extract(epoch from due_at - now())::float8 as seconds from public.deliveries where user_id = $1 and channel = 'push'`,
      [owner.id],
    );
    expect(wait!.seconds).toBeGreaterThan(0);
    expect(wait!.seconds).toBeLessThanOrEqual(7);
    await stack.query(`update public.deliveries set due_at = now() where user_id = $1 and channel = 'push'`, [owner.id]);
    await stack.query('select engine.resume_deliveries()');
    await until(phone.received, has(1));
    expect(
      await until(
        () => pushesOf(owner),
        ([row]) => row?.state === 'sent',
      ),
    ).toMatchObject([{ attempt: 2 }]);
  });

  it('answers after the worker died: the lease gives the push back, and an old claim settles nothing', async () => {
    const owner = await newOwner(stack);
    const phone = await newPhone(stack, owner);
    await phone.break('slow');
    await askForDecision(stack, owner);
    await until(
      () => pushesOf(owner),
      ([row]) => row?.state === 'sending',
    );
    await stack.query(`update public.deliveries set lease_until = now() where user_id = $1 and state = 'sending'`, [owner.id]);
    await stack.query('select engine.resume_deliveries()');
    await until(
      () => pushesOf(owner),
      ([row]) => row?.state === 'sent' && row.attempt === 2,
    );
    await until(phone.received, has(2));
    // twice on its way, one notification: the same tag and topic
    const messages = await phone.received();
    expect(new Set(messages.map(({ topic, payload }) => `${topic} ${payload.tag}`)).size).toBe(1);
  });
});

it('deliver works for who knows its secret, and answers at once', async () => {
  const post = (headers: Record<string, string>) => fetch(`${stack.url}/functions/v1/deliver`, { method: 'POST', headers });
  expect((await post({})).status).toBe(401);
  expect((await post({ authorization: `Bearer ${stack.keys.secret}` })).status).toBe(401);
  const answer = await post({ authorization: `Bearer ${stack.secrets.worker_secret}` });
  expect([answer.status, await answer.json()]).toEqual([202, { accepted: true }]);
});

// How long from an approval to the push service: the embedded stack, one approval at a time and twenty at once, each to two devices. `node tests/bench/push.ts`
// Created = the approval's row is committed; handed over = the push service of this machine has taken and opened the message. The function has been started before.
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { boot } from '../../local/boot.ts';
import { askForDecision, newPhone, type Phone } from '../channels/push-scene.ts';
import { newOwner, until } from '../engine/scenario.ts';
import { line, spread } from './measure.ts';

const stack = await boot({ dataDir: null, app: null, functions: join(import.meta.dirname, '../../functions'), jobs: true });

async function shop(): Promise<{ phones: Phone[]; ask: () => Promise<string> }> {
  const owner = await newOwner(stack);
  const phones = [await newPhone(stack, owner), await newPhone(stack, owner)];
  return { phones, ask: () => askForDecision(stack, owner) };
}

/** Milliseconds from the approval's creation to its arrival on each device. */
async function arrivals(phones: Phone[], approvalId: string, created: number): Promise<number[]> {
  return Promise.all(
    phones.map(async (phone) => {
      const messages = await until(phone.received, (all) => all.some(({ payload }) => payload.approval_id === approvalId));
      return Date.parse(messages.find(({ payload }) => payload.approval_id === approvalId)?.at ?? '') - created;
    }),
  );
}

try {
  const warm = await shop();
  await arrivals(warm.phones, await warm.ask(), Date.now());

  const oneByOne: number[] = [];
  for (let at = 0; at < 60; at += 1) {
    // a new person each time: a storm would become a digest
    const { phones, ask } = await shop();
    await sleep(200);
    const approvalId = await ask();
    oneByOne.push(...(await arrivals(phones, approvalId, Date.now())));
  }
  line('approval created -> push service, one by one', spread(oneByOne), 'p95 <= 1000 ms');

  const shops = [];
  for (let at = 0; at < 20; at += 1) shops.push(await shop());
  await sleep(1000);
  const created = Date.now();
  const ids = await Promise.all(shops.map(({ ask }) => ask()));
  const together = await Promise.all(shops.map(({ phones }, at) => arrivals(phones, ids[at] ?? '', created)));
  line('twenty at once, from the first', spread(together.flat()));
} finally {
  await stack.stop();
}

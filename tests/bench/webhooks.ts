// A burst of webhooks through the real function: 10,000 messages of 500 chats, every tenth told twice, 32 at once, on the embedded stack. `node tests/bench/webhooks.ts [count]`
// A webhook that is not taken is sent again, as Meta does. Beside it one person opens the home screen again and again, before and during the burst.
import { createHmac } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { boot } from '../../local/boot.ts';
import { newOwner } from '../engine/scenario.ts';
import { line, spread, timed } from './measure.ts';

const count = Number(process.argv[2] ?? 10_000);
const chats = 500;
const linked = 50;
const atOnce = 32;
const secret = 'the app secret of the bench';
const number = '106540352242922';
const functionEnv = { WHATSAPP_APP_SECRET: secret, WHATSAPP_VERIFY_TOKEN: 'bench', WHATSAPP_PHONE_NUMBER_ID: number };
const stack = await boot({ dataDir: null, app: null, functions: join(import.meta.dirname, '../../functions'), jobs: true, functionEnv });

const chatOf = (at: number) => `26134${String(1_000_000 + (at % chats))}`;

function webhook(at: number): string {
  const message = {
    from: chatOf(at),
    id: `wamid.bench.${at}`,
    timestamp: String(Math.floor(Date.now() / 1000)),
    type: 'text',
    text: { body: `Salama ${at} 🥟 نعم` },
  };
  const contacts = [{ wa_id: message.from, profile: { name: 'Lala' } }];
  const value = { messaging_product: 'whatsapp', metadata: { phone_number_id: number }, contacts, messages: [message] };
  return JSON.stringify({ object: 'whatsapp_business_account', entry: [{ id: '1', changes: [{ field: 'messages', value }] }] });
}

let again = 0;
const refused = new Map<number, number>();
async function tell(at: number): Promise<void> {
  const body = webhook(at);
  const headers = { 'x-hub-signature-256': `sha256=${createHmac('sha256', secret).update(body).digest('hex')}` };
  for (;;) {
    const answer = await fetch(`${stack.url}/functions/v1/receive/whatsapp`, { method: 'POST', body, headers }).catch(() => null);
    await answer?.arrayBuffer();
    if (answer?.status === 200) return;
    again += 1;
    refused.set(answer?.status ?? 0, (refused.get(answer?.status ?? 0) ?? 0) + 1);
    await sleep(500);
  }
}

const read = async <Row>(sql: string): Promise<Row> => ((await stack.query(sql)) as Row[])[0] as Row;

try {
  const owner = await newOwner(stack);
  await stack.query(
    `insert into public.channel_links (user_id, channel, address, tenant_id, last_inbound_at)
     select $1, 'whatsapp', '26134' || (1000000 + n), $2, engine.now() from generate_series(0, ${linked - 1}) n`,
    [owner.id, owner.tenantId],
  );
  const openHome = async () => {
    const { error } = await owner.client.rpc('read_home', { p_tenant_id: owner.tenantId });
    if (error) throw new Error(error.message);
  };
  await tell(count);
  await openHome();
  line('home screen, before', spread(await timed(40, openHome)));

  const burst = new AbortController();
  const during: number[] = [];
  const person = (async () => {
    while (!burst.signal.aborted) {
      during.push(...(await timed(1, openHome)));
      await sleep(250);
    }
  })();
  const queue = Array.from({ length: count }, (_, at) => (at % 10 === 0 ? [at, at] : [at])).flat();
  const taken: number[] = [];
  const from = performance.now();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let at = queue.shift(); at !== undefined; at = queue.shift()) taken.push(...(await timed(1, () => tell(at))));
    }),
  );
  const told = performance.now() - from;
  const left = async () => (await read<{ n: number }>(`select count(*)::int as n from public.inbound_messages where state = 'waiting'`)).n;
  const waiting = await left();
  while ((await left()) > 0) await sleep(500);
  const answered = performance.now() - from;
  burst.abort();
  await person;

  const found = await read<{ stored: number; chats: number; broken: number }>(
    `select count(*)::int as stored, count(distinct address)::int as chats, (count(*) filter (where state <> 'done'))::int as broken
     from public.inbound_messages where external_id like 'wamid.bench.%' and external_id <> 'wamid.bench.${count}'`,
  );
  const said = await read<{ n: number; most: number }>(
    `select count(*)::int as n, max(per)::int as most from (
       select count(*) over (partition by coalesce(target_id::text, address)) as per from public.deliveries where topic = 'replies') as d`,
  );
  line('webhooks told, of which repeats', `${taken.length}, ${taken.length - count}; ${again} had to be sent again`);
  line(
    'messages stored, of chats',
    `${found.stored} of ${count}, ${found.chats} of ${chats}; not done: ${found.broken}`,
    'all, none twice',
  );
  line('answers in chats, most to one', `${said.n}, ${said.most}`);
  line('taken in', `${(told / 1000).toFixed(1)} s, ${(told / taken.length).toFixed(2)} ms a webhook at ${atOnce} at once`);
  line('one webhook, until its 200', spread(taken));
  line('answered', `${(answered / 1000).toFixed(1)} s after the first (${waiting} were left when the last was taken)`);
  line('home screen, during', spread(during));
} finally {
  await stack.stop();
}

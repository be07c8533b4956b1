// Races of inbound messages on a Postgres server: the same webhook from everywhere, and the words of one sender worked by many. Called by run.ts.
import { randomUUID } from 'node:crypto';
import type { Sql } from 'postgres';
import { openCard, openShop } from './shop.ts';

type Chat = { address: string; linkId: string; approvalId: string };

/** A chat of a shop's owner that was shown an approval; its message is out.<address>. */
async function openChat(sql: Sql): Promise<Chat> {
  const shop = await openShop(sql);
  const card = await openCard(sql, shop);
  const address = `race.${randomUUID()}`;
  const [link] = await sql<{ id: string }[]>`
    insert into public.channel_links (user_id, channel, address, tenant_id, last_inbound_at)
    values (${shop.ownerId}, 'whatsapp', ${address}, ${shop.tenantId}, engine.now()) returning id`;
  if (!link) throw new Error('no link');
  const shown = sql.json({ shown_version: card.version, shown_hash: card.content_hash });
  await sql`
    insert into public.deliveries (tenant_id, user_id, channel, target_id, topic, kind, approval_id, data, state, settled_at, external_id)
    values (${shop.tenantId}, ${shop.ownerId}, 'whatsapp', ${link.id}, 'approvals', 'approval', ${card.id}, ${shown}, 'sent', engine.now(), ${`out.${address}`})`;
  return { address, linkId: link.id, approvalId: card.id };
}

/** A yes and a no a second later; the no has come first. */
const words = ({ address }: Chat) =>
  [
    ['no', 'non', 1],
    ['yes', 'oui', 2],
  ].map(([id, text, ago]) => ({
    external_id: `${id}.${address}`,
    from: address,
    kind: 'text',
    text,
    quoted_id: `out.${address}`,
    sent_at: new Date(Date.now() - Number(ago) * 1000).toISOString(),
  }));

const people = 10;

/** Ten people's two messages, each told by four webhooks at once, worked off by eight workers one message at a time. */
export async function wordsKeepTheirOrder(sql: Sql): Promise<string[]> {
  const chats: Chat[] = [];
  for (let n = 0; n < people; n += 1) chats.push(await openChat(sql));
  const addresses = chats.map(({ address }) => address);
  const problems: string[] = [];

  const told = await Promise.all(
    chats.flatMap((chat) =>
      Array.from(
        { length: 4 },
        () => sql<{ answer: { stored: number } }[]>`select worker.receive_messages('whatsapp', ${sql.json(words(chat))}) as answer`,
      ),
    ),
  );
  const stored = told.reduce((sum, [row]) => sum + (row?.answer.stored ?? 0), 0);
  if (stored !== 2 * people) problems.push(`${stored} messages stored of ${2 * people} that were told four times each`);

  const waiting = async () =>
    (
      await sql<{ n: number }[]>`
      select count(*)::int as n from public.inbound_messages where address = any (${addresses}) and state = 'waiting'`
    )[0]?.n ?? 0;
  const until = performance.now() + 60_000;
  await Promise.all(
    Array.from({ length: 8 }, async () => {
      while ((await waiting()) > 0 && performance.now() < until) await sql`select engine.answer_waiting(1)`;
    }),
  );

  const outcomes = await sql<{ id: string; outcome: string }[]>`
    select split_part(external_id, '.', 1) as id, outcome from public.inbound_messages where address = any (${addresses})`;
  for (const { id, outcome } of outcomes)
    if (outcome !== (id === 'yes' ? 'decided' : 'already_decided')) problems.push(`the ${id} of a sender: ${outcome}`);
  const states = await sql<{ state: string; n: number }[]>`
    select state, count(*)::int as n from public.approvals where id = any (${chats.map(({ approvalId }) => approvalId)}) group by 1`;
  if (JSON.stringify([...states]) !== JSON.stringify([{ state: 'approved', n: people }]))
    problems.push(`what was written first did not count: ${JSON.stringify(states)}`);
  const answers = await sql<{ n: number }[]>`
    select count(*)::int as n from public.deliveries where target_id = any (${chats.map(({ linkId }) => linkId)}) and topic = 'replies' group by target_id`;
  if (answers.length !== people || answers.some(({ n }) => n !== 2)) problems.push('somebody was not answered twice, once a message');
  return problems;
}

// Races of decisions and messages over the channels, on a Postgres server. Called by run.ts.
import { randomUUID } from 'node:crypto';
import type { Sql } from 'postgres';
import { asMember, openCard, openShop, type Shop } from './shop.ts';

type Answer = { outcome: string; state: string; decided_by_name: string | null };

async function addAdmins(sql: Sql, { tenantId }: Shop, count: number): Promise<string[]> {
  const people = await sql<{ id: string }[]>`
    insert into auth.users (id, email) select gen_random_uuid(), gen_random_uuid() || '@race.test' from generate_series(1, ${count}) returning id`;
  const ids = people.map(({ id }) => id);
  await sql`insert into public.memberships (tenant_id, user_id, role) select ${tenantId}, unnest(${ids}::uuid[]), 'admin'`;
  await sql`update public.profiles set display_name = 'Somebody' where user_id = any (${ids}::uuid[])`;
  return ids;
}

/** A hundred people, a third each by a token of their own, in the app and in their chat, half yes and half no. */
export async function hundredDecideOnce(sql: Sql): Promise<string[]> {
  const shop = await openShop(sql);
  const people = await addAdmins(sql, shop, 100);
  const card = await openCard(sql, shop);
  const tokens = await Promise.all(
    people.map(async (id) => {
      const [row] = await sql<
        { token: string }[]
      >`select engine.new_decision_token(engine.show_approval(a), ${id}, 'push') as token from public.approvals a where a.id = ${card.id}`;
      return row?.token ?? '';
    }),
  );
  const ways = [
    (_id: string, n: number, decision: string) =>
      sql<{ answer: Answer }[]>`select public.decide_by_token(${tokens[n] ?? ''}, ${decision}) as answer`.then(([row]) => row?.answer),
    (id: string, _n: number, decision: string) =>
      asMember<Answer>(sql, shop.tenantId, id, 'decide_approval', [
        shop.tenantId,
        card.id,
        decision,
        card.version,
        card.content_hash,
        null,
        null,
        'app',
        randomUUID(),
      ]),
    (id: string, _n: number, decision: string) => {
      const item = {
        approval_id: card.id,
        decision,
        version: card.version,
        content_hash: card.content_hash,
        channel: 'whatsapp',
        client_key: randomUUID(),
      };
      return sql<{ answer: Answer }[]>`select engine.decide_as(${id}, ${shop.tenantId}, ${sql.json(item)}) as answer`.then(
        ([row]) => row?.answer,
      );
    },
  ];
  const answers = await Promise.all(people.map((id, n) => ways[n % 3]?.(id, n, n % 2 ? 'approve' : 'reject')));
  const count = (outcome: string) => answers.filter((answer) => answer?.outcome === outcome).length;
  const problems: string[] = [];
  if (count('decided') !== 1 || count('already_decided') !== 99)
    problems.push(`outcomes: ${[...new Set(answers.map((a) => a?.outcome))].join(' ')}`);
  if (new Set(answers.map((answer) => answer?.state)).size !== 1) problems.push('people were told different states');
  if (answers.some((answer) => answer?.decided_by_name !== 'Somebody')) problems.push('not everybody was told who decided');
  const [log] = await sql`select count(*)::int as n from public.events where tenant_id = ${shop.tenantId} and kind = 'approval.decided'`;
  if (log?.n !== 1) problems.push(`${log?.n} decisions in the log`);
  // the same token from twenty places: the first knows what was decided, the others that it is used
  const again = await Promise.all(
    Array.from({ length: 20 }, () => sql<{ answer: Answer }[]>`select public.decide_by_token(${tokens[3] ?? ''}, 'approve') as answer`),
  );
  const told = again.map(([row]) => row?.answer.outcome).toSorted();
  if (told.filter((outcome) => outcome === 'used').length < 19) problems.push(`one token from twenty places: ${told.join(' ')}`);
  return problems;
}

/** Two hundred messages of fifty people, claimed by eight workers at once. */
export async function aMessageIsClaimedOnce(sql: Sql): Promise<string[]> {
  const shop = await openShop(sql);
  const people = await addAdmins(sql, shop, 50);
  await sql`
    insert into public.push_subscriptions (user_id, endpoint, p256dh, auth)
    select u, 'https://fcm.googleapis.com/' || gen_random_uuid(), 'k', 'a' from unnest(${people}::uuid[]) u, generate_series(1, 4)`;
  await openCard(sql, shop);
  const claims = await Promise.all(
    Array.from({ length: 8 }, async (_unused, n) => {
      const mine: { delivery_id: number; token: string; tenant: { id: string } | null; tokens: { decide: string } | null }[] = [];
      for (;;) {
        const [row] = await sql<{ claimed: typeof mine }[]>`select worker.claim_deliveries(${`w${n}`}, 10, 60) as claimed`;
        if (!row || row.claimed.length === 0) return mine;
        mine.push(...row.claimed);
      }
    }),
  );
  const all = claims.flat().filter(({ tenant }) => tenant?.id === shop.tenantId);
  const settled = await Promise.all(
    all.map(
      ({ delivery_id, token }) =>
        sql<
          { ok: boolean }[]
        >`select worker.settle_delivery(p_delivery_id => ${delivery_id}, p_token => ${token}, p_outcome => '{"outcome": "sent"}') as ok`,
    ),
  );
  const found = [
    all.length,
    new Set(all.map(({ delivery_id }) => delivery_id)).size,
    new Set(all.map(({ tokens }) => tokens?.decide)).size,
    settled.filter(([row]) => row?.ok).length,
  ];
  return found.every((n) => n === 200) ? [] : [`claimed, different, tokens, settled: ${found.join(', ')}, not 200`];
}

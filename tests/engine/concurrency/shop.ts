// Shops, people and cards for the races: rows past the verbs, and verbs as a person. Used by run.ts and channels.ts.
import { randomUUID } from 'node:crypto';
import type { Sql } from 'postgres';

export type Shop = { tenantId: string; ownerId: string };

/** A tenant with an owner and a confirmed brand. */
export async function openShop(sql: Sql): Promise<Shop> {
  const [owner] = await sql<
    { id: string }[]
  >`insert into auth.users (id, email) values (gen_random_uuid(), ${`${randomUUID()}@race.test`}) returning id`;
  const slug = `race-${randomUUID().slice(0, 12)}`;
  const [tenant] = await sql<{ id: string }[]>`
    insert into public.tenants (name, slug, country, language, timezone, plan_key) values (${slug}, ${slug}, 'MG', 'fr', 'Indian/Antananarivo', 'growth') returning id`;
  if (!owner || !tenant) throw new Error('no tenant');
  await sql`insert into public.memberships (tenant_id, user_id, role) values (${tenant.id}, ${owner.id}, 'owner')`;
  const colours = { primary: '#19b5a5', secondary: '#7c3aed', accent: '#f59e0b', ground: '#0b0f14', ink: '#f8fafc' };
  const brand = { name: slug, colours, fonts: { heading: 'Poppins', body: 'Inter' }, voice: { tones: ['warm'] } };
  await sql`select engine.write_brand_dna(${tenant.id}, 1, 'confirmed', engine.clean_brand_dna(${sql.json(brand)}), 'form', null)`;
  return { tenantId: tenant.id, ownerId: owner.id };
}

/** One statement as that member, each on a connection of its own when called together. */
export async function asMember<Row>(sql: Sql, tenantId: string, userId: string, verb: string, args: unknown[]): Promise<Row> {
  return sql.begin(async (tx) => {
    await tx`select set_config('request.jwt.claims', ${JSON.stringify({ sub: userId, role: 'authenticated', tenant_id: tenantId })}, true)`;
    const holes = args.map((_arg, at) => `$${at + 1}`).join(', ');
    const [row] = await tx.unsafe<{ answer: Row }[]>(`select public.${verb}(${holes}) as answer`, args as never[]);
    return row?.answer as Row;
  }) as Promise<Row>;
}

export const asOwner = <Row>(sql: Sql, { tenantId, ownerId }: Shop, verb: string, args: unknown[]): Promise<Row> =>
  asMember<Row>(sql, tenantId, ownerId, verb, args);

export type Card = { id: string; version: number; content_hash: string };

/** A post at its gate. */
export async function openCard(sql: Sql, shop: Shop): Promise<Card> {
  await sql`select engine.start_run(${shop.tenantId}, engine.route_task(null, 'create_social_post'), 'race', '{"platform": "nexio_page"}', 'fr')`;
  await sql`update public.chain_steps set state = 'done', output = '{"body": "Samosas", "headline": "S"}' where tenant_id = ${shop.tenantId} and key <> 'quality_gate'`;
  await sql`update public.chain_steps set state = 'done', output = '{"score": 90}', score = 90 where tenant_id = ${shop.tenantId} and key = 'quality_gate'`;
  await sql`select engine.request_approval(id) from public.chain_steps where tenant_id = ${shop.tenantId} and key = 'quality_gate'`;
  const [card] = await sql<Card[]>`select id, version, content_hash from public.approvals where tenant_id = ${shop.tenantId}`;
  if (!card) throw new Error('no approval');
  return card;
}

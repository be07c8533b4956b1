// A platform admin suspends a tenant while somebody acts in it: runs are locked before their tenant, so neither waits for the other for ever. Called by run.ts.
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Sql } from 'postgres';
import { openShop } from './shop.ts';

/** A person with the role platform_admin, and no second factor. */
export async function newPlatformAdmin(sql: Sql): Promise<string> {
  const [admin] = await sql<
    { id: string }[]
  >`insert into auth.users (id, email) values (gen_random_uuid(), ${`${randomUUID()}@race.test`}) returning id`;
  if (!admin) throw new Error('no admin');
  await sql`insert into public.platform_roles (user_id, role) values (${admin.id}, 'platform_admin')`;
  return admin.id;
}

export async function setStatus(sql: Sql, adminId: string, tenantId: string, status: 'active' | 'suspended'): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`select set_config('request.jwt.claims', ${JSON.stringify({ sub: adminId, role: 'authenticated' })}, true)`;
    await tx`select public.set_tenant_status(${tenantId}, ${status})`;
  });
}

/** Somebody holds a run and goes on to its tenant while the admin suspends and lets back: either order of locks but ours is a deadlock here. */
export async function suspendingWaitsItsTurn(sql: Sql): Promise<string[]> {
  const [shop, adminId] = [await openShop(sql), await newPlatformAdmin(sql)];
  const [run] = await sql<
    { id: string }[]
  >`select engine.start_run(${shop.tenantId}, engine.route_task(null, 'create_social_post'), 'race', '{"platform": "nexio_page"}', 'fr') as id`;
  if (!run) throw new Error('no run');
  const problems: string[] = [];
  for (const status of ['suspended', 'active'] as const) {
    const told = { ended: false };
    const acting = await sql.reserve();
    try {
      await acting`begin`;
      await acting`select from public.chain_runs where id = ${run.id} for no key update`;
      const suspending = setStatus(sql, adminId, shop.tenantId, status).then(
        () => null,
        (error: Error) => error.message,
      );
      void suspending.finally(() => (told.ended = true));
      for (let waits = false; !waits && !told.ended; await sleep(10))
        waits = (await sql`select from pg_stat_activity where wait_event_type = 'Lock' and query like '%set_tenant_status%'`).length > 0;
      if (told.ended) problems.push(`${status}: did not wait for who acts in the run`);
      await acting`update public.tenants set name = name where id = ${shop.tenantId}`;
      await acting`commit`;
      const refusal = await suspending;
      if (refusal) problems.push(`${status}: ${refusal}`);
    } catch (error) {
      problems.push(`${status}: who acted was refused: ${(error as Error).message}`);
      await acting`rollback`;
    } finally {
      acting.release();
    }
    const [found] = await sql<{ status: string; queued: number }[]>`
      select t.status, (select count(*)::int from public.chain_steps s where s.tenant_id = t.id and s.state in ('queued', 'working')) as queued
      from public.tenants t where t.id = ${shop.tenantId}`;
    if (found?.status !== status) problems.push(`the tenant is ${found?.status}, not ${status}`);
    if (status === 'suspended' && found?.queued !== 0) problems.push(`${found?.queued} steps are still in line while suspended`);
  }
  await sql`select engine.stop_run(${run.id}, 'cancelled', 'race_over', '{}', 'system', 'race')`;
  return problems;
}

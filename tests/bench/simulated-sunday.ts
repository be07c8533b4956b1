// The Sunday morning of simulation.ts: a thousand weekly plans due at the same minute, started by the clock's own ticks.
import type { Sql } from 'postgres';

/** Ticks of 10 s from 07:55 until all plans have begun, half an hour at most. */
export async function sunday(sql: Sql) {
  await sql`alter table public.brand_dna disable trigger user`;
  await sql`
    insert into public.brand_dna (tenant_id, version, status, dna, source)
    select id, 1, 'confirmed', jsonb_build_object('name', name), 'bench' from public.tenants on conflict do nothing`;
  await sql`select set_config('nexio.now', '2027-03-07 07:55+03', false)`;
  await sql`select engine.seat_jobs()`;
  await sql`vacuum analyze public.cron_dues`;
  const [{ tenants } = { tenants: 0 }] = await sql<
    { tenants: number }[]
  >`select count(*)::int as tenants from public.tenants where not is_demo and status = 'active'`;

  const ticks: number[] = [];
  const perTick: number[] = [];
  let started = 0;
  for (let tick = 0; tick < 210 && started < tenants; tick++) {
    await sql`select set_config('nexio.now', (timestamptz '2027-03-07 07:55+03' + make_interval(secs => ${tick * 10}::int))::text, false)`;
    const from = performance.now();
    await sql`select engine.run_due_jobs()`;
    ticks.push(performance.now() - from);
    const [row] = await sql<{ n: number }[]>`select count(*)::int as n from public.chain_runs where cron_key = 'weekly_content_plan'`;
    if ((row?.n ?? 0) > 0) perTick.push((row?.n ?? 0) - started);
    started = row?.n ?? 0;
  }
  await sql`select set_config('nexio.now', '', false)`;
  return { started, minutes: perTick.length / 6, most: Math.max(0, ...perTick), mean: started / Math.max(perTick.length, 1), ticks };
}

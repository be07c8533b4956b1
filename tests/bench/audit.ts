// What the permanent log costs: an event written before and after it was partitioned, a minute's seal, and the storage of two years with retention at work.
// Postgres 17 with fsync on; needs root (tests/pg17). `node tests/bench/audit.ts`
import { gzipSync } from 'node:zlib';
import type { Sql } from 'postgres';
import { startSupabase } from '../pg17/platform.ts';
import { connect } from './chains.ts';
import { cpuMilliseconds } from './cpu.ts';
import { line, percentile } from './measure.ts';

const tenants = 20;
const eventsADay = 300;
const sealsADay = 3;
const months = 28;
const id = (n: string) => `('00000000-0000-4000-8000-' || lpad((1 + ${n} % ${tenants})::text, 12, '0'))::uuid`;
const columns = 'tenant_id, run_id, step_id, kind, actor_kind, actor, data, created_at';
const values = `${id('i')}, ${id('i')}, i, 'step.said', 'agent', 'content_writer', jsonb_build_object('step', 'write', 'say', repeat('words ', 20)), engine.now()`;

/** The log as it was before: one table, no transaction number, the same indexes and trigger. */
async function makeOldLog(sql: Sql): Promise<void> {
  await sql.unsafe(`create table engine.old_events (id bigint generated always as identity primary key, tenant_id uuid, run_id uuid, step_id bigint,
      kind text not null check (kind ~ '^[a-z_]+(\\.[a-z_]+)*$'), actor_kind text not null check (actor_kind in ('person', 'agent', 'engine', 'system')),
      actor text not null, data jsonb not null default '{}', trace_id uuid, created_at timestamptz not null default engine.now());
    create index on engine.old_events (tenant_id, id desc); create index on engine.old_events (run_id, id) where run_id is not null;
    create trigger t before update or delete or truncate on engine.old_events for each statement execute function engine.refuse_change();
    alter table engine.old_events enable always trigger t`);
}

/** Processor time of an insert, in rounds that take turns, without the commit. */
async function insertCost(sql: Sql): Promise<Record<string, number[]>> {
  const [{ pid } = { pid: 0 }] = await sql<{ pid: number }[]>`select pg_backend_pid() as pid`;
  const each = 10_000;
  const one = (table: string) =>
    `do $$ begin for i in 1 .. ${each} loop insert into ${table} (${columns}) values (${values}); end loop; end $$`;
  const ten = (table: string) =>
    `do $$ begin for n in 1 .. ${each / 10} loop insert into ${table} (${columns}) select ${values} from generate_series(n * 10, n * 10 + 9) as i; end loop; end $$`;
  const taken: Record<string, number[]> = {};
  for (let round = 0; round < 5; round += 1) {
    for (const [name, statement] of Object.entries({ 'one by one': one, 'ten at once': ten })) {
      for (const table of ['engine.old_events', 'public.events']) {
        const before = cpuMilliseconds(pid);
        await sql.unsafe(statement(table));
        if (round > 0) (taken[`${table}, ${name}`] ??= []).push(((cpuMilliseconds(pid) - before) * 1000) / each);
      }
    }
  }
  return taken;
}

async function sealCost(sql: Sql): Promise<void> {
  const [{ pid } = { pid: 0 }] = await sql<{ pid: number }[]>`select pg_backend_pid() as pid`;
  // three times: the third starts from where the first ended
  for (let n = 0; n < 3; n += 1) await sql`select engine.seal_events()`;
  for (const count of [0, 1000, 20_000]) {
    await sql.unsafe(`insert into public.events (${columns}) select ${values} from generate_series(1, ${count}) as i`);
    const used = cpuMilliseconds(pid);
    const [row] = await sql<{ n: string }[]>`select engine.seal_events() as n`;
    line(
      `a seal with ${row?.n} new events beside ${await size(sql, 'public.events')} MB of log`,
      `${(cpuMilliseconds(pid) - used).toFixed(0)} ms of processor`,
    );
  }
}

async function size(sql: Sql, table: string): Promise<string> {
  const [row] = await sql<{ bytes: string }[]>`
    select pg_total_relation_size(${table}::regclass) + (select coalesce(sum(pg_total_relation_size(relid)), 0) from pg_partition_tree(${table}::regclass)) as bytes`;
  return (Number(row?.bytes ?? 0) / 1e6).toFixed(1);
}

/** What functions/keep-audit does, with a bucket that only weighs. */
async function archive(sql: Sql): Promise<number> {
  let bytes = 0;
  for (;;) {
    const [row] = await sql<
      { part: { month: string; part: number; path: string; count: number; to_id: number; text: string; is_last: boolean } | null }[]
    >`
      select worker.read_archive_part() as part`;
    const part = row?.part;
    if (!part) return bytes;
    if (part.is_last) await sql`select worker.drop_archived_month(${part.month}::date)`;
    else {
      bytes += gzipSync(part.text).length;
      await sql`select worker.keep_archive_part(${part.month}::date, ${part.part}, ${part.path}, ${'0'.repeat(64)}, ${part.count}, ${part.to_id})`;
    }
  }
}

async function liveYears(sql: Sql): Promise<void> {
  const start = Date.now();
  let archived = 0;
  const days = Math.round(months * 30.44);
  for (let day = 0; day < days; day += 1) {
    for (let part = 0; part < sealsADay; part += 1) {
      const at = new Date(start + (day + part / sealsADay) * 86_400_000).toISOString();
      await sql.unsafe(`select set_config('nexio.now', '${at}', false)`);
      await sql.unsafe(
        `insert into public.events (${columns}) select ${values} from generate_series(${part * 50 + day * 7}, ${part * 50 + day * 7 + eventsADay / sealsADay - 1}) as i`,
      );
      await sql`select engine.seal_events()`;
    }
    await sql`select engine.make_event_months(), engine.fold_seals()`;
    if (day % 30 === 29) {
      archived += await archive(sql);
      await sql`vacuum public.event_seals`;
      const [row] = await sql<{ months: number; seals: number }[]>`
        select (select count(*)::int from pg_inherits where inhparent = 'public.events'::regclass) as months, (select count(*)::int from public.event_seals) as seals`;
      line(
        `day ${day + 1}: ${row?.months} tables, ${row?.seals} batches`,
        `events ${await size(sql, 'public.events')} MB, seals ${await size(sql, 'public.event_seals')} MB, archive ${(archived / 1e6).toFixed(1)} MB gz`,
      );
    }
  }
}

const cluster = await startSupabase(5833);
const sql = connect(cluster.url, 1);
try {
  await makeOldLog(sql);
  console.log("\nAn event, microseconds of the server's processor (median of rounds)");
  for (const [name, taken] of Object.entries(await insertCost(sql))) line(name, `${percentile(taken, 0.5).toFixed(1)} µs`);
  console.log('\nSealing');
  await sealCost(sql);
  await sql`drop table engine.old_events`;
  console.log(`\n${months} months of ${tenants} tenants, ${eventsADay} events and ${sealsADay} seals a day, clock moved`);
  await liveYears(sql);
} finally {
  await sql.end();
  await cluster.stop();
}

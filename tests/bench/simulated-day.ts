// The day of simulation.ts: ten agents a tenant, ten runs of five steps a tenant, 8,640 ticks; the clock is the setting nexio.now of the one connection.
import type { Sql } from 'postgres';
import { tenantCount } from './chains.ts';
import { cpuMilliseconds } from './cpu.ts';

const agentsEach = 10;
const runs = tenantCount * 10;
const ticks = 8640;
/** Every third tick four or five runs begin and a worker comes by: steps wait and hearts find them. */
const every = 3;
/** Who the weekly plan needs is among the ten. */
const planners = ['content_writer', 'data_analyst', 'strategic_director', 'creative_producer', 'content_qa', 'competitor_analyst'];
const tables = ['chain_runs', 'chain_steps', 'events', 'model_calls', 'budgets'];
const call = {
  tier: 'gemini_flash',
  provider: 'google',
  model: 'gemini-3.8-flash',
  input_tokens: 900,
  output_tokens: 200,
  outcome: 'answered',
};
const body = 'A text of the length of a post, with the offer, the price and the day in it. '.repeat(4);

async function sizes(sql: Sql): Promise<number[]> {
  const rows = await sql<{ bytes: string }[]>`
    select pg_total_relation_size(('public.' || t)::regclass) + (select coalesce(sum(pg_total_relation_size(relid)), 0) from pg_partition_tree(('public.' || t)::regclass)) as bytes
    from unnest(${tables}::text[]) with ordinality as x (t, n) order by n`;
  return rows.map(({ bytes }) => Number(bytes));
}

/** Bytes of WAL that the work wrote. */
async function walOf(sql: Sql, work: () => Promise<unknown>): Promise<number> {
  const [from] = await sql<{ lsn: string }[]>`select pg_current_wal_insert_lsn()::text as lsn`;
  await work();
  const [row] = await sql<
    { bytes: string }[]
  >`select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), ${from?.lsn ?? '0/0'}::text::pg_lsn) as bytes`;
  return Number(row?.bytes ?? 0);
}

async function prepareAgents(sql: Sql): Promise<number> {
  await sql`
    with ranked as (select tenant_id, agent_key, row_number() over (partition by tenant_id order by agent_key <> all (${planners}::text[]), agent_key) as n from public.tenant_agents)
    update public.tenant_agents a set is_on = r.n <= ${agentsEach} from ranked r where r.tenant_id = a.tenant_id and r.agent_key = a.agent_key`;
  await sql`vacuum analyze public.tenant_agents`;
  const [row] = await sql<{ agents: number }[]>`select count(*)::int as agents from public.tenant_agents where is_on`;
  return row?.agents ?? 0;
}

async function startSome(sql: Sql, from: number, count: number): Promise<void> {
  await sql`
    select count(engine.start_run(('00000000-0000-4000-8000-' || lpad((1 + (i * 7) % ${tenantCount}::int)::text, 12, '0'))::uuid, c, 'Day', '{}', 'fr'))
    from generate_series(${from}::int, ${from + count - 1}::int) as i, public.chains c where c.key = 'bench'`;
}

type Claim = { step_id: number; token: string };

export async function liveADay(sql: Sql) {
  const agents = await prepareAgents(sql);
  const before = await sizes(sql);
  const [{ pid } = { pid: 0 }] = await sql<{ pid: number }[]>`select pg_backend_pid() as pid`;
  const sweeps: number[] = [];
  const processor: number[] = [];
  const idle: number[] = [];
  let [beats, steps, started, walOfSteps, walOfBeats] = [0, 0, 0, 0, 0];
  let claimed: Claim[] = [];

  const workALittle = async () => {
    const due = Math.ceil((runs * every) / ticks);
    if (started < runs) await startSome(sql, started, due);
    started += due;
    const items = claimed.map((one) => ({ ...one, output: { say: 'Done.', body }, duration_ms: 700, calls: [call] }));
    const [row] = await sql<{ answer: { completed: number[]; claimed: Claim[] } }[]>`
      select worker.cycle(${JSON.stringify(items)}::text::jsonb, 'day', 24, 600) as answer`;
    steps += row?.answer.completed.length ?? 0;
    claimed = row?.answer.claimed ?? [];
  };
  const sweep = async () => {
    const used = cpuMilliseconds(pid);
    const from = performance.now();
    const [row] = await sql<{ n: number }[]>`select engine.sweep_heartbeats() as n`;
    const taken = performance.now() - from;
    sweeps.push(taken);
    processor.push(cpuMilliseconds(pid) - used);
    if (started >= runs && claimed.length === 0) idle.push(taken);
    beats += row?.n ?? 0;
  };

  for (let tick = 0; tick < ticks; tick++) {
    await sql`select set_config('nexio.now', (timestamptz '2027-03-02 00:00Z' + make_interval(secs => ${tick * 10}::int))::text, false)`;
    if (tick % every === 0) walOfSteps += await walOf(sql, workALittle);
    // counted on every fiftieth tick: the asking costs more than the sweep
    if (tick % 50 === 0) walOfBeats += 50 * (await walOf(sql, sweep));
    else await sweep();
    // what the server's own vacuum does meanwhile, at the pace of the day and not of this program
    if (tick % 2160 === 2159)
      for (const table of ['tenant_agents', 'chain_steps', 'chain_runs']) await sql.unsafe(`vacuum public.${table}`);
  }
  const after = await sizes(sql);
  const storage = tables.map((table, at) => ({ table, bytes: (after[at] ?? 0) - (before[at] ?? 0) }));
  await sql`select set_config('nexio.now', '', false)`;
  return { tenants: tenantCount, agents, beats, steps, sweeps, processor, idle, walOfSteps, walOfBeats, storage };
}

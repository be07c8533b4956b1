// The audit of a business with 120,000 events among 360,000: whatever the filter, a page is found by an index and touches few of them. Called by lane.ts.
import { createHash } from 'node:crypto';
import postgres from 'postgres';

const tenantId = '00000000-0000-4000-8000-0000000a0d17';
const ownerId = '00000000-0000-4000-8000-0000000a0d18';

/** A third of the events are the tenant's, a thousandth of those are people's; spread over five months. */
const fill = `
  insert into auth.users (id, email) values ('${ownerId}', 'owner@plans.test');
  insert into public.tenants (id, name, slug, country, language, timezone) values ('${tenantId}', 'Plans', 'audit-plans', 'MG', 'fr', 'UTC');
  insert into public.memberships (tenant_id, user_id, role) values ('${tenantId}', '${ownerId}', 'owner');
  select engine.make_event_month((now() - make_interval(months => n))::date) from generate_series(1, 5) n;
  insert into public.events (tenant_id, run_id, kind, actor_kind, actor, data, created_at)
  select case when n % 3 = 0 then '${tenantId}' else md5((n % 40)::text) end::uuid, md5((n / 60)::text)::uuid,
    case when n % 3000 = 0 then 'approval.decided' when n % 9000 = 3 then 'member.added' when n % 60 = 9 then 'content.published'
      else (array['step.said', 'step.started', 'agent.woke', 'run.started'])[1 + n / 3 % 4] end,
    case when n % 3000 = 0 then 'person' else 'agent' end,
    case when n % 3000 = 0 then '${ownerId}' else (array['content_writer', 'content_qa', 'visual_creator'])[1 + n / 3 % 3] end,
    jsonb_build_object('say', repeat('mots ', 20)), now() - interval '140 days' + make_interval(secs => n * 33)
  from generate_series(1, 360000) n;
  analyze public.events`;

const day = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString();
const runId = createHash('md5').update('100').digest('hex');
const audit = (filter: object, more = '') => `public.read_audit('${tenantId}', '${JSON.stringify(filter)}'${more})`;
/** A question (`actId`: a decision), and how many events it may touch at most, those of other businesses included. */
const questions = (actId: number): Record<string, [string, number]> => ({
  'no filter': [audit({}), 2_000],
  // all there is before
  'far back': [audit({}, ', 9000'), 9_000],
  'a page of an export': [audit({ group: 'all' }, ', null, 500'), 5_000],
  // few: all that is beside the work is looked through
  decisions: [audit({ group: 'decisions' }), 7_000],
  people: [audit({ group: 'people' }), 7_000],
  'a group without acts': [audit({ group: 'clients' }), 7_000],
  'a person': [audit({ actor_kind: 'person', actor: ownerId }), 500],
  'an agent': [audit({ actor_kind: 'agent', actor: 'content_qa' }), 2_000],
  // looks at 20,000 of the business, among two others' each
  'an agent that did nothing': [audit({ actor_kind: 'agent', actor: 'nobody' }), 70_000],
  // reads its month and no other
  'a day': [audit({ group: 'acts', from: day(100), to: day(99) }), 90_000],
  'a run': [audit({ run_id: runId }), 100],
  'a number': [audit({ id: String(actId) }), 10],
  'one act': [`public.read_act('${tenantId}', ${actId})`, 1_000],
  'a page of one’s own data': ["public.export_my_data('events')", 1_000],
});
/** Whole months that a question may read. */
const monthsRead: Record<string, number> = { 'a day': 1 };

interface Node {
  'Node Type': string;
  'Relation Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  Plans?: Node[];
}

/** Scans of the log below a node: how, of which month, and how many rows were touched. */
function scansOf(node: Node): { how: string; month: string; rows: number }[] {
  const month = node['Relation Name'] ?? '';
  const rows = (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops'];
  const own = month.startsWith('events_') ? [{ how: node['Node Type'], month, rows }] : [];
  return [...own, ...(node.Plans ?? []).flatMap(scansOf)];
}

export async function auditIsFoundByIndexes(url: string): Promise<string[]> {
  const plans: Node[] = [];
  const sql = postgres(url, {
    max: 1,
    onnotice: ({ message }) => {
      const json = message?.slice(message.indexOf('{'));
      if (message?.includes('plan:') && json) plans.push((JSON.parse(json) as { Plan: Node }).Plan);
    },
  });
  const problems: string[] = [];
  try {
    await sql.unsafe(fill).simple();
    const [decided] = await sql<
      { id: string }[]
    >`select min(id) as id from public.events where tenant_id = ${tenantId} and kind = 'approval.decided'`;
    for (const [name, [question, most]] of Object.entries(questions(Number(decided?.id)))) {
      plans.length = 0;
      await sql.begin(async (tx) => {
        const claims = JSON.stringify({ sub: ownerId, role: 'authenticated', tenant_id: tenantId });
        await tx`select set_config('request.jwt.claims', ${claims}, true), set_config('request.headers', ${JSON.stringify({ 'x-tenant-id': tenantId })}, true)`;
        await tx.unsafe(`load 'auto_explain'; set local auto_explain.log_min_duration = 0; set local auto_explain.log_nested_statements = on;
          set local auto_explain.log_analyze = on; set local auto_explain.log_timing = off; set local auto_explain.log_format = json; set local client_min_messages = log`);
        await tx.unsafe(`select ${question}`);
      });
      const scans = plans.flatMap(scansOf);
      if (scans.length === 0) problems.push(`${name}: no plan was seen`);
      const whole = scans.filter(({ how, rows }) => how === 'Seq Scan' && rows > 1000);
      if (whole.length > (monthsRead[name] ?? 0))
        problems.push(`${name}: reads ${whole.map(({ month, rows }) => `all ${rows} of ${month}`).join(', ')}`);
      const touched = scans.reduce((sum, { rows }) => sum + rows, 0);
      if (touched > most) problems.push(`${name}: touches ${touched} events, not ${most} at most`);
    }
  } finally {
    await sql.end();
  }
  return problems;
}

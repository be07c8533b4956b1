// Two tenants on the real local stack: the victim with a person in every role and a row in every table, and an attacker's. Used by
// the attack tests. A new table needs a row of the victim here: walk-tables.test.ts says so.
import { randomUUID } from 'node:crypto';
import { createClient, type SupabaseClient } from '@supabase/supabase-js';
import { boot, type Stack } from '../../local/boot.ts';

export const roles = ['owner', 'admin', 'staff', 'external'] as const;
export type Role = (typeof roles)[number];
type Client = SupabaseClient;

export type Person = {
  id: string;
  /** unmodified supabase-js with this person's token; the header names the tenant the tab works in */
  in: (tenantId?: string) => Client;
};

/** Ids of things that belong to one tenant: what an attacker would have to guess. */
export type Things = {
  run_id: string;
  approval_id: string;
  content_id: string;
  lead_id: string;
  user_id: string;
  media_path: string;
  insight_id: string;
  lesson_id: string;
  slug: string;
  topic: string;
};

export type Scene = {
  stack: Stack;
  victim: { id: string; people: Record<Role, Person>; things: Things };
  attacker: { id: string; owner: Person; slug: string };
  /** was staff of the victim; the token still lives */
  removed: Person;
  /** signed in, in no tenant */
  newcomer: Person;
  nobody: Person;
  /** strings that stand in every row of the victim and in no other */
  marks: string[];
};

/** Stands in every text of the victim that may be seen by no stranger. */
export const secret = 'top-secret-of-the-victim';

function ok<T>(answer: { data: T; error: { message: string; details?: string } | null }): NonNullable<T> {
  if (answer.error) throw new Error(`${answer.error.message} ${answer.error.details ?? ''}`);
  return answer.data as NonNullable<T>;
}

function person(stack: Stack, id: string, token?: string): Person {
  return {
    id,
    in: (tenantId) =>
      createClient(stack.url, stack.keys.publishable, {
        ...(token === undefined ? { auth: { persistSession: false, autoRefreshToken: false } } : { accessToken: async () => token }),
        global: { headers: tenantId === undefined ? {} : { 'x-tenant-id': tenantId } },
      }),
  };
}

const email = (name: string) => `${name}@attack.test`;

async function signUp(stack: Stack, name: string): Promise<Person> {
  const { session, user } = ok(
    await person(stack, '')
      .in()
      .auth.signUp({ email: email(name), password: 'Correct-horse-7' }),
  );
  if (!session || !user) throw new Error(`no session for ${name}`);
  return person(stack, user.id, session.access_token);
}

async function openTenant(owner: Person, name: string): Promise<{ tenant_id: string; slug: string }> {
  return ok(await owner.in().rpc('create_tenant', { p_name: name, p_country: 'MG', p_language: 'fr', p_timezone: 'Indian/Antananarivo' }));
}

const brand = {
  name: secret,
  colours: { primary: '#19b5a5', secondary: '#7c3aed', accent: '#f59e0b', ground: '#0b0f14', ink: '#f8fafc' },
  fonts: { heading: 'Poppins', body: 'Inter' },
  voice: { tones: ['warm'] },
};

/** Rows that no verb of this first line writes, one statement a table; the victim's tenant is $1. */
const rows = [
  `insert into public.consents (user_id, purpose, text_version) select user_id, 'programme_reporting', 1 from public.memberships where tenant_id = $1`,
  `insert into public.lessons (tenant_id, kind, reason) values ($1, 'rejection', '${secret}')`,
  `insert into public.agents (tenant_id, key, name, level, department, min_plan, model_tier) values ($1, 'own', '${secret}', 'worker', 'content', 'free', 'local')`,
  `insert into public.skills (tenant_id, key, name, category) values ($1, 'own', '${secret}', 'content_writing')`,
  `insert into public.chains (tenant_id, key, name, priority, steps) values ($1, 'own', '${secret}', 'low', '[]')`,
  `insert into public.alerts (tenant_id, severity, code) values ($1, 'info', '${secret}')`,
  `insert into public.patterns (tenant_id, body, embedding) values ($1, '${secret}', array_fill(0.1, array[384])::extensions.vector)`,
  `insert into public.platform_roles (user_id, role, tenant_id) select user_id, 'programme_operator', $1 from public.memberships where tenant_id = $1 and role = 'owner'`,
  `insert into public.integrations (tenant_id, account, name) values ($1, 'tiktok', '${secret}')`,
  `insert into public.effects (key, tenant_id, step_id, kind) select '${secret}', $1, id, 'publish' from public.chain_steps where tenant_id = $1 limit 1`,
  `insert into public.model_calls (tenant_id, run_id, step_id, tier, provider, model, outcome)
   select $1, run_id, id, 'local', 'house', 'house', 'answered' from public.chain_steps where tenant_id = $1 limit 1`,
  `insert into public.model_calls_daily values ($1, '2026-01-01', '${secret}', '', 'local', '', 1, 1, 1, 1, 0, 0, 0, 0, 0, 0)`,
  `insert into public.approvals (tenant_id, run_id, step_id, content_id, gate, title, priority, content_hash, assigned_role)
   select $1, s.run_id, s.id, c.id, 'publish', '${secret}', 'high', c.content_hash, 'staff'
   from public.chain_steps s, public.contents c where s.tenant_id = $1 and c.tenant_id = $1 limit 1`,
];

/** Rows of the business tables, which keepers and adapters write. */
const businessRows = [
  `update public.tenant_settings set site_url = 'https://${secret}.mg' where tenant_id = $1`,
  `insert into public.metrics_daily (tenant_id, day, platform) values ($1, '2026-01-01', 'facebook')`,
  `insert into public.post_metrics (tenant_id, platform, external_id, format, title, published_at) values ($1, 'facebook', '1', 'text', '${secret}', '2026-01-01')`,
  `insert into public.interactions (tenant_id, kind, platform, external_id, body, received_at) values ($1, 'comment', 'facebook', '1', '${secret}', '2026-01-01')`,
  `insert into public.subscribers (tenant_id, email, language, consent_at) values ($1, '${secret}@x.mg', 'fr', '2026-01-01')`,
  `insert into public.campaigns (tenant_id, network, external_id, name, status) values ($1, 'meta', '1', '${secret}', 'active')`,
  `insert into public.personas (tenant_id, name) values ($1, '${secret}')`,
  `insert into public.landing_pages (tenant_id, slug, title, html, language) values ($1, 'secret', '${secret}', '<h1>${secret}</h1>', 'fr')`,
  `insert into public.mailings (tenant_id, kind, language, subject, mails) values ($1, 'newsletter', 'fr', '${secret}', '[]')`,
  `insert into public.health_scores (tenant_id, day, health, band, act) values ($1, '2026-01-01', 50, 'yellow', '${secret}')`,
  `insert into public.hot_cache (tenant_id, key, value, expires_at) values ($1, '${secret}', '{}', '2099-01-01')`,
  `insert into public.semantic_cache (tenant_id, skill_key, language, brand_version, question_hash, rest_hash, answer, expires_at)
   values ($1, 'x', 'fr', 1, 'x', 'x', '{"say": "${secret}"}', '2099-01-01')`,
  `insert into public.learned_lessons (tenant_id, lesson, context, confidence, week, first_week) values ($1, '${secret}', 'x', 0.9, '2026-01-01', '2026-01-01')`,
  `insert into public.mandates (tenant_id, currency, daily_cap_micros, total_cap_micros, until) values ($1, 'USD', 4242424242, 4242424242, '2099-01-01')`,
  `insert into public.autonomy_rules (tenant_id, skill_key) values ($1, '${secret}')`,
  `insert into public.invitations (tenant_id, email, role, language, expires_at) values ($1, lower('${secret}') || '@x.mg', 'staff', 'fr', '2099-01-01')`,
  `insert into public.client_links (tenant_id, name, language, token_hash, expires_at) values ($1, '${secret}', 'fr', 'x', '2099-01-01')`,
  `insert into public.reports (tenant_id, kind, title) values ($1, 'performance_review', '${secret}')`,
  `insert into public.competitor_changes (tenant_id, url, name, kind) values ($1, 'https://x.mg', '${secret}', 'price')`,
  `insert into public.skipped_work (tenant_id, day, what, why) values ($1, '2026-01-01', '${secret}', 'daily_cost_spent')`,
  `insert into public.insights (tenant_id, detector, subject, code, params) values ($1, 'timing', 'facebook', 'better_hour', '{"platform": "${secret}"}')`,
];

/** Rows of agents: their seats come with the tenant, the rest by verbs. */
const agentRows = [
  `insert into public.agent_file_versions (tenant_id, agent_key, file, version, body) values ($1, 'content_writer', 'soul', 1, '${secret}')`,
  `update public.tenant_agents set soul = '${secret}', soul_version = 1 where tenant_id = $1 and agent_key = 'content_writer'`,
  `insert into public.registered_agents (tenant_id, user_id, name, capabilities)
   select $1, user_id, '${secret}', '{none}' from public.memberships where tenant_id = $1 and role = 'staff'`,
  `insert into public.agent_tasks (step_id, tenant_id, run_id, capability, category)
   select id, tenant_id, run_id, 'none', '${secret}' from public.chain_steps where tenant_id = $1 limit 1`,
];

/** What reaches people: a row for each of them, whatever their role. */
const reachRows = [
  `insert into public.push_subscriptions (user_id, endpoint, p256dh, auth, device)
   select user_id, 'https://fcm.googleapis.com/' || user_id, '${secret}', 'x', '${secret}' from public.memberships where tenant_id = $1`,
  `insert into public.channel_links (id, user_id, channel, address, tenant_id) select user_id, user_id, 'telegram', user_id, tenant_id from public.memberships where tenant_id = $1`,
  `insert into public.reach_settings (user_id, tenant_id) select user_id, tenant_id from public.memberships where tenant_id = $1`,
  `insert into public.deliveries (tenant_id, user_id, channel, topic, kind) select tenant_id, user_id, 'email', 'approvals', 'digest' from public.memberships where tenant_id = $1`,
  `insert into public.inbound_messages (channel, external_id, address, kind, text, sent_at, user_id, tenant_id)
   select 'telegram', user_id, user_id, 'text', '${secret}', now(), user_id, tenant_id from public.memberships where tenant_id = $1`,
  `insert into public.pending_edits (tenant_id, user_id, approval_id, version, content_hash, edits)
   select m.tenant_id, m.user_id, a.id, 1, a.content_hash, '{"body": "${secret}"}' from public.memberships m join public.approvals a using (tenant_id) where m.tenant_id = $1`,
  `insert into public.decision_tokens (token_hash, approval_id, user_id, channel, version, content_hash)
   select sha256(convert_to(m.user_id::text, 'utf8')), a.id, m.user_id, 'push', 1, a.content_hash
   from public.memberships m join public.approvals a using (tenant_id) where m.tenant_id = $1`,
];

/** Gives the victim a row in every table, through its verbs where there are any. */
async function fill(stack: Stack, tenantId: string, slug: string, people: Record<Role, Person>): Promise<Things> {
  const owner = people.owner.in(tenantId);
  const named = { p_tenant_id: tenantId };
  ok(await owner.rpc('save_brand_dna', { ...named, p_dna: brand, p_expected_version: 0 }));
  const { run_id } = ok(
    await owner.rpc('request_post', {
      ...named,
      p_request: secret,
      p_platform: 'nexio_page',
      p_language: 'fr',
      p_client_key: randomUUID(),
    }),
  ) as { run_id: string };
  ok(await owner.rpc('say_to_run', { ...named, p_run_id: run_id, p_agent_key: 'content_writer', p_text: secret }));
  const lead = { p_slug: slug, p_name: secret, p_contact: 'client@x.mg', p_message: secret, p_client_key: randomUUID() };
  ok(await person(stack, '').in().rpc('submit_lead', lead));
  const media_path = `${tenantId}/${run_id}/${secret}.svg`;
  const [content] = await stack.query<{ id: string }>(
    `insert into public.contents (tenant_id, run_id, platform, language, body, media) values ($1, $2, 'nexio_page', 'fr', '${secret}', $3) returning id`,
    [tenantId, run_id, { path: media_path, mime: 'image/svg+xml' }],
  );
  for (const row of [...rows, ...businessRows, ...agentRows, ...reachRows]) await stack.query(row, [tenantId]);
  await stack.query('select engine.seal_events()');
  const [approval] = await stack.query<{ id: string }>('select id from public.approvals where tenant_id = $1', [tenantId]);
  const [lesson] = await stack.query<{ id: string }>('select id from public.learned_lessons where tenant_id = $1', [tenantId]);
  const [written] = await stack.query<{ id: string }>('select id from public.leads where tenant_id = $1', [tenantId]);
  const [insight] = await stack.query<{ id: string }>('select id from public.insights where tenant_id = $1', [tenantId]);
  for (const role of roles) {
    ok(await people[role].in(tenantId).rpc('switch_tenant', named));
    const { error } = await people[role].in(tenantId).rpc('mark_notifications_read', { ...named, p_up_to: 1 });
    if (error) throw error;
  }
  const [tenant] = await stack.query<{ topic: string }>(
    `select 'tenant:' || id || ':' || topic_suffix as topic from public.tenants where id = $1`,
    [tenantId],
  );
  return {
    run_id,
    approval_id: approval!.id,
    content_id: content!.id,
    lead_id: written!.id,
    insight_id: insight!.id,
    lesson_id: lesson!.id,
    user_id: people.staff.id,
    media_path,
    slug,
    topic: tenant!.topic,
  };
}

export async function setScene(): Promise<Scene> {
  const stack = await boot({ dataDir: null, app: null, functions: null, jobs: false });
  const owner = await signUp(stack, 'owner');
  const { tenant_id: id, slug } = await openTenant(owner, 'Victim');
  const enter = async (name: string, role: string) => {
    const someone = await signUp(stack, name);
    ok(await owner.in(id).rpc('invite_member', { p_tenant_id: id, p_email: email(name), p_role: role }));
    const [mail] = await stack.query<{ link: string }>(`select worker.claim_deliveries('scene', 1) -> 0 ->> 'link' as link`);
    ok(await someone.in().rpc('accept_invitation', { p_token: mail?.link.replace('/join/', '') }));
    return someone;
  };
  const people = {
    owner,
    admin: await enter('admin', 'admin'),
    staff: await enter('staff', 'staff'),
    external: await enter('external', 'external'),
  };
  // came in by nobody's verb: their own export would name the acts by which they came
  const removed = await signUp(stack, 'removed');
  await stack.query(`insert into public.memberships (tenant_id, user_id, role) values ($1, $2, 'staff')`, [id, removed.id]);
  const { error } = await owner.in(id).rpc('remove_member', { p_tenant_id: id, p_user_id: removed.id });
  if (error) throw error;
  const things = await fill(stack, id, slug, people);

  const mallory = await signUp(stack, 'mallory');
  const own = await openTenant(mallory, 'Attacker');
  return {
    stack,
    victim: { id, people, things },
    attacker: { id: own.tenant_id, owner: mallory, slug: own.slug },
    removed,
    newcomer: await signUp(stack, 'newcomer'),
    nobody: person(stack, ''),
    marks: [secret, id, ...roles.map((role) => people[role].id)],
  };
}

/** Everybody who must see nothing of the victim, and how they would try. */
export function strangers({ victim, attacker, removed, newcomer, nobody }: Scene): { who: string; client: Client }[] {
  return [
    { who: 'the owner of another tenant', client: attacker.owner.in(attacker.id) },
    { who: 'the owner of another tenant with a forged header', client: attacker.owner.in(victim.id) },
    { who: 'the owner of another tenant with nonsense in the header', client: attacker.owner.in(`${victim.id}' or '1'='1`) },
    { who: 'a removed member', client: removed.in(victim.id) },
    { who: 'a person without a tenant', client: newcomer.in(victim.id) },
    { who: 'nobody', client: nobody.in() },
    { who: 'nobody with a forged header', client: nobody.in(victim.id) },
  ];
}

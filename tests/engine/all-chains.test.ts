// Every chain of the catalog from its start to its end, with the real worker, the house model, a render worker and a tenant that has lived eight weeks.
// Accounts outside are not connected: what needs one says so, and the chain goes on.
import { randomUUID } from 'node:crypto';
import { createClient } from '@supabase/supabase-js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Stack } from '../../local/boot.ts';
import { readCatalog } from '../../local/catalog.ts';
import { projectDir } from '../../local/paths.ts';
import { signInAgent } from '../../render/agent-client.ts';
import { runWorker } from '../../render/worker.ts';
import { at, bootEngine, newOwner, readRun, until, workWithHouse, type Owner } from './scenario.ts';
import { startSites, type Sites } from '../sites/serve.ts';
import { liveEightWeeks } from './tenant-life.ts';

type Start = {
  input?: Record<string, unknown>;
  /** one row `input` of what its table knows; the tenant is $1 */
  gather?: string;
  /** instead of engine.start_chain: a message that comes in */
  message?: { kind: string; platform: string; body: string; rating?: number };
  /** how many approvals, and how many contents among them; none where it is not said */
  asked?: [approvals: number, contents: number];
  /** steps that stay undone in this telling, because their condition is not met */
  skipped?: string[];
};

const source = {
  body: 'Samosas chauds à -20 % vendredi, à Analakely.',
  headline: 'Samosas -20 %',
  hashtags: ['#samosas'],
  call_to_action: 'Passez vendredi.',
};
const request = 'promo -20 % sur les samosas vendredi à Analakely';
const starts: Record<string, Start> = {
  create_social_post: { asked: [1, 1], input: { request, platform: 'facebook' } },
  create_tiktok_video: { asked: [1, 1], input: { request, platform: 'tiktok', seconds: 12 } },
  create_avatar_video: { asked: [1, 1], input: { request, platform: 'tiktok', seconds: 12 }, skipped: ['avatar', 'captions'] },
  weekly_content_plan: { asked: [35, 35], skipped: ['scan_competitors'] },
  auto_reply_comment: { asked: [1, 1], message: { kind: 'comment', platform: 'facebook', body: 'Bonjour, combien coûtent 50 samosas ?' } },
  direct_message_reply: {
    asked: [1, 1],
    message: { kind: 'message', platform: 'facebook', body: 'Bonjour, je voudrais commander 30 samosas pour samedi.' },
  },
  review_response: {
    asked: [1, 1],
    message: { kind: 'review', platform: 'facebook', body: 'Très bon accueil, samosas délicieux.', rating: 5 },
  },
  lead_discovery: { input: { trade: 'restaurant', place: 'Antananarivo' }, skipped: ['enrich', 'score'] },
  auto_follow_up: {
    asked: [1, 1],
    gather: `select jsonb_build_object('lead', engine.lead_card(l), 'attempts', '[]'::jsonb, 'consent', '{"whatsapp": true, "email": true}'::jsonb, 'consent_kind', 'wrote_first',
      'quiet', '[]'::jsonb, 'request', 'Relancer Hery') as input from public.leads l where tenant_id = $1 and name = 'Hery'`,
    skipped: ['send_email'],
  },
  ad_optimization: { asked: [2, 0], skipped: ['act_tiktok', 'act_linkedin'] },
  weekly_newsletter: { asked: [1, 1] },
  welcome_drip: {
    asked: [1, 1],
    gather: `select jsonb_build_object('subscriber_id', id) as input from public.subscribers where tenant_id = $1 limit 1`,
    skipped: ['reader_known', 'send_known'],
  },
  influencer_calendar: { asked: [7, 7] },
  brand_dna_extract: {},
  reputation_scan: {},
  seo_audit: {},
  performance_review: {},
  crisis_response: { asked: [1, 1] },
  content_recycle: { asked: [5, 5] },
  counter_campaign: { asked: [1, 1] },
  ads_ab_test: { asked: [1, 0], input: { request }, skipped: ['start'] },
  create_landing_page: { asked: [1, 0], input: { request } },
  email_campaign: { asked: [1, 1], input: { request } },
  press_release: {
    asked: [1, 1],
    input: { request, contacts: [{ outlet: 'Midi Madagasikara', name: 'Rado', email: 'rado@example.test', covers: 'économie' }] },
  },
  localize_content: {
    asked: [1, 1],
    input: { source, target: 'mg', request },
    skipped: ['adapt_french', 'adapt_darija', 'adapt_egyptian', 'adapt_gulf'],
  },
  client_onboarding: { input: { url: '' }, skipped: ['read_brand'] },
  client_health_check: {},
  support_answer: { input: { question: 'Comment connecter Instagram ?', screen: '/settings', trouble: false }, skipped: ['troubleshoot'] },
  advisor_scan: { input: { series: [] } },
};

let stack: Stack;
let owner: Owner;
let sites: Sites;
const stop = new AbortController();
let rendering: Promise<unknown>;

beforeAll(async () => {
  sites = await startSites();
  stack = await bootEngine();
  owner = await newOwner(stack);
  await liveEightWeeks(stack, owner.tenantId);
  await stack.query('update public.tenant_settings set site_url = $2 where tenant_id = $1', [owner.tenantId, sites.urls.samosa]);
  const service = createClient(stack.url, stack.keys.secret, { auth: { persistSession: false, autoRefreshToken: false } });
  const agent = { email: 'render@chains.example.test', password: randomUUID() };
  const { error } = await service.auth.admin.createUser({ ...agent, email_confirm: true, app_metadata: { kind: 'agent' } });
  if (error) throw error;
  const client = await signInAgent(stack.url, stack.keys.publishable, agent.email, agent.password);
  rendering = runWorker(client, 'render', { idle_ms: 200, heartbeat_ms: 1000, lease_seconds: 120 }, stop.signal).finally(() =>
    client.stop(),
  );
}, 120_000);

afterAll(async () => {
  stop.abort();
  await rendering;
  await stack?.stop();
  await sites?.close();
});

async function start(chain: string, { input = {}, gather, message }: Start): Promise<string> {
  if (gather) [{ input = {} } = {}] = await stack.query<{ input: Record<string, unknown> }>(gather, [owner.tenantId]);
  if (message) {
    const [row] = await stack.query<{ answer: { run_id: string } }>(
      `select worker.receive_interaction($1, $2, $3, $4, 'Rado', 'rado-1', $5, engine.now(), $6::smallint) as answer`,
      [owner.tenantId, message.kind, message.platform, randomUUID(), message.body, message.rating ?? null],
    );
    return row?.answer.run_id ?? '';
  }
  const [row] = await stack.query<{ id: string }>(
    `select engine.start_chain($1, $2, $2, coalesce(engine.input_of($1, $2), '{}') || $3::jsonb, 'fr', null, gen_random_uuid(), 'engine') as id`,
    [owner.tenantId, chain, JSON.stringify(input)],
  );
  return row?.id ?? '';
}

/** Approves all that waits, with the second factor, as the owner would. */
async function approveAll(runId: string): Promise<number> {
  return stack.exclusive(async (tx) => {
    const claims = { sub: owner.id, role: 'authenticated', aal: 'aal2', session_id: randomUUID() };
    const family = `select $1::uuid as id union select c.id from public.chain_runs c join public.chain_steps s on s.id = c.parent_step_id where s.run_id = $1`;
    const cards = await tx.query<{ id: string; version: number; content_hash: string }>(
      `select a.id, a.version, a.content_hash from public.approvals a where a.state = 'pending' and a.run_id in (${family})`,
      [runId],
    );
    const decisions = cards.map(({ id, version, content_hash }) => ({
      approval_id: id,
      decision: 'approve',
      version,
      content_hash,
      client_key: randomUUID(),
    }));
    await tx.query(`select set_config('request.jwt.claims', $1, true), set_config('request.headers', $2, true)`, [
      JSON.stringify(claims),
      JSON.stringify({ 'x-tenant-id': owner.tenantId }),
    ]);
    const [row] = await tx.query<{ outcomes: { outcome: string }[] }>('select public.decide_approvals($1, $2) as outcomes', [
      owner.tenantId,
      JSON.stringify(decisions),
    ]);
    const refused = (row?.outcomes ?? []).filter(({ outcome }) => outcome !== 'decided');
    if (refused.length > 0) throw new Error(`not decided: ${JSON.stringify(refused)}`);
    return decisions.length;
  });
}

/** Works, renders, approves and lets time pass until the run has ended. */
async function bringToItsEnd(runId: string): Promise<void> {
  for (let round = 0; round < 12; round += 1) {
    await workWithHouse(stack, {}, sites.allowHosts);
    await until(
      () => stack.query<{ id: number }>(`select id from public.chain_steps where runner = 'agent' and state in ('ready', 'working')`),
      (steps) => steps.length === 0,
      120,
    );
    await workWithHouse(stack, {}, sites.allowHosts);
    const { state } = await readRun(stack, runId);
    if (!['running', 'awaiting_approval'].includes(state)) return;
    if ((await approveAll(runId)) === 0) await at(stack, '60 days', 'select engine.admit_due_steps()');
  }
}

const chains = readCatalog(`${projectDir}/supabase/catalog`).chains as { key: string; steps: { key: string }[] }[];

test('no chain is left out', () => {
  expect(chains.map(({ key }) => key).toSorted()).toEqual(Object.keys(starts).toSorted());
});

describe.each(Object.entries(starts))('%s', (chain, given) => {
  test('runs to its end', async () => {
    const runId = await start(chain, given);
    await bringToItsEnd(runId);
    const steps = await stack.query<{ key: string; item: number; state: string; error_code: string | null; error_detail: unknown }>(
      'select key, item, state, error_code, error_detail from public.chain_steps where run_id = $1 order by position, item',
      [runId],
    );
    const undone = steps.filter(({ state }) => state !== 'done' && state !== 'skipped');
    expect(undone, JSON.stringify(await readRun(stack, runId))).toEqual([]);
    expect(await readRun(stack, runId)).toMatchObject({ state: 'done', error_code: null });
    const wasDone = new Set(steps.filter(({ state }) => state === 'done').map(({ key }) => key));
    const left = [...new Set(steps.map(({ key }) => key))].filter((key) => !wasDone.has(key) && !key.endsWith('_review'));
    expect(left).toEqual(given.skipped ?? []);
    const [asked] = await stack.query<{ approvals: number; contents: number }>(
      'select count(*)::int as approvals, count(content_id)::int as contents from public.approvals where run_id = $1',
      [runId],
    );
    expect([asked?.approvals, asked?.contents]).toEqual(given.asked ?? [0, 0]);
  }, 240_000);
});

// What the journeys run against: the app built anew, the embedded stack in a folder of its own, and the websites of tests/sites. Started by
// playwright.config.ts; ends with it. E2E_KEEP_BUILD=1 takes the build that is there.
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { boot } from '../../local/boot.ts';
import { lockFolder } from '../../local/folder-lock.ts';
import { startSites } from '../sites/serve.ts';
import { dataFolder } from './data-folder.ts';
import { listenForHurry } from './hurry.ts';

const root = join(import.meta.dirname, '../..');

const place = join(root, '.cache/journeys');

if (!process.env.E2E_KEEP_BUILD) {
  const env = { ...process.env, NEXIO_BUILD_IN: place };
  const { status } = spawnSync(join(root, 'node_modules/.bin/vite'), ['build', '--logLevel', 'error'], {
    cwd: root,
    stdio: 'inherit',
    env,
  });
  if (status !== 0) process.exit(status ?? 1);
}

const sites = await startSites(Number(process.env.E2E_SITES_PORT ?? 0));
const lock = lockFolder(dataFolder);
const stack = await boot({
  dataDir: dataFolder,
  app: join(place, 'build'),
  port: Number(process.env.E2E_PORT ?? 0),
  functionEnv: { CRAWLER_ALLOW_HOSTS: sites.allowHosts.join(',') },
});
lock.tell(stack.url);
const stopHurry = await listenForHurry({
  mails: async () => {
    await stack.query(`update public.deliveries set due_at = engine.now() where channel = 'email' and state = 'waiting'`);
    await stack.query('select engine.kick_deliver()');
  },
  seals: () => stack.query('select engine.seal_events()'),
  operator: async (email) => {
    const [programme] = await stack.query<{ id: string }>(
      `insert into public.tenants (name, slug, kind, country, language, timezone)
       values ('Inclusion numérique', 'p-' || gen_random_uuid(), 'programme', 'MG', 'fr', 'UTC') returning id`,
    );
    await stack.query(
      `insert into public.platform_roles (user_id, role, tenant_id) select u.id, 'programme_operator', $2 from auth.users u where u.email = $1`,
      [email, programme?.id],
    );
    for (let n = 1; n <= 5; n += 1) {
      const [member] = await stack.query<{ id: string }>(
        `insert into public.tenants (name, slug, parent_id, country, language, timezone)
         values ('Membre', 'm-' || gen_random_uuid(), $1, 'MG', 'fr', 'UTC') returning id`,
        [programme?.id],
      );
      const [owner] = await stack.query<{ id: string }>(
        `insert into auth.users (id, email) values (gen_random_uuid(), gen_random_uuid() || '@membre.test') returning id`,
      );
      await stack.query(`insert into public.memberships (tenant_id, user_id, role) values ($1, $2, 'owner')`, [member?.id, owner?.id]);
      await stack.query(`insert into public.consents (user_id, purpose, text_version) values ($1, 'programme_reporting', 1)`, [owner?.id]);
    }
  },
  windows: (tenantId) =>
    stack.query(
      `with later as materialized (select engine.move_clock(engine.now() + interval '1 hour') from public.tenants where id = $1)
       select engine.approve_due() from later`,
      [tenantId],
    ),
  links: (tenantId) =>
    stack.query(
      `update public.client_links set made_at = made_at - interval '31 days', expires_at = expires_at - interval '31 days' where tenant_id = $1`,
      [tenantId],
    ),
  campaigns: (tenantId) =>
    stack.query(
      `insert into public.campaigns (tenant_id, network, external_id, name, status, daily_budget_micros, spend_micros, revenue_micros, currency, figures)
       select $1, 'meta', name, name, 'active', budget * 1000000, 70000000, 420000000, 'USD',
         jsonb_build_object('impressions', 20000, 'conversions', 40, 'from', engine.tenant_day($1) - 7, 'to', engine.tenant_day($1) - 1)
       from (values ('Tana', 10), ('Nosy', 30)) as ad (name, budget)`,
      [tenantId],
    ),
  optimise: (tenantId) =>
    stack.query(`select engine.try_chain($1, 'ad_optimization', engine.input_of_ad_optimization($1), 'clock')`, [tenantId]),
});
console.log(`Journeys on ${stack.url}`);

async function stop(): Promise<void> {
  stopHurry();
  await Promise.all([stack.stop(), sites.close()]);
  lock.release();
  rmSync(dataFolder, { recursive: true, force: true });
  process.exit(0);
}
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop());

/** A runner that was killed could not say goodbye. */
function runnerIsGone(): boolean {
  try {
    process.kill(Number(process.env.E2E_RUNNER), 0);
    return false;
  } catch {
    return true;
  }
}
if (process.env.E2E_RUNNER) setInterval(() => runnerIsGone() && void stop(), 2000).unref();

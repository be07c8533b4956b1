// Edge function run-steps: wakes, answers 202 and works a shift in the background. Called by the database (pg_net) with WORKER_SECRET.
import { allowedHosts } from '../_shared/crawler/crawl.ts';
import { env, need, serveWoken, wallMs } from '../_shared/edge.ts';
import { houseModel } from '../_shared/house/index.ts';
import { configuredProviders } from '../_shared/models/configured.ts';
import { createWorkerClient } from '../_shared/worker-client.ts';
import { embedPatterns } from './embed-patterns.ts';
import { runSteps } from './handle.ts';
import { createSkills } from './skills/registry.ts';

const client = createWorkerClient(need('SUPABASE_URL'), need('SUPABASE_SERVICE_ROLE_KEY'));
const tools = createSkills(configuredProviders(env, houseModel), allowedHosts(env.CRAWLER_ALLOW_HOSTS), env);

serveWoken('run-steps', async (worker) => {
  // nothing is claimed in the last 40 % of a function's life, and open calls stop before the wall
  const report = await runSteps(client, tools, {
    worker,
    concurrency: 8,
    lease_seconds: 160,
    claim_for_ms: wallMs * 0.6,
    signal: AbortSignal.timeout(wallMs * 0.93),
  });
  // after the work: nobody waits for what was learned last week
  await embedPatterns(client);
  return report;
});

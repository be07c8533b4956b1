// Edge function deliver: wakes, answers 202 and sends what is due in the background. Called by the database (pg_net) with WORKER_SECRET.
import { env, need, serveWoken, wallMs } from '../_shared/edge.ts';
import { createDeliveryClient } from './delivery-client.ts';
import { runDeliveries } from './handle.ts';
import { createChannels, sendBy } from './registry.ts';

const client = createDeliveryClient(need('SUPABASE_URL'), need('SUPABASE_SERVICE_ROLE_KEY'));
const channels = createChannels(env);
// the embedded stack serves the app under the same address
const tools = { ...client.media, appUrl: (env.APP_URL || need('SUPABASE_URL')).replace(/\/+$/, '') };

serveWoken('deliver', (worker) => {
  // nothing is claimed in the last 40 % of a function's life
  const shift = { worker, concurrency: 20, lease_seconds: 60, claim_for_ms: wallMs * 0.6, message_ms: 30_000 };
  return runDeliveries(client, (delivery, more) => sendBy(channels, delivery, more), tools, shift);
});

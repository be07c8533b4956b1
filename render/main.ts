// The render worker as a program: `npm run render`. Needs SUPABASE_URL, SUPABASE_PUBLISHABLE_KEY, AGENT_EMAIL and AGENT_PASSWORD (an auth user of kind agent:
// docs/deploy.md); FFMPEG_PATH names another ffmpeg. `npm start` runs one by itself.
import { hostname } from 'node:os';
import { signInAgent } from './agent-client.ts';
import { runWorker } from './worker.ts';

const need = (name: string): string => {
  const value = process.env[name];
  if (!value) throw new Error(`the render worker needs ${name}`);
  return value;
};

const stop = new AbortController();
// what is under way is given back by its lease: nothing is worth keeping the stack waiting for
stop.signal.addEventListener('abort', () => setTimeout(() => process.exit(0), 500).unref());
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stop.abort());
// a child of `npm start` ends with it, however that ends
if (process.send) process.on('disconnect', () => stop.abort());

const client = await signInAgent(need('SUPABASE_URL'), need('SUPABASE_PUBLISHABLE_KEY'), need('AGENT_EMAIL'), need('AGENT_PASSWORD'));
await runWorker(client, `render-${hostname()}`, { idle_ms: 3000, heartbeat_ms: 30_000, lease_seconds: 900 }, stop.signal);
client.stop();
process.exit(0);

// What an edge function finds in its environment: the names hosted Supabase gives, our worker secret and VAPID keys, and the owner's provider keys and
// channels from the shell or .env.local, with local doubles in place of channels that are not connected. Used by services.ts.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { projectDir } from '../paths.ts';
import type { Secrets } from '../secrets.ts';

const passedThrough =
  /^(OPENAI|GEMINI|GOOGLE|ANTHROPIC|LOCAL_MODEL|NEXIO|PLATFORM|META|LINKEDIN|KLING|D_ID|WHATSAPP|TELEGRAM|SMTP|VAPID|CHANNELS|AUDIT)(_|$)|^(HTTPS?_PROXY|NO_PROXY|DENO_CERT)$|^(ELEVENLABS|BRAVE_SEARCH|OPENCORPORATES|YOUTUBE)_API_KEY$/;

/** What the owner has set for functions. */
export function ownersEnvironment(): Record<string, string> {
  const file = join(projectDir, '.env.local');
  const fromFile = existsSync(file) ? parseEnv(readFileSync(file, 'utf8')) : {};
  const chosen = Object.entries({ ...fromFile, ...process.env }).filter(
    (entry): entry is [string, string] => passedThrough.test(entry[0]) && entry[1] !== undefined && entry[1] !== '',
  );
  return Object.fromEntries(chosen);
}

/** @param facts.doubles where local doubles stand; @param facts.more is said last and wins */
export function functionEnvironment(facts: {
  url: string;
  keys: { publishable: string; secret: string };
  secrets: Pick<Secrets, 'worker_secret' | 'vapid_public_key' | 'vapid_private_key'>;
  doubles: Record<string, string>;
  more?: Record<string, string>;
}): Record<string, string> {
  return {
    ...facts.doubles,
    // pushes need no account anywhere: the push services of real browsers take these keys too
    VAPID_PUBLIC_KEY: facts.secrets.vapid_public_key,
    VAPID_PRIVATE_KEY: facts.secrets.vapid_private_key,
    VAPID_SUBJECT: 'mailto:push@nexio.example',
    ...ownersEnvironment(),
    SUPABASE_URL: facts.url,
    SUPABASE_ANON_KEY: facts.keys.publishable,
    SUPABASE_SERVICE_ROLE_KEY: facts.keys.secret,
    WORKER_SECRET: facts.secrets.worker_secret,
    ...facts.more,
  };
}

// The keys of this local stack: made once, kept in the data folder, readable by its owner only. Used by boot.ts.
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import webPush from 'web-push';
import { z } from 'zod';

/** The public key of every local stack: the app is built with it, so it is the same everywhere. */
export const publishableKey = 'sb_publishable_local';

const Secrets = z.object({
  /** signs access tokens (HS256) */
  jwt_secret: z.string().min(32),
  /** the service key: bypasses row level security */
  secret_key: z.string().startsWith('sb_secret_'),
  /** what the database and the run-steps function share */
  worker_secret: z.string().min(16),
  /** signs pushes (VAPID, RFC 8292): browsers subscribe to the public one, so both stay the same for good */
  vapid_public_key: z.string().length(87),
  vapid_private_key: z.string().length(43),
});
export type Secrets = z.infer<typeof Secrets>;

export function newSecrets(): Secrets {
  const vapid = webPush.generateVAPIDKeys();
  return {
    jwt_secret: randomBytes(32).toString('hex'),
    secret_key: `sb_secret_${randomBytes(20).toString('hex')}`,
    worker_secret: randomBytes(20).toString('hex'),
    vapid_public_key: vapid.publicKey,
    vapid_private_key: vapid.privateKey,
  };
}

/** Reads secrets.json of the data folder, or makes it; a key that a newer version wants is made and kept too. A null folder (memory) gets new ones. */
export function loadSecrets(dataDir: string | null): Secrets {
  if (dataDir === null) return newSecrets();
  const file = join(dataDir, 'secrets.json');
  const kept: unknown = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  const whole = Secrets.safeParse(kept);
  if (whole.success) return whole.data;
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const secrets = Secrets.parse({ ...newSecrets(), ...Secrets.partial().parse(kept) });
  writeFileSync(file, JSON.stringify(secrets, null, 2), { mode: 0o600 });
  return secrets;
}

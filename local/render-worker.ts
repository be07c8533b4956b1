// The render worker of `npm start`: an auth user of kind agent and the program render/main.ts beside the stack. Called by serve.ts and by tests that make a video.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { createClient } from '@supabase/supabase-js';
import type { Stack } from './boot.ts';
import { projectDir } from './paths.ts';

const email = 'render@agents.nexio.local';

/** A password of this start only: nobody signs in as the worker but the worker. */
async function prepareUser({ url, keys }: Stack, password: string): Promise<void> {
  const { auth } = createClient(url, keys.secret, { auth: { persistSession: false, autoRefreshToken: false } });
  const { error } = await auth.admin.createUser({ email, password, email_confirm: true, app_metadata: { kind: 'agent' } });
  if (!error) return;
  if (error.code !== 'email_exists') throw error;
  const { data, error: unlisted } = await auth.admin.listUsers({ perPage: 1000 });
  const user = data.users.find((each) => each.email === email);
  if (unlisted ?? !user) throw unlisted ?? new Error(`no user ${email}`);
  const { error: refused } = await auth.admin.updateUserById(user!.id, { password });
  if (refused) throw refused;
}

/** Returns what stops it and waits for it. */
export async function startRenderWorker(stack: Stack): Promise<() => Promise<void>> {
  const password = randomBytes(24).toString('base64');
  await prepareUser(stack, password);
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', join(projectDir, 'render', 'main.ts')], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: {
      ...process.env,
      SUPABASE_URL: stack.url,
      SUPABASE_PUBLISHABLE_KEY: stack.keys.publishable,
      AGENT_EMAIL: email,
      AGENT_PASSWORD: password,
    },
  });
  const ended = new Promise<void>((resolve) => child.on('exit', () => resolve()));
  return async () => {
    child.kill('SIGTERM');
    // a worker that has not yet begun to listen to signals
    const late = setTimeout(() => child.kill('SIGKILL'), 2000);
    await ended;
    clearTimeout(late);
  };
}

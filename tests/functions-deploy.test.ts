// `supabase functions deploy` by the real CLI against a double of the platform: what it uploads is whole and runs on its own.
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startFunction } from '../local/functions/process.ts';
import { cacheDir, projectDir } from '../local/paths.ts';
import { type Deployment, type ManagementApi, startManagementApi } from './doubles/management-api.ts';

let api: ManagementApi;
let home: string;
/** inside the project, so that Deno finds its packages as hosted Supabase fetches them */
let unpacked: string;
beforeAll(async () => {
  api = await startManagementApi();
  home = mkdtempSync(join(tmpdir(), 'nexio-cli-'));
  mkdirSync(cacheDir, { recursive: true });
  unpacked = mkdtempSync(join(cacheDir, 'deployed-'));
});
afterAll(async () => {
  await api.close();
  for (const folder of [home, unpacked]) rmSync(folder, { recursive: true, force: true });
});

async function deploy(name: string): Promise<Deployment> {
  const profile = join(home, 'double.yaml');
  writeFileSync(profile, `name: double\napi_url: ${api.url}\ndashboard_url: ${api.url}\nproject_host: example.test\n`);
  const args = ['functions', 'deploy', name, '--use-api', '--remote=abcdefghijklmnopqrst', `--profile=${profile}`, '--yes'];
  await promisify(execFile)(join(projectDir, 'node_modules/.bin/supabase'), args, {
    cwd: projectDir,
    env: {
      PATH: process.env.PATH,
      HOME: home,
      SUPABASE_HOME: home,
      SUPABASE_NO_KEYRING: '1',
      SUPABASE_TELEMETRY_DISABLED: '1',
      DO_NOT_TRACK: '1',
      SUPABASE_ACCESS_TOKEN: `sbp_${'0'.repeat(40)}`,
    },
  });
  const deployment = api.deployments.find(({ slug }) => slug === name);
  if (!deployment) throw new Error(`${name} was not uploaded`);
  return deployment;
}

/** What each answers to who may not call it: from the uploaded files alone, without the database. */
const refusals = [
  ['run-steps', '/run-steps', 401, 'not_the_worker_secret'],
  ['deliver', '/deliver', 401, 'not_the_worker_secret'],
  ['keep-audit', '/keep-audit', 401, 'not_the_worker_secret'],
  ['receive', '/receive/work', 401, 'not_the_worker_secret'],
  ['recover-factor', '/recover-factor', 401, 'session_expired'],
] as const;

it('every function is deployed', () => {
  const config = readFileSync(join(projectDir, 'supabase/config.toml'), 'utf8');
  const named = [...config.matchAll(/^\[functions\.([\w-]+)\]/gm)].map(([, name]) => name);
  expect(named.toSorted()).toEqual(refusals.map(([name]) => name).toSorted());
});

it.each(refusals)('%s takes all it imports along, and refuses who may not call it', async (name, path, status, code) => {
  const { metadata, files } = await deploy(name);
  expect(metadata).toMatchObject({ entrypoint_path: `supabase/functions/${name}/index.ts`, verify_jwt: name === 'recover-factor' });
  expect(files.has(metadata.import_map_path)).toBe(true);
  for (const [file, bytes] of files) {
    expect(file).toMatch(/^supabase\/functions\//);
    mkdirSync(dirname(join(unpacked, name, file)), { recursive: true });
    writeFileSync(join(unpacked, name, file), bytes);
  }
  const env = { SUPABASE_URL: 'http://127.0.0.1:9', SUPABASE_SERVICE_ROLE_KEY: 'key', WORKER_SECRET: 'secret' };
  const worker = await startFunction(join(unpacked, name, 'supabase/functions'), name, env);
  try {
    const answer = await fetch(`http://127.0.0.1:${worker.port}${path}`, { method: 'POST' });
    expect([answer.status, await answer.json()]).toEqual([status, { code }]);
  } finally {
    await worker.stop();
  }
});

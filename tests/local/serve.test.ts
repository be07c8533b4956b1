// The process of `npm start`: one a folder, data that lasts over kill -9, nothing left behind.
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from '@supabase/supabase-js';
import { afterAll, describe, expect, it } from 'vitest';
import { until } from './scenario.ts';

const project = join(import.meta.dirname, '../..');
const dir = mkdtempSync(join(tmpdir(), 'nexio-serve-'));
const started: ChildProcess[] = [];
afterAll(() => {
  for (const child of started) child.kill('SIGKILL');
  rmSync(dir, { recursive: true, force: true });
});

interface Running {
  child: ChildProcess;
  url: string;
  output: () => string;
}

function launch(port: number, args: string[] = []): { child: ChildProcess; output: () => string } {
  const child = spawn(process.execPath, [join(project, 'local', 'serve.ts'), ...args], {
    env: { ...process.env, NEXIO_DATA: dir, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  started.push(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => (output += data.toString()));
  return { child, output: () => output };
}

async function start(port: number): Promise<Running> {
  const { child, output } = launch(port);
  await until(() => /Nexio: http/.test(output()) || child.exitCode !== null, 60_000);
  const url = /Nexio: (\S+)/.exec(output())?.[1];
  if (!url) throw new Error(`did not start:\n${output()}`);
  return { child, url, output };
}

async function exitOf(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) await new Promise((resolve) => child.once('exit', resolve));
  return child.exitCode;
}

function secretOf(): string {
  return (JSON.parse(readFileSync(join(dir, 'secrets.json'), 'utf8')) as { secret_key: string }).secret_key;
}

function processesWith(text: string): number {
  return readdirSync('/proc').filter((pid) => {
    if (!/^\d+$/.test(pid)) return false;
    try {
      return readFileSync(`/proc/${pid}/environ`, 'utf8').includes(text);
    } catch {
      return false;
    }
  }).length;
}

describe('npm start', { timeout: 120_000 }, () => {
  let running: Running;

  it('prints numbered progress and one address', async () => {
    running = await start(5650);
    expect(running.output()).toMatch(/1\. .*\n.*2\. /);
    expect(running.output().match(/http:\/\//g)).toHaveLength(1);
    expect(running.url).toBe('http://127.0.0.1:5650');
    expect(statSync(join(dir, 'secrets.json')).mode & 0o077).toBe(0);
  });

  it('tells a second start where the first one is', async () => {
    const second = launch(5651);
    expect(await exitOf(second.child)).toBe(1);
    expect(second.output()).toContain(`already running at ${running.url}, process ${running.child.pid}`);
  });

  it('keeps committed accounts over kill -9 in the middle of writing', async () => {
    const written: string[] = [];
    for (let round = 0; round < 2; round++) {
      const service = createClient(running.url, secretOf(), { auth: { persistSession: false } });
      const killed = new AbortController();
      const writing = (async () => {
        for (let at = 0; !killed.signal.aborted; at++) {
          const email = `round-${round}-${at}@example.test`;
          const { error } = await service.auth.admin.createUser({ email, password: 'correct horse' });
          if (!error) written.push(email);
        }
      })().catch(() => {});
      await until(() => written.filter((email) => email.startsWith(`round-${round}`)).length >= 5, 30_000);
      running.child.kill('SIGKILL');
      await exitOf(running.child);
      killed.abort();
      await writing;
      running = await start(5650);
      const again = createClient(running.url, secretOf(), { auth: { persistSession: false } });
      const { data } = await again.auth.admin.listUsers({ perPage: 1000 });
      const kept = new Set(data.users.map((user) => user.email));
      expect(written.filter((email) => !kept.has(email))).toEqual([]);
    }
  }, 180_000);

  it('stops on Ctrl-C with its functions, and frees port and folder', async () => {
    const mark = `SUPABASE_URL=${running.url}`;
    await fetch(`${running.url}/functions/v1/run-steps`, { method: 'POST' });
    running.child.kill('SIGINT');
    expect(await exitOf(running.child)).toBe(0);
    expect(processesWith(mark)).toBe(0);
    expect(existsSync(join(dir, 'running.json'))).toBe(false);
    await expect(fetch(running.url)).rejects.toThrow();
  });

  it('leaves no function and no render worker behind after kill -9', async () => {
    running = await start(5650);
    const mark = `SUPABASE_URL=${running.url}`;
    await fetch(`${running.url}/functions/v1/run-steps`, { method: 'POST' });
    const before = processesWith(mark);
    running.child.kill('SIGKILL');
    await exitOf(running.child);
    await until(() => processesWith(mark) === 0, 15_000);
    expect(before).toBe(2);
  });

  it('says when another program has the port', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as AddressInfo;
    const refused = launch(port);
    expect(await exitOf(refused.child)).toBe(1);
    expect(refused.output()).toContain(`Port ${port} is in use by another program`);
    other.close();
  });

  it('deletes the data on --reset after saying so', async () => {
    const secretBefore = secretOf();
    const reset = launch(5652, ['--reset']);
    await until(() => /migrations applied/.test(reset.output()), 90_000);
    expect(reset.output()).toContain(`Deleting all local data in ${dir}`);
    expect(secretOf()).not.toBe(secretBefore);
    reset.child.kill('SIGTERM');
    expect(await exitOf(reset.child)).toBe(0);
  }, 120_000);
});

// /functions/v1: starts a function on its first request, starts it again after its files changed, ends all with the stack. Made by boot.ts.
import { existsSync, watch, type FSWatcher } from 'node:fs';
import { join, sep } from 'node:path';
import { jwtVerify } from 'jose';
import { startFunction, type FunctionProcess } from './process.ts';

export interface FunctionsContext {
  dir: string;
  env: Record<string, string>;
  jwtSecret: string;
  /** false for a function that checks its callers itself */
  verifiesJwt(name: string): boolean;
}

export interface FunctionRunner {
  handle(request: Request): Promise<Response>;
  /** how many processes are alive */
  readonly size: number;
  stop(): Promise<void>;
}

export function createFunctionRunner(context: FunctionsContext): FunctionRunner {
  const live = new Map<string, Promise<FunctionProcess>>();
  const ending = new Set<Promise<void>>();
  const key = new TextEncoder().encode(context.jwtSecret);

  let isStopping = false;

  async function running(name: string): Promise<FunctionProcess> {
    if (isStopping) throw new Error('not started: the stack is stopping');
    const known = live.get(name);
    if (known) {
      const process = await known.catch(() => null);
      if (process?.alive) return process;
      if (live.get(name) === known) live.delete(name);
      return running(name);
    }
    const starting = startFunction(context.dir, name, context.env);
    live.set(name, starting);
    return starting;
  }

  function end(name: string): void {
    const process = live.get(name);
    if (!process) return;
    live.delete(name);
    const work = process.then((p) => p.stop()).catch(() => {});
    ending.add(work);
    void work.finally(() => ending.delete(work));
  }

  const watcher = watchFunctions(context.dir, (changed) => {
    for (const name of changed.startsWith('_') ? [...live.keys()] : [changed]) end(name);
  });

  /** As on hosted Supabase only a JWT opens a function with verify_jwt: API keys (sb_…) are none. */
  async function mayCall(request: Request, name: string): Promise<boolean> {
    if (request.method === 'OPTIONS' || !context.verifiesJwt(name)) return true;
    const token = (request.headers.get('authorization') ?? '').replace(/^Bearer /i, '');
    return jwtVerify(token, key, { algorithms: ['HS256'] }).then(
      () => true,
      () => false,
    );
  }

  return {
    async handle(request) {
      const name = new URL(request.url).pathname.split('/')[3] ?? '';
      if (!/^[a-z0-9][A-Za-z0-9_-]*$/.test(name) || !existsSync(join(context.dir, name, 'index.ts'))) {
        return Response.json({ code: 'NOT_FOUND', message: 'Requested function was not found' }, { status: 404 });
      }
      if (!(await mayCall(request, name))) return Response.json({ code: 401, message: 'Invalid JWT' }, { status: 401 });
      let process: FunctionProcess;
      try {
        process = await running(name);
      } catch (error) {
        console.error(`function ${name}:`, (error as Error).message);
        return Response.json({ code: 'BOOT_ERROR', message: 'Function failed to start (please check logs)' }, { status: 503 });
      }
      return forward(request, process.port);
    },
    get size() {
      return live.size;
    },
    async stop() {
      isStopping = true;
      watcher?.close();
      for (const name of live.keys()) end(name);
      await Promise.all(ending);
    },
  };
}

async function forward(request: Request, port: number): Promise<Response> {
  const url = new URL(request.url);
  const headers = new Headers(request.headers);
  for (const name of ['host', 'connection', 'transfer-encoding', 'content-length']) headers.delete(name);
  headers.set('x-forwarded-host', url.host);
  const init: RequestInit & { duplex: 'half' } = {
    method: request.method,
    headers,
    body: request.body,
    duplex: 'half',
    redirect: 'manual',
    signal: request.signal,
  };
  const response = await fetch(`http://127.0.0.1:${port}${url.pathname.replace('/functions/v1', '')}${url.search}`, init);
  const answered = new Headers(response.headers);
  answered.delete('content-encoding');
  answered.delete('content-length');
  return new Response(response.body, { status: response.status, headers: answered });
}

/** Calls back with the first folder of what changed; shared folders start with an underscore. */
function watchFunctions(dir: string, onChange: (folder: string) => void): FSWatcher | null {
  if (!existsSync(dir)) return null;
  try {
    const watcher = watch(dir, { recursive: true, persistent: false }, (_, file) => {
      const folder = file?.split(sep)[0];
      if (folder && !file?.endsWith('.test.ts')) onChange(folder);
    });
    watcher.on('error', () => {});
    return watcher;
  } catch {
    // no recursive watching on this system: functions are started again with the stack
    return null;
  }
}

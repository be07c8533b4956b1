// The one way out to a platform: only to the hosts that the skill's card names, under a clock and a size limit, with one more try where that
// is safe. Made by functions/run-steps/skills/http/http-skill.ts for each step; used by the adapters beside this file.
import { scrubKeys } from '../models/scrub-keys.ts';
import { PlatformError, type PlatformTrouble, troubleOf } from './platform-error.ts';

export type DoorEnvironment = { [name: string]: string | undefined };

/** A token, or the fields of a connected account (`token`, ids, keys): strings all. */
export type Secret = Record<string, string>;

export type Ask = {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH';
  query?: Record<string, string | number | undefined>;
  headers?: Record<string, string>;
  json?: unknown;
  body?: BodyInit;
  /** false for what must not happen twice: no second try after a lost answer */
  isRepeatable?: boolean;
  /** what this platform's error body says, where it says more than the status; undefined = by status */
  troubleIn?: (status: number, body: unknown) => { trouble: PlatformTrouble; reason: string; message: string } | undefined;
};

export type Answer = { status: number; headers: Headers; body: unknown };

export type Door = {
  secret: Secret;
  env: DoorEnvironment;
  signal: AbortSignal;
  /** parsed JSON, or text when it is none. @throws PlatformError */
  ask: (host: string, path: string, options?: Ask) => Promise<Answer>;
  /** a file by an address that the platform gave. @throws PlatformError */
  download: (url: string) => Promise<{ bytes: Uint8Array<ArrayBuffer>; mime: string }>;
  sleep: (ms: number) => Promise<void>;
};

const maxAnswerBytes = 5_000_000;
const maxFileBytes = 60_000_000;
const timeoutMs = 30_000;
const longestWaitMs = 5_000;

/** `https://<host>`, or where the environment points it: PLATFORM_URL_GRAPH_FACEBOOK_COM=http://127.0.0.1:5820/graph.facebook.com (doubles). */
export function baseOf(host: string, env: DoorEnvironment): string {
  const name = `PLATFORM_URL_${host.toUpperCase().replaceAll(/[^A-Z0-9]/g, '_')}`;
  return (env[name]?.trim() || `https://${host}`).replace(/\/+$/, '');
}

/** True when answers come from a local double: what was sent there is a trial and never counted. */
export const isTrial = (host: string, env: DoorEnvironment): boolean => baseOf(host, env) !== `https://${host}`;

async function readCapped(response: Response, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > limit) throw new PlatformError('unavailable', `the answer is larger than ${limit} bytes`);
    chunks.push(chunk);
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

function parse(bytes: Uint8Array): unknown {
  const text = new TextDecoder().decode(bytes);
  try {
    return text === '' ? null : JSON.parse(text);
  } catch {
    return text;
  }
}

/** PLATFORM_WAIT_MS: between two questions about the same (tests hurry). */
export const waitMs = (env: DoorEnvironment, usual: number): number => Number(env.PLATFORM_WAIT_MS ?? usual);

function waitOf(headers: Headers, env: DoorEnvironment): number {
  const seconds = Number(headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) ? seconds * 1000 : waitMs(env, 500);
}

export function createDoor(hosts: readonly string[], secret: Secret, env: DoorEnvironment, signal: AbortSignal): Door {
  const sleep = (ms: number) =>
    new Promise<void>((resolve, reject) => {
      const timer = setTimeout(resolve, ms);
      signal.addEventListener('abort', () => (clearTimeout(timer), reject(signal.reason)), { once: true });
    });

  async function once(url: URL, host: string, options: Ask): Promise<Answer & { wait: number }> {
    const headers = {
      accept: 'application/json',
      ...(options.json === undefined ? {} : { 'content-type': 'application/json' }),
      ...options.headers,
    };
    const body = options.json === undefined ? options.body : JSON.stringify(options.json);
    const clock = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
    try {
      // a redirect could lead the token to another host
      const response = await fetch(url, { method: options.method ?? 'GET', headers, body: body ?? null, signal: clock, redirect: 'error' });
      const answer = parse(await readCapped(response, maxAnswerBytes));
      return { status: response.status, headers: response.headers, body: answer, wait: waitOf(response.headers, env) };
    } catch (cause) {
      if (cause instanceof PlatformError) throw cause;
      if (signal.aborted) throw signal.reason;
      throw new PlatformError('unavailable', `${host} does not answer`, { cause });
    }
  }

  async function ask(host: string, path: string, options: Ask = {}): Promise<Answer> {
    if (!hosts.some((allowed) => host === allowed || host.endsWith(`.${allowed}`)))
      throw new PlatformError('permission_missing', `the card does not name the host ${host}`);
    const url = new URL(`${baseOf(host, env)}${path}`);
    for (const [name, value] of Object.entries(options.query ?? {})) if (value !== undefined) url.searchParams.set(name, String(value));
    for (let tried = 1; ; tried += 1) {
      const mayRepeat = options.isRepeatable ?? (options.method ?? 'GET') === 'GET';
      let failure: PlatformError;
      try {
        const { wait, ...answer } = await once(url, host, options);
        const told = options.troubleIn?.(answer.status, answer.body);
        if (answer.status < 400 && !told) return answer;
        const { trouble, reason, message } = told ?? {
          trouble: troubleOf(answer.status),
          reason: '',
          message: JSON.stringify(answer.body) ?? '',
        };
        const clean = scrubKeys(`${host} ${answer.status}: ${message}`, Object.values(secret)).slice(0, 400);
        failure = new PlatformError(trouble, clean, { status: answer.status, reason });
        // a refusal for now was no act: it may be asked again, if the wait is short
        const isShort = trouble === 'rate_limited' ? wait <= longestWaitMs : trouble === 'unavailable' && mayRepeat;
        if (!isShort || tried >= 2) throw failure;
        await sleep(wait);
      } catch (error) {
        if (!(error instanceof PlatformError) || error.status !== 0 || error.trouble !== 'unavailable' || !mayRepeat || tried >= 2)
          throw error;
        await sleep(waitMs(env, 500));
      }
    }
  }

  return {
    secret,
    env,
    signal,
    ask,
    sleep,
    async download(address) {
      const url = new URL(address);
      // in a trial the files lie with the double
      const isOwn = hosts.some((host) => url.host === host || address.startsWith(baseOf(host, env)));
      if (url.protocol !== 'https:' && !isOwn) throw new PlatformError('unavailable', 'the platform gave an address that is not https');
      const response = await fetch(url, { signal: AbortSignal.any([signal, AbortSignal.timeout(60_000)]) }).catch((cause: unknown) => {
        throw new PlatformError('unavailable', `${url.host} does not give the file`, { cause });
      });
      if (!response.ok) throw new PlatformError('unavailable', `${url.host} does not give the file`, { status: response.status });
      return { bytes: await readCapped(response, maxFileBytes), mime: response.headers.get('content-type')?.split(';')[0] ?? '' };
    },
  };
}

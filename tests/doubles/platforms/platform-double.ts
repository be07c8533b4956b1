// Doubles of the outside platforms: one real HTTP server on a free port, a folder a host (PLATFORM_URL_<HOST> leads there). Each platform's routes
// stand in a file beside this one and refuse what their platform refuses, with its own error body. Used by the tests of the http skills.
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Asked = {
  method: string;
  host: string;
  path: string;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  /** parsed when it is JSON, else text */
  body: unknown;
  raw: Buffer;
};
export type Reply = { status?: number; headers?: Record<string, string>; json?: unknown; bytes?: Uint8Array };

/** What the next request meets: the platform's own answer to a dead token, missing rights, too many requests or trouble of its own. */
export type Fault = 'bad_token' | 'expired' | 'forbidden' | 'rate_limited' | 'down' | 'hang_up';

export type PlatformDouble = {
  hosts: string[];
  /** undefined: no such route */
  answer: (asked: Asked) => Reply | undefined;
  faults: Record<Exclude<Fault, 'hang_up'>, Reply>;
};

export type Platforms = {
  /** for the skills: addresses of the doubles */
  env: Record<string, string>;
  url: string;
  seen: Asked[];
  /** the next requests to this host meet these, one each */
  script: (host: string, ...faults: Fault[]) => void;
  close: () => Promise<void>;
};

export const json = (value: unknown, status = 200, headers: Record<string, string> = {}): Reply => ({ status, headers, json: value });

const envName = (host: string) => `PLATFORM_URL_${host.toUpperCase().replaceAll(/[^A-Z0-9]/g, '_')}`;

function parse(raw: Buffer): unknown {
  const text = raw.toString('utf8');
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

export async function startPlatforms(...doubles: PlatformDouble[]): Promise<Platforms> {
  const seen: Asked[] = [];
  const faults = new Map<string, Fault[]>();
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const url = new URL(request.url ?? '/', 'http://double');
      const [, host = '', ...rest] = url.pathname.split('/');
      const raw = Buffer.concat(chunks);
      const asked: Asked = {
        method: request.method ?? '',
        host,
        path: `/${rest.join('/')}`,
        query: url.searchParams,
        headers: request.headers,
        body: parse(raw),
        raw,
      };
      seen.push(asked);
      const double = doubles.find(({ hosts }) => hosts.includes(host));
      const fault = faults.get(host)?.shift();
      if (fault === 'hang_up') return void request.socket.destroy();
      const reply =
        (fault ? double?.faults[fault] : double?.answer(asked)) ?? json({ error: 'no such route in the double', path: asked.path }, 404);
      response.writeHead(reply.status ?? 200, { 'content-type': 'application/json', ...reply.headers });
      response.end(reply.bytes ?? (reply.json === undefined ? '' : JSON.stringify(reply.json)));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    env: Object.fromEntries(doubles.flatMap(({ hosts }) => hosts).map((host) => [envName(host), `${url}/${host}`])),
    seen,
    script: (host, ...list) => void faults.set(host, list),
    close: () => new Promise((resolve) => (server.closeAllConnections(), server.close(() => resolve()))),
  };
}

// What every edge function has of its platform (Supabase's edge runtime: Deno.serve, EdgeRuntime.waitUntil), and how one that the database wakes answers.
import { isSameSecret } from './same-secret.ts';

declare const Deno: {
  env: { toObject(): Record<string, string> };
  serve(handler: (request: Request) => Response | Promise<Response>): void;
};
declare const EdgeRuntime: { waitUntil(work: Promise<unknown>): void };

/** Hosted functions live 150 s on the free plan: https://supabase.com/docs/guides/functions/limits */
export const wallMs = 150_000;

export const env = Deno.env.toObject();

/** @throws when it is not set: the function does not start half configured */
export function need(name: string): string {
  const value = env[name];
  if (!value) throw new Error(`${name} is not set: see docs/deploy.md`);
  return value;
}

export const serve = Deno.serve;

/** Goes on after the answer; an error ends in the log, without what it was about. */
export function inBackground(name: string, work: Promise<unknown>): void {
  EdgeRuntime.waitUntil(work.catch((error: unknown) => console.error(`${name}:`, error instanceof Error ? error.message : error)));
}

const secret = env.WORKER_SECRET ? `Bearer ${env.WORKER_SECRET}` : null;

/** Whether the database calls (pg_net), which knows WORKER_SECRET; without one nobody does. */
export const isTheDatabase = (request: Request): boolean =>
  secret !== null && isSameSecret(request.headers.get('authorization') ?? '', secret);

export const notTheDatabase = (): Response => Response.json({ code: 'not_the_worker_secret' }, { status: 401 });

/** Serves a function that only the database wakes: answers 202 at once and works afterwards. What `work` gives is logged. */
export function serveWoken(name: string, work: (shift: string) => Promise<unknown>): void {
  need('WORKER_SECRET');
  serve((request) => {
    if (request.method !== 'POST') return Response.json({ code: 'method_not_allowed' }, { status: 405 });
    if (!isTheDatabase(request)) return notTheDatabase();
    const shift = `${name}-${crypto.randomUUID().slice(0, 8)}`;
    inBackground(
      shift,
      work(shift).then((report) => console.log(shift, JSON.stringify(report))),
    );
    return Response.json({ accepted: true }, { status: 202 });
  });
}

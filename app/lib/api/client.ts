// The data API (PostgREST) as a signed-in person or as the public sees it. Files of lib/api use it, one per SQL domain; nothing else does.
// Plain fetch: rows of a table and verbs are all the app asks for, and postgrest-js would be 5 KB of every first visit.
import { answerWithinMs, publishableKey, supabaseUrl, supabaseUrlFrom } from './endpoint.ts';
import { appError, isOffline, toAppError, type AppError } from './error.ts';
import { tellReached } from './reach.ts';
import { accessToken } from './session.ts';
import { chosenTenantId } from './tenant-choice.ts';

/** PostgREST's own parameters, e.g. `{ select: 'id,title', state: 'eq.pending', order: 'id.desc', limit: '50' }`; values are encoded here. */
export type Query = Record<string, string>;

async function asThePerson(): Promise<Headers> {
  const headers = new Headers({ apikey: publishableKey });
  const token = await accessToken();
  const tenantId = chosenTenantId();
  if (token) headers.set('authorization', `Bearer ${token}`);
  if (tenantId) headers.set('x-tenant-id', tenantId);
  return headers;
}

/** The answer's JSON; every failure is thrown as an AppError. */
async function ask<T>(send: () => Promise<Response>): Promise<T> {
  try {
    const response = await send();
    const text = await response.text();
    if (!response.ok) throw { ...refusalIn(text), status: response.status };
    tellReached(true);
    return (text ? JSON.parse(text) : null) as T;
  } catch (failure) {
    throw noted(await toAppError(failure));
  }
}

function refusalIn(text: string): object {
  try {
    return JSON.parse(text) as object;
  } catch {
    return { message: text };
  }
}

function noted(error: AppError): AppError {
  tellReached(!isOffline(error));
  return error;
}

/** The answer has to begin in time; a long one may then take as long as its line needs. */
async function fetchInTime(url: string, init: RequestInit): Promise<Response> {
  const waiting = new AbortController();
  const timer = setTimeout(() => waiting.abort(new DOMException('no answer', 'TimeoutError')), answerWithinMs);
  try {
    return await fetch(url, { ...init, signal: waiting.signal });
  } finally {
    clearTimeout(timer);
  }
}

const post = (base: string, verb: string, args: Record<string, unknown>, headers: Headers) => {
  headers.set('content-type', 'application/json');
  return fetchInTime(`${base}/rest/v1/rpc/${verb}`, { method: 'POST', headers, body: JSON.stringify(args) });
};

/** Rows of a table or view, as the person and in this tab's tenant. */
export const readRows = <T>(table: string, query: Query): Promise<T[]> =>
  ask(async () => fetchInTime(`${supabaseUrl}/rest/v1/${table}?${new URLSearchParams(query)}`, { headers: await asThePerson() }));

/** The first row, or null. */
export const readRow = async <T>(table: string, query: Query): Promise<T | null> =>
  (await readRows<T>(table, { ...query, limit: '1' }))[0] ?? null;

/** Calls a verb of `public` with named arguments. */
export const call = <T>(verb: string, args: Record<string, unknown> = {}): Promise<T> =>
  ask(async () => post(supabaseUrl, verb, args, await asThePerson()));

/** Calls a verb whose first argument is the tenant this tab works in. */
export async function callInTenant<T>(verb: string, args: Record<string, unknown> = {}): Promise<T> {
  const tenantId = chosenTenantId();
  if (!tenantId) throw await appError('no_tenant');
  return call<T>(verb, { p_tenant_id: tenantId, ...args });
}

/** Calls a verb as anybody, for public pages rendered on the server. @param page the address being rendered */
export const callAsAnybody = <T>(page: URL, verb: string, args: Record<string, unknown>): Promise<T> =>
  ask(() => post(supabaseUrlFrom(page), verb, args, new Headers({ apikey: publishableKey })));

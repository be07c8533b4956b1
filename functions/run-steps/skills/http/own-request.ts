// A tenant's own skill of kind http: one request whose parts are templates of the card (`request` in its front matter), to hosts the card names and
// that are on the open internet. What comes back is a stranger's text: capped, cut to the card's fields, and fenced wherever a model reads it.
// Chosen by ../registry.ts.
import { z } from 'zod';
import { CrawlError } from '../../../_shared/crawler/crawl-error.ts';
import { systemResolve } from '../../../_shared/crawler/public-address.ts';
import { type Outgoing, sendOnce } from '../../../_shared/crawler/send-once.ts';
import { SkillError, type SkillFunction } from '../skill.ts';
import { sayFrom } from '../say.ts';

const Request = z.object({
  method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']).default('GET'),
  url: z.string().max(2000),
  query: z.record(z.string(), z.string()).nullish(),
  headers: z.record(z.string(), z.string()).nullish(),
  body: z.unknown().optional(),
});
export type Request = z.infer<typeof Request>;

const maxBytes = 200_000;
const timeoutMs = 20_000;
const placeholder = /\{\{\s*([a-z][a-z0-9_]*)\s*\}\}/g;
/** Ours to set, or a way to reach another host behind the same address. */
const forbiddenHeaders = /^(host|connection|content-length|transfer-encoding|upgrade|proxy-.*|x-forwarded-.*|forwarded)$/i;

const asText = (value: unknown): string =>
  typeof value === 'string' ? value : value === undefined || value === null ? '' : JSON.stringify(value);

/** Inputs put into a text, each passed through `safe`. */
const fill = (template: string, input: Record<string, unknown>, safe: (value: string) => string): string =>
  template.replace(placeholder, (_found, name: string) => safe(asText(input[name])));

/** A text that is one placeholder and nothing else becomes the value itself, numbers and lists too. */
function fillBody(body: unknown, input: Record<string, unknown>): unknown {
  if (typeof body === 'string') {
    const [, only] = /^\{\{\s*([a-z][a-z0-9_]*)\s*\}\}$/.exec(body) ?? [];
    return only ? (input[only] ?? null) : fill(body, input, (value) => value);
  }
  if (Array.isArray(body)) return body.map((one) => fillBody(one, input));
  if (typeof body !== 'object' || body === null) return body;
  return Object.fromEntries(Object.entries(body).map(([name, value]) => [name, fillBody(value, input)]));
}

/**
 * The request as it goes out.
 * @throws SkillError host_not_allowed {host} for an address that is not https or whose host the card does not name
 */
export function outgoing(given: unknown, input: Record<string, unknown>, hosts: readonly string[]): Outgoing {
  const request = Request.parse(given);
  // an input may fill a part of the path, never add one, and never touch the host
  const [, origin = '', rest = ''] = /^(https?:\/\/[^/?#]*)(.*)$/i.exec(request.url) ?? [];
  const url = URL.parse(origin + fill(rest, input, encodeURIComponent));
  const isNamed = url !== null && hosts.includes(url.host) && !placeholder.test(origin);
  placeholder.lastIndex = 0;
  if (!url || !isNamed || url.protocol !== 'https:')
    throw new SkillError('host_not_allowed', { host: url?.host ?? origin.slice(0, 100) }, false);
  for (const [name, value] of Object.entries(request.query ?? {}))
    url.searchParams.set(
      name,
      fill(value, input, (text) => text),
    );
  const headers: Record<string, string> = { accept: 'application/json' };
  for (const [name, value] of Object.entries(request.headers ?? {}))
    if (!forbiddenHeaders.test(name))
      headers[name.toLowerCase()] = fill(value, input, (text) => text.replaceAll(/[^\t\x20-\x7e]/g, ' ')).slice(0, 2000);
  const hasBody = request.method !== 'GET' && request.body !== undefined && request.body !== null;
  if (hasBody) headers['content-type'] ??= 'application/json';
  return { method: request.method, url, headers, body: hasBody ? JSON.stringify(fillBody(request.body, input)) : null };
}

const phrases = {
  asked: {
    mg: 'Nanontany an’i {host} aho.',
    fr: 'J’ai interrogé {host}.',
    en: 'I have asked {host}.',
    ar: 'سألت {host}.',
  },
};

/** The answer's fields that the card names; an answer that is no object stands in `answer`. */
function fieldsOf(text: string, named: readonly string[]): Record<string, unknown> {
  let value: unknown = text;
  try {
    value = JSON.parse(text);
  } catch {
    // plain text
  }
  const object =
    typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : { answer: value };
  return Object.fromEntries(Object.entries(object).filter(([name]) => name !== 'say' && named.includes(name)));
}

/** @param allowHosts `host:port` that need be neither public nor https (tests) */
export function ownRequest(allowHosts: readonly string[], resolve = systemResolve): SkillFunction {
  return async ({ context, signal }) => {
    const { skill, input, run } = context;
    const request = outgoing(skill.request, input, skill.hosts ?? []);
    const target = allowHosts.includes(request.url.host)
      ? { ...request, url: new URL(request.url.href.replace(/^https:/, 'http:')) }
      : request;
    const limits = { signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]), allowHosts, resolve, maxBytes };
    const answer = await sendOnce(target, limits).catch((error: unknown) => {
      if (error instanceof CrawlError && error.code === 'private_address')
        throw new SkillError('host_not_allowed', { host: target.url.host }, false);
      throw error;
    });
    const { host } = target.url;
    if (answer.status >= 300)
      throw new SkillError('platform_busy', { host, status: answer.status }, answer.status === 429 || answer.status >= 500);
    const named = Object.keys(skill.output_schema?.properties ?? {});
    return { say: sayFrom(phrases, run.language, 'asked', { host }), ...fieldsOf(answer.body, named) };
  };
}

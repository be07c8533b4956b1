// One request with a method and a body, to the address that was checked and no other. Called by the tenants' own http skills, whose address a
// stranger may have written: the same guards as the crawler's GET (fetch-once.ts), no redirects.
import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import { CrawlError } from './crawl-error.ts';
import { checkedAddress, type Resolve } from './public-address.ts';

export type Outgoing = {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  url: URL;
  headers: Record<string, string>;
  body: string | null;
};
export type Limits = { signal: AbortSignal; allowHosts: readonly string[]; resolve: Resolve; maxBytes: number };

/** `body` is text, cut at `maxBytes`. @throws CrawlError private_address, bad_address, unreachable, timeout, too_large */
export async function sendOnce({ method, url, headers, body }: Outgoing, limits: Limits): Promise<{ status: number; body: string }> {
  const address = await checkedAddress(url, limits.allowHosts, limits.resolve);
  try {
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      const request = (url.protocol === 'https:' ? https : http).request(
        {
          method,
          host: address,
          port: url.port || (url.protocol === 'https:' ? 443 : 80),
          path: url.pathname + url.search,
          servername: /^[\d.]+$|:/.test(url.hostname) ? '' : url.hostname,
          headers: {
            ...headers,
            host: url.host,
            'accept-encoding': 'identity',
            ...(body === null ? {} : { 'content-length': Buffer.byteLength(body) }),
          },
          agent: false,
          signal: limits.signal,
        },
        resolve,
      );
      request.once('error', reject);
      request.end(body ?? undefined);
    });
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of response as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > limits.maxBytes) throw new CrawlError('too_large', `${url.host} answered with more than ${limits.maxBytes} bytes`);
      chunks.push(chunk);
    }
    return { status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString('utf8') };
  } catch (error) {
    if (error instanceof CrawlError) throw error;
    if (limits.signal.aborted) throw new CrawlError('timeout', `${url.host} took too long`, { cause: error });
    throw new CrawlError('unreachable', `${url.host} does not answer`, { cause: error });
  }
}

// Language and direction of every page, the boot script of the shell, small pages over the wire, and the headers that keep pages in their own frame.
import type { Handle } from '@sveltejs/kit';
import { sequence } from '@sveltejs/kit/hooks';
import boot from './boot.js?raw';
import { paraglideMiddleware } from '$paraglide/server';

const direction = (locale: string) => (locale === 'ar' ? 'rtl' : 'ltr');

const speak: Handle = ({ event, resolve }) =>
  paraglideMiddleware(event.request, ({ locale }) => {
    event.locals.locale = locale;
    const isPublic = event.route.id?.startsWith('/(public)') ?? false;
    return resolve(event, {
      transformPageChunk: ({ html }) =>
        html
          .replace('%lang%', () => event.locals.locale)
          .replace('%dir%', () => direction(event.locals.locale))
          .replace('%nexio.boot%', () => (isPublic ? '' : `<script>${boot.trim()}</script>`)),
    });
  });

const guard: Handle = async ({ event, resolve }) => {
  const response = await resolve(event);
  response.headers.set('x-content-type-options', 'nosniff');
  response.headers.set('x-frame-options', 'DENY');
  if (!response.headers.has('referrer-policy')) response.headers.set('referrer-policy', 'strict-origin-when-cross-origin');
  return response;
};

/** adapter-node compresses files only; pages rendered on request are compressed here, unless something in front already asks for plain ones. */
const compress: Handle = async ({ event, resolve }) => {
  const response = await resolve(event);
  const wanted = /\bgzip\b/.test(event.request.headers.get('accept-encoding') ?? '');
  const isText = /^text\/html|json/.test(response.headers.get('content-type') ?? '');
  if (!wanted || !isText || !response.body || response.headers.has('content-encoding')) return response;
  const headers = new Headers(response.headers);
  headers.set('content-encoding', 'gzip');
  headers.append('vary', 'accept-encoding');
  headers.delete('content-length');
  return new Response(response.body.pipeThrough(new CompressionStream('gzip')), { status: response.status, headers });
};

/** What a page of the app needs stands in its head, where it is compressed; in a header it would not be. */
const preloadInHead: Handle = async ({ event, resolve }) => {
  const response = await resolve(event);
  const files = [...(response.headers.get('link') ?? '').matchAll(/<([^>]+)>; rel="modulepreload"/g)];
  if (files.length === 0) return response;
  const html = (await response.text()).replace(
    '<head>',
    `<head>${files.map(([, file]) => `<link rel="modulepreload" href="${file}">`).join('')}`,
  );
  const headers = new Headers(response.headers);
  headers.delete('link');
  headers.delete('content-length');
  return new Response(html, { status: response.status, headers });
};

export const handle: Handle = sequence(compress, guard, preloadInHead, speak);

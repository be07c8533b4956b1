// Pictures of published landing pages, by their place in bucket media; the storage's policy decides what is public.
import { error } from '@sveltejs/kit';
import { fetchPublicMedia } from '$lib/api/landing-pages.ts';
import type { RequestHandler } from './$types.ts';

const objectPath = /^[0-9a-f-]{36}\/(?:[\w@-][\w.@-]*\/)*[\w@-][\w.@-]*$/;

export const GET: RequestHandler = async ({ params, url }) => {
  if (!objectPath.test(params.path)) error(404, 'page_not_found');
  const media = await fetchPublicMedia(url, params.path);
  if (!media?.mime.startsWith('image/')) error(404, 'page_not_found');
  return new Response(media.body, {
    headers: {
      'content-type': media.mime,
      'cache-control': 'public, max-age=86400',
      // An SVG opened by itself must not be a page with powers.
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      'x-content-type-options': 'nosniff',
    },
  });
};

// The picture of what waits for an outside client, streamed from the private bucket to who has the link.
import { error } from '@sveltejs/kit';
import { fetchClientMedia } from '$lib/api/client-links.ts';
import { isToken } from '../../decision-form.ts';
import type { RequestHandler } from './$types.ts';

export const GET: RequestHandler = async ({ params, url }) => {
  if (!isToken(params.token) || !/^[0-9a-f-]{36}$/.test(params.id)) error(404, 'page_not_found');
  const media = await fetchClientMedia(url, params.token, params.id);
  if (!media) error(404, 'page_not_found');
  return new Response(media.body, {
    headers: {
      'content-type': media.mime,
      'cache-control': 'private, no-store',
      // An SVG opened by itself must not be a page with powers.
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      'x-content-type-options': 'nosniff',
    },
  });
};

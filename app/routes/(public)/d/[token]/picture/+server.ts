// The picture of what the link is about, out of the private bucket, for whoever holds the link while it is open.
import { error } from '@sveltejs/kit';
import { fetchLinkMedia, isDecisionToken } from '$lib/api/decision-link.ts';
import type { RequestHandler } from './$types.ts';

export const GET: RequestHandler = async ({ params, url }) => {
  const media = isDecisionToken(params.token) ? await fetchLinkMedia(url, params.token) : null;
  if (!media) error(404, 'link_unknown');
  return new Response(media.body, {
    headers: {
      'content-type': media.mime,
      'cache-control': 'no-store',
      'x-robots-tag': 'noindex',
      'referrer-policy': 'no-referrer',
      // an SVG opened by itself must not be a page with powers
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    },
  });
};

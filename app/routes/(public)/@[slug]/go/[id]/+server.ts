// A tap on a post's call to action: counted for its post, then on to the contact form. It changes nothing else, so a GET may do it.
import { error, redirect } from '@sveltejs/kit';
import { countVisit } from '$lib/api/pages.ts';
import { visitorOf } from '../../visitor.ts';
import type { RequestHandler } from './$types.ts';

export const GET: RequestHandler = ({ params, url, request, getClientAddress }) => {
  if (!/^[0-9a-f-]{36}$/.test(params.id)) error(404, 'page_not_found');
  const visitor = visitorOf(request, getClientAddress());
  if (visitor) void countVisit(url, params.slug, visitor, [params.id], 'click');
  redirect(303, `/@${encodeURIComponent(params.slug)}#contact`);
};

// Leaving the letters of a page by the link of any letter. Opening it decides nothing (mail scanners open links): the button does.
import { error } from '@sveltejs/kit';
import { leaveLetters, readPage } from '$lib/api/pages.ts';
import type { Actions, PageServerLoad } from './$types.ts';

export const prerender = false;
const isToken = (token: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(token);

export const load: PageServerLoad = async ({ params, url, locals }) => {
  const page = await readPage(url, params.slug, null);
  if (!page || !isToken(params.token)) error(404, 'page_not_found');
  locals.locale = page.tenant.language;
  return { name: page.brand?.name || page.tenant.name, slug: page.tenant.slug, locale: page.tenant.language };
};

export const actions: Actions = {
  default: async ({ params, url }) => {
    if (!isToken(params.token)) error(404, 'page_not_found');
    await leaveLetters(url, params.token);
    return { left: true };
  },
};

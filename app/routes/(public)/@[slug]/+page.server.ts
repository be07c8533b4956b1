// The public Nexio page of a tenant: read on the server, works without script, writes leads through a plain form.
import { error, fail, redirect } from '@sveltejs/kit';
import { AppError } from '$lib/api/error.ts';
import { countVisit, readPage, submitLead } from '$lib/api/pages.ts';
import { brandTheme } from './brand-theme.ts';
import { leadFrom } from './contact-form.ts';
import { joinLetters } from './letter-form.ts';
import { visitorOf } from './visitor.ts';
import type { Actions, PageServerLoad } from './$types.ts';

export const prerender = false;

export const load: PageServerLoad = async ({ params, url, locals, setHeaders, request, getClientAddress }) => {
  const before = url.searchParams.get('before');
  const page = await readPage(url, params.slug, before && !Number.isNaN(Date.parse(before)) ? before : null);
  if (!page) error(404, 'page_not_found');
  locals.locale = page.tenant.language;
  const visitor = visitorOf(request, getClientAddress());
  if (visitor)
    void countVisit(
      url,
      params.slug,
      visitor,
      page.posts.map(({ id }) => id),
      'view',
    );
  // Always asked for again, so that a post is seen as soon as it is published; the ETag keeps the answer small.
  setHeaders({ 'cache-control': 'public, max-age=0, must-revalidate' });
  return {
    page,
    address: `${url.origin}/@${page.tenant.slug}`,
    theme: brandTheme(page.brand?.colours && page.brand.fonts ? { colours: page.brand.colours, fonts: page.brand.fonts } : null),
    older: before !== null,
    sent: url.searchParams.has('sent'),
    joined: url.searchParams.has('joined'),
  };
};

export const actions: Actions = {
  contact: async ({ request, params, url }) => {
    const form = leadFrom(await request.formData(), params.slug);
    if (form.isRobot) redirect(303, `/@${params.slug}?sent#contact`);
    if (form.fault) return fail(400, { fault: form.fault, ...form.fields });
    try {
      await submitLead(url, params.slug, { ...form.fields, client_key: form.client_key });
    } catch (refusal) {
      const code = refusal instanceof AppError ? refusal.code : 'unexpected';
      const fault = code === 'too_many_messages' ? 'too_many' : code === 'unexpected' || code === 'offline' ? 'failed' : 'bad_reach';
      return fail(fault === 'too_many' ? 429 : fault === 'failed' ? 503 : 400, { fault, ...form.fields });
    }
    redirect(303, `/@${params.slug}?sent#contact`);
  },
  subscribe: async ({ request, params, url }) => {
    const fault = await joinLetters(url, params.slug, await request.formData());
    if (fault) return fail(fault.letter_fault === 'wrong' ? 400 : fault.letter_fault === 'too_many' ? 429 : 503, fault);
    redirect(303, `/@${params.slug}?joined#letters`);
  },
};

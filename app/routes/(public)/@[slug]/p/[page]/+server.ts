// A landing page of a tenant: its published document as it is, under rules that let no script run; its form posts here and becomes a lead.
import { redirect } from '@sveltejs/kit';
import { AppError } from '$lib/api/error.ts';
import { readLandingPage, type LandingPage } from '$lib/api/landing-pages.ts';
import { submitLead } from '$lib/api/pages.ts';
import type { ContactFault } from '../../contact-form.ts';
import type { Language } from '$supabase/payloads.ts';
import { orderFrom } from './order-form.ts';
import { answerPage, missingPage } from './short-pages.ts';
import type { RequestHandler } from './$types.ts';

/** No script, nothing fetched but pictures, forms to ourselves; the sandbox also stops a refresh to elsewhere. Links may open WhatsApp and the telephone. */
const policy = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  "img-src 'self' https: data:",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  'sandbox allow-forms allow-same-origin allow-popups allow-top-navigation-by-user-activation',
].join('; ');

const statusOf: Record<ContactFault, number> = { missing: 400, bad_reach: 400, too_many: 429, failed: 503 };

const html = (document: string, status = 200) =>
  new Response(document, {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy,
      'cache-control': status === 200 ? 'public, max-age=0, must-revalidate' : 'no-store',
    },
  });

const addressOf = ({ tenant, page }: LandingPage) => `/@${tenant.slug}/p/${page.slug}`;

export const GET: RequestHandler = async ({ params, url, locals }) => {
  const found = await readLandingPage(url, params.slug, params.page);
  if (!found) return html(missingPage(locals.locale as Language), 404);
  return html(url.searchParams.has('sent') ? answerPage(found, addressOf(found), null) : found.page.html);
};

export const POST: RequestHandler = async ({ params, url, locals, request }) => {
  const found = await readLandingPage(url, params.slug, params.page);
  if (!found) return html(missingPage(locals.locale as Language), 404);
  const order = orderFrom(await request.formData(), found);
  let fault: ContactFault | null = order.isRobot ? null : order.fault;
  if (!fault && !order.isRobot) {
    fault = await submitLead(url, params.slug, order.lead).then(
      () => null,
      (refusal: unknown): ContactFault => {
        const code = refusal instanceof AppError ? refusal.code : 'unexpected';
        return code === 'too_many_messages' ? 'too_many' : code === 'lead_invalid' ? 'bad_reach' : 'failed';
      },
    );
  }
  if (fault) return html(answerPage(found, addressOf(found), fault), statusOf[fault]);
  redirect(303, `${addressOf(found)}?sent`);
};

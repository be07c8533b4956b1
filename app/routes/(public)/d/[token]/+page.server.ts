// The page behind the one-use link of a mail: shows what waits and decides it when a button is pressed. Opening it decides nothing (mail scanners and
// link previews open every link).
import { error, fail } from '@sveltejs/kit';
import { m } from '$paraglide/messages';
import { AppError } from '$lib/api/error.ts';
import { decideByToken, isDecisionToken, readDecisionLink } from '$lib/api/decision-link.ts';
import type { Language } from '$supabase/payloads.ts';
import { linkHeaders } from '../../link-headers.ts';
import type { Actions, PageServerLoad } from './$types.ts';

export const prerender = false;

const longestBody = 3000;

export const load: PageServerLoad = async ({ params, url, locals, setHeaders }) => {
  setHeaders(linkHeaders);
  const link = isDecisionToken(params.token) ? await readDecisionLink(url, params.token) : null;
  if (!link) error(404, 'link_unknown');
  locals.locale = link.language;
  return { link, token: params.token };
};

const reasons: Record<string, (locale: Language) => string> = {
  wrong_fact: (locale) => m.decide_reject_wrong_fact({}, { locale }),
  tone: (locale) => m.decide_reject_tone({}, { locale }),
  picture: (locale) => m.decide_reject_picture({}, { locale }),
  timing: (locale) => m.decide_reject_timing({}, { locale }),
};

const field = (form: FormData, name: string): string => String(form.get(name) ?? '').trim();

export const actions: Actions = {
  default: async ({ params, request, url, locals }) => {
    if (!isDecisionToken(params.token)) error(404, 'link_unknown');
    const form = await request.formData();
    const decision = field(form, 'decision');
    const body = field(form, 'body').replaceAll('\r\n', '\n');
    if (decision === 'edit' && (body === '' || body.length > longestBody)) return fail(400, { fault: 'edit' as const, body });
    if (!['approve', 'edit', 'reject'].includes(decision)) return fail(400, { fault: 'failed' as const, body });
    try {
      const link = await readDecisionLink(url, params.token);
      const locale = link?.language ?? (locals.locale as Language);
      const reason = field(form, 'reason') || reasons[field(form, 'why')]?.(locale) || null;
      const isChanged = decision === 'edit' && body !== link?.approval?.body;
      const outcome = await decideByToken(url, params.token, {
        decision: decision === 'reject' ? 'reject' : 'approve',
        reason: decision === 'reject' ? reason : null,
        edits: isChanged ? { body } : null,
      });
      return { outcome };
    } catch (refusal) {
      const isEdit = refusal instanceof AppError && refusal.code === 'edit_invalid';
      return fail(isEdit ? 400 : 503, { fault: isEdit ? ('edit' as const) : ('failed' as const), body });
    }
  },
};

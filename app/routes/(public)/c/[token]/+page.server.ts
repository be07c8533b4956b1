// The page of an outside client: what waits for them, by their link and in their language. Opening it decides nothing (robots open links); its forms do.
import { error, fail } from '@sveltejs/kit';
import { decideByClientLink, readClientLink, type ClientOutcome } from '$lib/api/client-links.ts';
import type { AppError } from '$lib/api/error.ts';
import { linkHeaders } from '../../link-headers.ts';
import { decisionIn, isToken } from './decision-form.ts';
import type { Actions, PageServerLoad } from './$types.ts';

export const prerender = false;

export const load: PageServerLoad = async ({ params, url, locals, setHeaders }) => {
  setHeaders(linkHeaders);
  const link = isToken(params.token) ? await readClientLink(url, params.token) : null;
  if (!link) error(404, 'page_not_found');
  locals.locale = link.language;
  // one key a card and page: the same form sent twice is one decision
  const keys = link.state === 'open' ? Object.fromEntries(link.waiting.map((card) => [card.approval_id, crypto.randomUUID()])) : {};
  return { link, keys };
};

type Answer = { said: ClientOutcome | 'edit_invalid' | 'no_reason'; decision: 'approve' | 'reject' };

export const actions: Actions = {
  default: async ({ params, url, request }) => {
    if (!isToken(params.token)) error(404, 'page_not_found');
    const decision = decisionIn(await request.formData());
    if (!decision) error(400, 'bad_input');
    if (decision.decision === 'reject' && !decision.reason) return fail(400, { said: 'no_reason', decision: 'reject' } satisfies Answer);
    try {
      const { outcome } = await decideByClientLink(url, params.token, decision);
      return { said: outcome, decision: decision.decision } satisfies Answer;
    } catch (refusal) {
      if ((refusal as AppError).code !== 'edit_invalid') throw refusal;
      return fail(400, { said: 'edit_invalid', decision: 'approve' } satisfies Answer);
    }
  },
};

// What a form of the client's page says, read with care: it comes from anybody. Used by the page's action.
import { z } from 'zod';
import type { ClientDecision } from '$lib/api/client-links.ts';

/** As make_client_link writes it. */
export const isToken = (token: string): boolean => /^[0-9a-f]{32}$/.test(token);

/** Forms send line ends as CR LF; a text that only differs by them is not changed. */
const text = z.string().transform((value) => value.replaceAll('\r\n', '\n').trim());
const Form = z.object({
  approval_id: z.uuid(),
  decision: z.enum(['approve', 'reject']),
  version: z.coerce.number().int(),
  content_hash: z.string().max(64),
  client_key: z.uuid(),
  reason: text.optional(),
  body: text.optional(),
  was: text.optional(),
});

/** null when it is no form of this page. `body` counts as an edit only where it differs from `was`. */
export function decisionIn(form: FormData): ClientDecision | null {
  const read = Form.safeParse(Object.fromEntries(form));
  if (!read.success) return null;
  const { body, was, reason, ...decision } = read.data;
  return { ...decision, reason: reason?.slice(0, 500) || null, edits: body === undefined || body === was ? null : { body } };
}

// The link of a mail: what it is about and the decision, as whoever holds it. Called on the server only, by routes/(public)/d/[token].
import type { Language } from '$supabase/payloads.ts';
import type { Approval, Outcome } from './approvals.ts';
import { callAsAnybody } from './client.ts';
import { publishableKey, supabaseUrlFrom } from './endpoint.ts';

export type LinkedApproval = Pick<Approval, 'id' | 'version' | 'gate' | 'title'> & {
  headline: string | null;
  body: string | null;
  hashtags: string[] | null;
  language: Language | null;
  media: { path: string; width?: number | null; height?: number | null; alt?: string | null } | null;
  scheduled_at: string | null;
  score: number | null;
  verdict_say: string | null;
  used_house_model: boolean;
  needs_two_factor: boolean;
};

/** read_decision_link; the fields after approval_id are missing for `forbidden`, approval is there only while it is `open`. */
export type DecisionLink = {
  status: 'open' | 'used' | 'already_decided' | 'stale' | 'forbidden';
  /** of the person whom the mail was for */
  language: Language;
  approval_id: string;
  tenant?: { name: string; slug: string; timezone: string };
  state?: Approval['state'];
  title?: string;
  decided_at?: string | null;
  decided_by_name?: string | null;
  /** of `stale`: parts of the content that are not what the mail showed */
  changed?: string[];
  approval?: LinkedApproval;
};

export type LinkOutcome = Partial<Outcome> & { outcome: Outcome['outcome'] | 'used' | 'unknown_token' };

/** As decide_by_token takes it; anything else is not even asked for. */
export const isDecisionToken = (token: string): boolean => /^[A-Za-z0-9_-]{43}$/.test(token);

/** Decides nothing, however often it is called; null = nobody's link. */
export const readDecisionLink = (page: URL, token: string): Promise<DecisionLink | null> =>
  callAsAnybody(page, 'read_decision_link', { p_token: token });

/** Throws AppError `edit_invalid`. */
export const decideByToken = (
  page: URL,
  token: string,
  decision: { decision: 'approve' | 'reject'; reason: string | null; edits: { body: string } | null },
): Promise<LinkOutcome> =>
  callAsAnybody(page, 'decide_by_token', {
    p_token: token,
    p_decision: decision.decision,
    p_reason: decision.reason,
    p_edits: decision.edits,
  });

/** The picture that goes with what is to be decided, as the storage answers it; null when there is none for this link any more. */
export async function fetchLinkMedia(page: URL, token: string): Promise<{ body: ReadableStream; mime: string } | null> {
  const link = await readDecisionLink(page, token);
  const path = link?.approval?.media?.path;
  if (!path) return null;
  const object = await fetch(`${supabaseUrlFrom(page)}/storage/v1/object/media/${encodeURI(path)}`, {
    headers: { apikey: publishableKey, 'x-decision-token': token },
  });
  return object.ok && object.body ? { body: object.body, mime: object.headers.get('content-type') ?? 'application/octet-stream' } : null;
}

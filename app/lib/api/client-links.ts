// Links for outside clients (SQL domain: client links): made, listed and revoked by who manages people; read and decided with by the page /c/<token>,
// on the server only.
import type { Language, Platform } from '$supabase/payloads.ts';
import { callAsAnybody, callInTenant, readRows } from './client.ts';
import { publishableKey, supabaseUrlFrom } from './endpoint.ts';

export type ClientLink = {
  id: string;
  name: string;
  language: Language;
  /** null = all that goes public or to outsiders */
  run_id: string | null;
  may_edit: boolean;
  made_at: string;
  expires_at: string;
  revoked_at: string | null;
  /** of the last decision */
  last_used_at: string | null;
  decided_count: number;
};

/** The newest hundred, those that are over too. */
export const listClientLinks = () =>
  readRows<ClientLink>('client_links', {
    select: 'id,name,language,run_id,may_edit,made_at,expires_at,revoked_at,last_used_at,decided_count',
    order: 'made_at.desc',
    limit: '100',
  });

/** The token is in this answer and nowhere else afterwards. Throws AppError `client_link_invalid`, `client_links_limit_reached`, `needs_two_factor`. */
export const makeClientLink = (link: { name: string; language: Language; run_id: string | null; may_edit: boolean }) =>
  callInTenant<{ id: string; token: string; name: string; expires_at: string }>('make_client_link', {
    p_name: link.name,
    p_language: link.language,
    p_run_id: link.run_id,
    p_may_edit: link.may_edit,
  });

export const revokeClientLink = (id: string) => callInTenant<{ revoked: boolean }>('revoke_client_link', { p_link_id: id });

export type WaitingCard = {
  approval_id: string;
  version: number;
  content_hash: string;
  platform: Platform;
  kind: string;
  language: Language;
  headline: string;
  body: string;
  hashtags: string[];
  call_to_action: string;
  media: { mime: string; alt: string | null } | null;
  scheduled_at: string | null;
  /** earned autonomy: it goes out then unless somebody says no */
  goes_out_at: string | null;
  used_house_model: boolean;
};
export type ClientPage = { business: string; client: string; language: Language } & (
  | { state: 'open'; expires_at: string; may_edit: boolean; timezone: string; waiting: WaitingCard[] }
  | { state: 'revoked' }
  | { state: 'expired' }
);

/** What the client of this link sees, or null for a token that is none. Decides nothing. @param url the address being rendered */
export const readClientLink = (url: URL, token: string): Promise<ClientPage | null> =>
  callAsAnybody(url, 'read_client_link', { p_token: token });

export type ClientDecision = {
  approval_id: string;
  decision: 'approve' | 'reject';
  version: number;
  content_hash: string;
  client_key: string;
  reason: string | null;
  edits: { body: string } | null;
};
export type ClientOutcome = 'decided' | 'already_decided' | 'stale' | 'not_found' | 'revoked' | 'expired' | 'unknown_link' | 'too_many';

/** Throws AppError `edit_invalid`, `decisions_invalid`. */
export const decideByClientLink = (url: URL, token: string, decision: ClientDecision): Promise<{ outcome: ClientOutcome }> =>
  callAsAnybody(url, 'decide_by_client_link', {
    p_token: token,
    p_approval_id: decision.approval_id,
    p_decision: decision.decision,
    p_version: decision.version,
    p_content_hash: decision.content_hash,
    p_client_key: decision.client_key,
    p_reason: decision.reason,
    p_edits: decision.edits,
  });

/** The picture of what waits for the client, or null. The link goes to the storage in a header, where its policy asks for it. */
export async function fetchClientMedia(
  url: URL,
  token: string,
  approvalId: string,
): Promise<{ body: ReadableStream; mime: string } | null> {
  const media = await callAsAnybody<{ path: string; mime: string } | null>(url, 'read_client_link_media', {
    p_token: token,
    p_approval_id: approvalId,
  });
  if (!media) return null;
  const object = await fetch(`${supabaseUrlFrom(url)}/storage/v1/object/media/${encodeURI(media.path)}`, {
    headers: { apikey: publishableKey, 'x-client-link': token },
  });
  return object.ok && object.body ? { body: object.body, mime: media.mime } : null;
}

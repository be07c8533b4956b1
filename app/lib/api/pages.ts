// The public Nexio page of a tenant, as anybody sees it. Called on the server only, by routes/(public)/@[slug].
import type { BrandDna, Language } from '$supabase/payloads.ts';
import { callAsAnybody } from './client.ts';
import { publishableKey, supabaseUrlFrom } from './endpoint.ts';

export type PublicMedia = { width: number; height: number; alt: string };
export type PublicPost = {
  id: string;
  body: string;
  headline: string | null;
  hashtags: string[];
  call_to_action: string | null;
  media: PublicMedia | null;
  /** ISO 8601 with offset */
  published_at: string;
  language: Language;
};
export type PublicBrand = Partial<
  Pick<BrandDna, 'name' | 'tagline' | 'website' | 'logo_url' | 'colours' | 'fonts' | 'services' | 'place' | 'phone' | 'opening_hours'>
>;
export type PublicPage = {
  tenant: { name: string; slug: string; language: Language; is_demo: boolean };
  brand: PublicBrand | null;
  posts: PublicPost[];
  /** pass as `before` for the next, older posts */
  next_before: string | null;
};

/** The page and its newest posts (older than `before` when given), or null when there is no such page. */
export const readPage = (url: URL, slug: string, before: string | null): Promise<PublicPage | null> =>
  callAsAnybody(url, 'read_page', { p_slug: slug, p_before: before });

/** The picture of a published post as the storage answers it, or null when nothing published has it. */
export async function fetchPageMedia(url: URL, slug: string, contentId: string): Promise<{ body: ReadableStream; mime: string } | null> {
  const media = await callAsAnybody<{ path: string; mime: string } | null>(url, 'read_page_media', {
    p_slug: slug,
    p_content_id: contentId,
  });
  if (!media) return null;
  const object = await fetch(`${supabaseUrlFrom(url)}/storage/v1/object/media/${encodeURI(media.path)}`, {
    headers: { apikey: publishableKey },
  });
  return object.ok && object.body ? { body: object.body, mime: media.mime } : null;
}

/** Leaves a message; the same client_key twice is one lead. Throws AppError `too_many_messages` and the validation codes of submit_lead. */
export const submitLead = (
  url: URL,
  slug: string,
  lead: { name: string; contact: string; message: string; client_key: string },
): Promise<{ received: true }> =>
  callAsAnybody(url, 'submit_lead', {
    p_slug: slug,
    p_name: lead.name,
    p_contact: lead.contact,
    p_message: lead.message,
    p_client_key: lead.client_key,
  });

/** Counts a visit of the page with the posts shown on it, or a tap on a post. Never fails: a page is for its visitors, its figures come second. */
export const countVisit = async (url: URL, slug: string, visitor: string, contents: string[], act: 'view' | 'click'): Promise<void> => {
  await callAsAnybody(url, 'count_page_visit', { p_slug: slug, p_visitor: visitor, p_contents: contents, p_act: act }).catch(() => {});
};

/** Joins the letters of a page. Throws AppError `email_invalid`, `too_many_messages`, `page_not_found`. */
export const subscribe = (url: URL, slug: string, email: string): Promise<{ received: true }> =>
  callAsAnybody(url, 'subscribe', { p_slug: slug, p_email: email });

/** Leaves the letters by the token of any of them; a token that is none is answered alike. */
export const leaveLetters = (url: URL, token: string): Promise<{ received: true }> =>
  callAsAnybody(url, 'unsubscribe', { p_leave_token: token });

// The landing pages of a tenant and their pictures, as anybody sees them. Called on the server only, by routes/(public).
import type { BrandDna, Language } from '$supabase/payloads.ts';
import { callAsAnybody } from './client.ts';
import { publishableKey, supabaseUrlFrom } from './endpoint.ts';

export type LandingPage = {
  tenant: { name: string; slug: string; language: Language; is_demo: boolean };
  brand: { colours: BrandDna['colours'] | null; fonts: BrandDna['fonts'] | null };
  /** html: a whole document, not to be trusted */
  page: { slug: string; title: string; html: string; language: Language };
};

/** A published page, or null when there is none of that name. */
export const readLandingPage = (url: URL, slug: string, page: string): Promise<LandingPage | null> =>
  callAsAnybody(url, 'read_landing_page', { p_slug: slug, p_page: page });

/** An object of bucket media as the storage answers anybody, or null: its policy lets through what a published post or page shows. */
export async function fetchPublicMedia(url: URL, path: string): Promise<{ body: ReadableStream; mime: string } | null> {
  const object = await fetch(`${supabaseUrlFrom(url)}/storage/v1/object/media/${encodeURI(path)}`, { headers: { apikey: publishableKey } });
  return object.ok && object.body ? { body: object.body, mime: object.headers.get('content-type') ?? '' } : null;
}

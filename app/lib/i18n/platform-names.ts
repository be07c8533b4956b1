// Platforms by name, and what a post for one is called.
import { m } from '$paraglide/messages';
import type { Platform } from '$supabase/payloads.ts';

const names: Record<Platform, () => string> = {
  nexio_page: () => m.platform_nexio_page(),
  facebook: () => m.platform_facebook(),
  instagram: () => m.platform_instagram(),
  tiktok: () => m.platform_tiktok(),
  linkedin: () => m.platform_linkedin(),
  x: () => m.platform_x(),
  whatsapp: () => m.platform_whatsapp(),
};

export const platformName = (platform: Platform): string => names[platform]();

/** All platforms with their names, as Choice wants them; the Nexio page first. */
export const platformChoices = (): { value: Platform; label: string }[] =>
  (Object.keys(names) as Platform[]).map((value) => ({ value, label: platformName(value) }));

export const postFor = (platform: Platform): string =>
  platform === 'nexio_page' ? m.post_for_nexio_page() : m.post_for_platform({ platform: platformName(platform) });

// Everything behind sign-in is drawn on the phone. Its store is opened while the screen is still being fetched.
import '$lib/i18n/locale.svelte.ts';
import { browser } from '$app/environment';
import { phoneStore } from '$lib/offline/database.ts';

export const ssr = false;

if (browser) void phoneStore().catch(() => null);

// Where the API is: PUBLIC_SUPABASE_URL at build time, or the app's own origin when it is empty (`npm start`).
import { PUBLIC_SUPABASE_KEY, PUBLIC_SUPABASE_URL } from '$env/static/public';

export const supabaseUrl: string = PUBLIC_SUPABASE_URL || (typeof location === 'undefined' ? 'http://127.0.0.1' : location.origin);
export const publishableKey: string = PUBLIC_SUPABASE_KEY;

/**
 * What has not begun to be answered by then, will not be: Supabase lets a statement run for 8 s, the rest is a slow line's. A phone that shows bars and
 * has no network would otherwise wait for minutes.
 */
export const answerWithinMs = 20_000;

/** The API as seen from a page rendered on the server, where there is no `location`. */
export const supabaseUrlFrom = (pageUrl: URL): string => PUBLIC_SUPABASE_URL || pageUrl.origin;

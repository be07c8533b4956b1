// A person asks for a post: started at once, or kept on the phone and started when the network is back.
import { isOffline, type AppError } from '$lib/api/error.ts';
import { requestPost, type PostArgs } from '$lib/api/posts.ts';
import { network } from '$lib/state/network.svelte.ts';
import { outbox } from '$lib/state/outbox.svelte.ts';
import type { Language, Platform } from '$supabase/payloads.ts';

type Wish = {
  request: string;
  platform: Platform;
  language: Language;
  /** ISO 8601 with offset, or null for as soon as it is approved */
  scheduledAt: string | null;
  /** made with the draft, so that one wish sent twice is one run */
  key: string;
};

export async function askForPost(wish: Wish): Promise<{ runId: string } | { queued: true } | { error: AppError }> {
  const args: PostArgs = {
    p_request: wish.request,
    p_platform: wish.platform,
    p_language: wish.language,
    p_scheduled_at: wish.scheduledAt,
    p_client_key: wish.key,
  };
  const keep = async () => {
    await outbox.queue({ id: wish.key, verb: 'request_post', args, about: null, title: wish.request });
    return { queued: true as const };
  };
  if (!network.online) return keep();
  try {
    return { runId: (await requestPost(args)).run_id };
  } catch (error) {
    return isOffline(error) ? keep() : { error: error as AppError };
  }
}

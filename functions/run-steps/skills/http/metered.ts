// An outside call that we pay by units: money held before, the call told after, as with models. Called by the http skills that use our keys.
import { PlatformError } from '../../../_shared/platforms/platform-error.ts';
import { SkillError } from '../skill.ts';
import type { HttpWork } from './http-skill.ts';

/** Providers of tier metered in supabase/catalog/model_routes.json. */
export type Metered = 'google_cloud' | 'google_places' | 'elevenlabs' | 'd_id' | 'kling' | 'brave_search' | 'openai';

/**
 * @param units letters, milliseconds or calls, whatever the provider is paid by
 * @throws SkillError when today's money does not allow it or the claim is lost; whatever `act` throws
 */
export async function metered<T>(
  { client, step, record }: Pick<HttpWork, 'client' | 'step' | 'record'>,
  provider: Metered,
  units: number,
  act: () => Promise<T>,
): Promise<T> {
  const reserved = await client.reserveMetered(step, provider, units);
  if ('blocked' in reserved) throw new SkillError(reserved.blocked, {}, false);
  const started = performance.now();
  const tell = (outcome: string, input_tokens: number) =>
    record({
      tier: 'metered',
      provider,
      model: reserved.model,
      input_tokens: Math.ceil(input_tokens),
      output_tokens: 0,
      cached_tokens: 0,
      duration_ms: Math.round(performance.now() - started),
      outcome,
      lever: null,
    });
  try {
    const answer = await act();
    tell('answered', units);
    return answer;
  } catch (error) {
    // without a clear no of the platform it may have been paid
    const isNo = error instanceof PlatformError && error.status >= 400 && error.status < 500;
    tell(error instanceof PlatformError ? error.trouble : 'unavailable', isNo ? 0 : units);
    throw error;
  }
}

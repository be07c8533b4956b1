// What a voice note says, by the configured speech model, on its tenant's budget. Made by index.ts; without a model nobody listens and the person is asked for a line.
import { createDoor, type DoorEnvironment } from '../_shared/platforms/door.ts';
import { transcribe } from '../_shared/platforms/openai/transcribe.ts';
import { PlatformError } from '../_shared/platforms/platform-error.ts';
import type { Listened, Work } from './handle.ts';
import type { ReceiveClient } from './receive-client.ts';

/** No voice note has fewer bytes a second (Opus begins at 6 kbit/s): what is held is never less than what is paid. */
const leastBytesPerSecond = 750;
const unheard: Listened = { transcript: null, calls: [] };
const endings: Record<string, string> = { 'audio/mpeg': 'mp3', 'audio/mp4': 'm4a' };

/**
 * OPENAI_API_KEY. A recording that the model refuses, or a model that does not answer, is null: a line is asked for. So it is when today's money does
 * not allow it, or the tenant is private.
 * @throws ReceiveError when the database cannot be reached: the voice note is fetched again later
 */
export function createListener(env: DoorEnvironment, client: Pick<ReceiveClient, 'reserveHearing'>): Work['listen'] {
  const token = env.OPENAI_API_KEY?.trim();
  return async (wish, { bytes, mime }, signal) => {
    if (!token) return unheard;
    const most = Math.ceil((bytes.length / leastBytesPerSecond) * 1000);
    const reserved = await client.reserveHearing(wish, most);
    if ('blocked' in reserved) return unheard;
    const started = performance.now();
    const told = (outcome: string, milliseconds: number): Listened['calls'] => [
      {
        tier: 'metered',
        provider: 'openai',
        model: reserved.model,
        input_tokens: Math.ceil(milliseconds),
        duration_ms: Math.round(performance.now() - started),
        outcome,
      },
    ];
    const door = createDoor(['api.openai.com'], { token }, env, signal);
    try {
      const { text, seconds } = await transcribe(door, { bytes, mime, name: `voice.${endings[mime] ?? mime.split('/')[1] ?? 'ogg'}` });
      return { transcript: text.trim() || null, calls: told('answered', seconds > 0 ? seconds * 1000 : most) };
    } catch (error) {
      console.error('speech:', error instanceof Error ? error.message : 'failed');
      // without a clear no of the platform it may have been paid
      const isNo = error instanceof PlatformError && error.status >= 400 && error.status < 500;
      return { transcript: null, calls: told(error instanceof PlatformError ? error.trouble : 'unavailable', isNo ? 0 : most) };
    }
  };
}

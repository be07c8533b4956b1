// What a voice note says, by the configured speech model. Made by index.ts; without a model nobody listens and the person is asked for a line.
import { createDoor, type DoorEnvironment } from '../_shared/platforms/door.ts';
import { transcribe } from '../_shared/platforms/openai/transcribe.ts';
import type { Work } from './handle.ts';

/** OPENAI_API_KEY. A recording that the model refuses, or a model that does not answer, is null: a line is asked for. */
export function createListener(env: DoorEnvironment): Work['listen'] {
  const token = env.OPENAI_API_KEY?.trim();
  return async (bytes, mime, signal) => {
    if (!token) return null;
    const door = createDoor(['api.openai.com'], { token }, env, signal);
    const ending = mime === 'audio/mpeg' ? 'mp3' : mime === 'audio/mp4' ? 'm4a' : (mime.split('/')[1] ?? 'ogg');
    try {
      return (await transcribe(door, { bytes, mime, name: `voice.${ending}` })).text.trim() || null;
    } catch (error) {
      console.error('speech:', error instanceof Error ? error.message : 'failed');
      return null;
    }
  };
}

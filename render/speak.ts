// Has the house voice read a text. Called by ffmpeg-video where no voice was made.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { RenderError } from './render-error.ts';

const voices: Record<string, string> = { fr: 'fr', en: 'en-us', ar: 'ar' };
/** Malagasy has no voice: it is never read by another language's. */
export const hasHouseVoice = (language: string): boolean => language in voices;

/** Writes a WAV to `file`. @returns its length in seconds. @throws RenderError `voice_failed`, retryable */
export async function speak(said: string, language: string, file: string, signal?: AbortSignal): Promise<number> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'house-voice.ts'), voices[language] ?? '', file], {
    stdio: ['pipe', 'pipe', 'pipe'],
    ...(signal && { signal }),
  });
  const ended = new Promise<number | null>((resolve) => {
    child.on('error', () => resolve(null));
    child.on('close', resolve);
  });
  child.stdin.end(said);
  const [answer, problem, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  if (code !== 0) throw new RenderError('voice_failed', { said: problem.trim().slice(-300) }, true);
  return (JSON.parse(answer) as { seconds: number }).seconds;
}

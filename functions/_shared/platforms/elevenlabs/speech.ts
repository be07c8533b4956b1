// Speech in a persona's own voice, with the time of each word. Called by skill elevenlabs.
// https://elevenlabs.io/docs/api-reference/text-to-speech/convert-with-timestamps · languages of the model: https://elevenlabs.io/docs/models
import type { Ask, Door } from '../door.ts';
import { isRow, part, text as textOf } from '../json.ts';

const host = 'api.elevenlabs.io';
const model = 'eleven_multilingual_v2';

const troubleIn: Ask['troubleIn'] = (status, body) => {
  const { status: reason, message } = part(body, 'detail');
  if (status < 400 || typeof reason !== 'string') return undefined;
  const isKey = reason === 'invalid_api_key' || reason === 'missing_permissions' || reason === 'quota_exceeded';
  const trouble = isKey ? 'permission_missing' : status === 429 ? 'rate_limited' : status >= 500 ? 'unavailable' : 'refused';
  return { trouble, reason, message: textOf(message, 300) };
};

const call = (door: Door, path: string, options: Ask = {}) =>
  door.ask(host, `/v1/${path}`, { ...options, headers: { 'xi-api-key': door.secret.token ?? '' }, troubleIn });

/** A clone of somebody's voice may speak only where their recorded consent is named on it (label `consent`: who, when, for what). @throws PlatformError */
export async function mayUseVoice(door: Door, voiceId: string): Promise<boolean> {
  const { body } = await call(door, `voices/${encodeURIComponent(voiceId)}`);
  const isClone = isRow(body) && (body.category === 'cloned' || body.category === 'professional');
  return !isClone || textOf(part(body, 'labels').consent) !== '';
}

export type Word = { word: string; from_seconds: number; to_seconds: number };

const numbers = (value: unknown): number[] => (Array.isArray(value) ? value.map(Number) : []);

/** Letters with their times, gathered into words. */
export function wordsOf(alignment: unknown): Word[] {
  if (!isRow(alignment)) return [];
  const letters = Array.isArray(alignment.characters) ? alignment.characters.map(String) : [];
  const starts = numbers(alignment.character_start_times_seconds);
  const ends = numbers(alignment.character_end_times_seconds);
  const words: Word[] = [];
  let open: Word | null = null;
  letters.forEach((letter, at) => {
    if (/\s/.test(letter)) return void (open = null);
    if (!open) words.push((open = { word: '', from_seconds: starts[at] ?? 0, to_seconds: 0 }));
    open.word = (open.word + letter).slice(0, 60);
    open.to_seconds = ends[at] ?? 0;
  });
  return words.slice(0, 1000);
}

/** MP3, 44.1 kHz, 128 kb/s. @throws PlatformError */
export async function speakAs(door: Door, voiceId: string, plain: string): Promise<{ bytes: Uint8Array<ArrayBuffer>; words: Word[] }> {
  const { body } = await call(door, `text-to-speech/${encodeURIComponent(voiceId)}/with-timestamps`, {
    method: 'POST',
    query: { output_format: 'mp3_44100_128' },
    json: { text: plain, model_id: model },
    isRepeatable: false,
  });
  const audio = isRow(body) ? textOf(body.audio_base64, 40_000_000) : '';
  return { bytes: Uint8Array.from(atob(audio), (char) => char.charCodeAt(0)), words: wordsOf(isRow(body) ? body.alignment : null) };
}

// Speech by Google Cloud. Called by skill google-tts. There is no Malagasy voice: https://cloud.google.com/text-to-speech/docs/list-voices-and-types
// https://cloud.google.com/text-to-speech/docs/reference/rest/v1/text/synthesize (5,000 bytes of input at most)
import type { Language } from '../../payloads.ts';
import type { Door } from '../door.ts';
import { type Row, text as textOf } from '../json.ts';
import { PlatformError } from '../platform-error.ts';
import { withKey } from './access-token.ts';

export const voices: Record<Exclude<Language, 'mg'>, { code: string; name: string }> = {
  fr: { code: 'fr-FR', name: 'fr-FR-Neural2-A' },
  en: { code: 'en-US', name: 'en-US-Neural2-C' },
  ar: { code: 'ar-XA', name: 'ar-XA-Wavenet-A' },
};

/** Plain text as SSML: escaped, so that nothing in it becomes a tag; telephone numbers are read digit by digit. */
export function ssmlOf(plain: string): string {
  const safe = plain.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const spoken = safe.replaceAll(
    /(?<![\d.,])(?:\+\d{1,3}[ .]?)?0?\d{2}(?:[ .]\d{2,3}){2,4}(?!\d)/g,
    '<say-as interpret-as="telephone">$&</say-as>',
  );
  return `<speak>${spoken.replaceAll('\n', '<break time="300ms"/>')}</speak>`;
}

/** In pieces of whole sentences: the platform takes 5,000 bytes at a time, tags included. */
function piecesOf(plain: string): string[] {
  const pieces = [''];
  for (const sentence of plain.match(/[^.!?؟\n]+[.!?؟\n]*/g) ?? [plain]) {
    const grown = pieces.at(-1) + sentence;
    if (new TextEncoder().encode(ssmlOf(grown)).length <= 4800) pieces[pieces.length - 1] = grown;
    else pieces.push(sentence);
  }
  return pieces.filter((piece) => piece.trim() !== '');
}

/** MP3 at 24 kHz. @throws PlatformError */
export async function speak(
  door: Door,
  plain: string,
  voice: { code: string; name: string },
  rate: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  for (const piece of piecesOf(plain)) {
    const json = {
      input: { ssml: ssmlOf(piece) },
      voice: { languageCode: voice.code, name: voice.name },
      audioConfig: { audioEncoding: 'MP3', sampleRateHertz: 24_000, speakingRate: rate },
    };
    const answer = (await withKey(door, 'texttospeech.googleapis.com', '/v1/text:synthesize', {
      method: 'POST',
      json,
      isRepeatable: true,
    })) as Row | null;
    const content = textOf(answer?.audioContent, 20_000_000);
    if (content === '') throw new PlatformError('unavailable', 'no sound came');
    parts.push(Uint8Array.from(atob(content), (char) => char.charCodeAt(0)));
  }
  const whole = new Uint8Array(parts.reduce((size, piece) => size + piece.length, 0));
  parts.reduce((at, piece) => (whole.set(piece, at), at + piece.length), 0);
  return whole;
}

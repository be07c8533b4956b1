// What is said in a recording, with the time of each word. Called by skill whisper-stt and by functions/receive.
// https://platform.openai.com/docs/api-reference/audio/createTranscription (25 MB at most; word times need whisper-1)
import type { Ask, Door } from '../door.ts';
import { isRow, part, rows, text } from '../json.ts';

export const openAiTrouble: Ask['troubleIn'] = (status, body) => {
  const { code, message } = part(body, 'error');
  if (status < 400 || message === undefined) return undefined;
  const isKey = code === 'invalid_api_key' || code === 'insufficient_quota';
  const trouble =
    isKey || status === 401 || status === 403
      ? 'permission_missing'
      : status === 429
        ? 'rate_limited'
        : status >= 500
          ? 'unavailable'
          : 'refused';
  return { trouble, reason: text(code, 60), message: text(message, 300) };
};

export type Transcript = {
  text: string;
  /** as the model names it: french */
  language: string;
  /** how long the recording is, by which it is paid; 0 = not told */
  seconds: number;
  words: { word: string; from_seconds: number; to_seconds: number }[];
  segments: { from_seconds: number; to_seconds: number; text: string; confidence: number }[];
};

const share = (value: unknown): number => Math.min(1, Math.max(0, Math.exp(Number(value ?? -9))));

/** @param language ISO 639-1 when it is known; Malagasy is recognised less well than French. @throws PlatformError */
export async function transcribe(
  door: Door,
  file: { bytes: Uint8Array<ArrayBuffer>; mime: string; name: string },
  language?: string,
): Promise<Transcript> {
  const form = new FormData();
  form.set('file', new Blob([file.bytes], { type: file.mime }), file.name);
  form.set('model', 'whisper-1');
  form.set('response_format', 'verbose_json');
  form.append('timestamp_granularities[]', 'word');
  form.append('timestamp_granularities[]', 'segment');
  if (language) form.set('language', language);
  const { body } = await door.ask('api.openai.com', '/v1/audio/transcriptions', {
    method: 'POST',
    body: form,
    headers: { authorization: `Bearer ${door.secret.token}` },
    isRepeatable: true,
    troubleIn: openAiTrouble,
  });
  const answer = isRow(body) ? body : {};
  return {
    text: text(answer.text, 20_000),
    language: text(answer.language, 30),
    seconds: Math.max(0, Number(answer.duration ?? 0)) || 0,
    words: rows(answer.words).map(({ word, start, end }) => ({
      word: text(word, 60),
      from_seconds: Number(start),
      to_seconds: Number(end),
    })),
    segments: rows(answer.segments).map((row) => ({
      from_seconds: Number(row.start),
      to_seconds: Number(row.end),
      text: text(row.text, 2000).trim(),
      confidence: share(row.avg_logprob),
    })),
  };
}

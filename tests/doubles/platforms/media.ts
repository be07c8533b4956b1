// Doubles of what makes or hears sound and video: ElevenLabs (https://elevenlabs.io/docs/developers/resources/error-messages), OpenAI's transcription
// (https://platform.openai.com/docs/guides/error-codes), D-ID (https://docs.d-id.com/reference/errors), Kling
// (https://app.klingai.com/global/dev/document-api/apiReference/commonInfo).
import { jwtVerify } from 'jose';
import { type Asked, json, type PlatformDouble, type Reply } from './platform-double.ts';
import { clip, tone } from './tone.ts';

export const elevenLabsKey = 'xi-test-key';
export const openAiAudioKey = 'sk-test-key-for-sound';
export const dIdKey = 'did-test-key';
export const klingKey = 'access-1:secret-of-the-platform-2026';

const elError = (status: number, reason: string): Reply => json({ detail: { status: reason, message: reason } }, status);

export const elevenLabsDouble: PlatformDouble = {
  hosts: ['api.elevenlabs.io'],
  faults: {
    bad_token: elError(401, 'invalid_api_key'),
    expired: elError(401, 'invalid_api_key'),
    forbidden: elError(401, 'missing_permissions'),
    rate_limited: elError(429, 'too_many_concurrent_requests'),
    down: elError(503, 'system_busy'),
  },
  answer({ method, path, headers, body, query }: Asked) {
    if (headers['xi-api-key'] !== elevenLabsKey) return elError(401, 'invalid_api_key');
    if (path.startsWith('/v1/voices/')) {
      const voices: Record<string, object> = {
        library: { category: 'premade', labels: {} },
        lala: { category: 'cloned', labels: { consent: 'Lala R., 2026-10-01, her own posts' } },
        stranger: { category: 'cloned', labels: {} },
      };
      const voice = voices[path.split('/').at(-1) ?? ''];
      return voice ? json(voice) : elError(400, 'voice_not_found');
    }
    const { text } = body as { text: string };
    if (method !== 'POST' || query.get('output_format') !== 'mp3_44100_128') return elError(400, 'output_format_not_allowed');
    if (text.length > 5000) return elError(400, 'max_character_limit_exceeded');
    const characters = [...text];
    return json({
      audio_base64: Buffer.from(tone(3)).toString('base64'),
      alignment: {
        characters,
        character_start_times_seconds: characters.map((_letter, at) => at / 10),
        character_end_times_seconds: characters.map((_letter, at) => (at + 1) / 10),
      },
    });
  },
};

const oaError = (status: number, code: string): Reply => json({ error: { message: code, type: 'error', param: null, code } }, status);

export const openAiAudioDouble: PlatformDouble = {
  hosts: ['api.openai.com'],
  faults: {
    bad_token: oaError(401, 'invalid_api_key'),
    expired: oaError(401, 'invalid_api_key'),
    forbidden: oaError(403, 'unsupported_country_region_territory'),
    rate_limited: oaError(429, 'rate_limit_exceeded'),
    down: oaError(503, 'server_error'),
  },
  answer({ path, headers, raw }: Asked) {
    if (headers.authorization !== `Bearer ${openAiAudioKey}`) return oaError(401, 'invalid_api_key');
    const form = raw.toString('latin1');
    if (path !== '/v1/audio/transcriptions' || !form.includes('verbose_json') || !/filename="[^"]+"/.test(form))
      return oaError(400, 'invalid_request_error');
    if (form.includes('name="language"') && /\r\n\r\nmg\r\n/.test(form)) return oaError(400, 'invalid_language');
    if (raw.length > 25 * 1024 * 1024) return oaError(413, 'file_too_large');
    const segment = (start: number, end: number, text: string, avg_logprob: number) => ({ start, end, text, avg_logprob });
    return json({
      text: 'Bonjour, je voudrais vingt samosas pour vendredi.',
      language: 'french',
      duration: 6,
      words: [
        { word: 'Bonjour', start: 0, end: 0.6 },
        { word: 'vingt', start: 1.9, end: 2.2 },
      ],
      segments: [
        segment(0, 2, 'Bonjour, je voudrais', -0.1),
        segment(2, 5, 'vingt samosas pour vendredi', -0.35),
        segment(5, 6, 'merci', -0.9),
      ],
    });
  },
};

const didError = (status: number, kind: string): Reply => json({ kind, description: kind }, status);

/** Two questions say "started", the third "done". */
export function dIdDouble() {
  const orders: Record<string, unknown>[] = [];
  let asked = 0;
  const double: PlatformDouble & { orders: typeof orders; base: { url: string } } = {
    hosts: ['api.d-id.com'],
    orders,
    base: { url: '' },
    faults: {
      bad_token: didError(401, 'AuthorizationError'),
      expired: didError(401, 'AuthorizationError'),
      forbidden: didError(402, 'InsufficientCreditsError'),
      rate_limited: didError(429, 'TooManyRequestsError'),
      down: didError(500, 'InternalServerError'),
    },
    answer({ method, path, headers, body }: Asked) {
      if (path === '/files/talk.mp4') return { headers: { 'content-type': 'video/mp4' }, bytes: clip(512, 512, 6) };
      if (headers.authorization !== `Basic ${dIdKey}`) return didError(401, 'AuthorizationError');
      if (path === '/talks' && method === 'POST') {
        const { source_url, script } = body as { source_url: string; script: { audio_url: string } };
        if (!source_url.startsWith('http') || !script.audio_url.startsWith('http')) return didError(400, 'ValidationError');
        orders.push(body as Record<string, unknown>);
        return json({ id: `tlk_${orders.length}`, status: 'created' }, 201);
      }
      asked += 1;
      return json(
        asked < 3
          ? { id: path.split('/').at(-1), status: 'started' }
          : { status: 'done', duration: 6, result_url: `${double.base.url}/api.d-id.com/files/talk.mp4` },
      );
    },
  };
  return double;
}

const klingError = (status: number, code: number): Reply => json({ code, message: `error ${code}`, request_id: 'k' }, status);

export function klingDouble() {
  const orders: { image: string; duration: string; external_task_id: string }[] = [];
  const double: PlatformDouble & { orders: typeof orders; base: { url: string }; tokens: string[] } = {
    hosts: ['api.klingai.com'],
    orders,
    base: { url: '' },
    tokens: [],
    faults: {
      bad_token: klingError(401, 1002),
      expired: klingError(401, 1004),
      forbidden: klingError(403, 1103),
      rate_limited: klingError(429, 1302),
      down: klingError(500, 5000),
    },
    answer({ method, path, headers, body }: Asked) {
      if (path === '/files/clip.mp4') return { headers: { 'content-type': 'video/mp4' }, bytes: clip(720, 1280, 5) };
      const token = /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1];
      if (!token) return klingError(401, 1001);
      double.tokens.push(token);
      if (path === '/v1/videos/image2video' && method === 'POST') {
        const order = body as { image: string; duration: string; external_task_id: string };
        // the platform wants bare base64, no data: address
        if (order.image.startsWith('data:') || !['5', '10'].includes(order.duration)) return klingError(400, 1201);
        orders.push(order);
        return json({ code: 0, message: 'SUCCEED', data: { task_id: `task-${orders.length}`, task_status: 'submitted' } });
      }
      const video = { id: 'v1', url: `${double.base.url}/api.klingai.com/files/clip.mp4`, duration: '5' };
      return json({ code: 0, message: 'SUCCEED', data: { task_id: 'task-1', task_status: 'succeed', task_result: { videos: [video] } } });
    },
  };
  return double;
}

/** Is it signed as Kling wants? https://app.klingai.com/global/dev/document-api/apiReference/commonInfo */
export async function isKlingToken(token: string): Promise<boolean> {
  const [access = '', secret = ''] = klingKey.split(':');
  const { payload } = await jwtVerify(token, new TextEncoder().encode(secret), { issuer: access, algorithms: ['HS256'] });
  return typeof payload.exp === 'number' && typeof payload.nbf === 'number';
}

// A picture by an image model of price list tier `image`. Called by the skill image-router, which draws its own when this fails.
import { GoogleGenAI } from '@google/genai';
import OpenAI, { toFile } from 'openai';
import type { ModelEnvironment } from './configured.ts';
import { ModelError } from './model-error.ts';
import { toModelError } from './provider-error.ts';
import type { ModelRoute, ModelUsage } from './types.ts';

export type PictureWish = {
  prompt: string;
  shape: 'square' | 'portrait' | 'landscape';
  /** the picture to change; without one a new one is drawn */
  source?: { bytes: Uint8Array<ArrayBuffer>; mime: string };
  /** the ground of `source` made transparent, as PNG (OpenAI alone) */
  isCutOut?: boolean;
  signal?: AbortSignal;
};
/** `model`: the one that answered, which the environment may have chosen; `usage`: null when the provider did not count. */
export type Picture = { bytes: Uint8Array; mime: 'image/png' | 'image/jpeg' | 'image/webp'; model: string; usage: ModelUsage | null };

/** At most what one picture of ours takes: 1120 of Google's 1K pictures, some 700 of OpenAI's of medium quality. */
export const pictureTokens = 1300;

const keyNames = { openai: 'OPENAI_API_KEY', google: 'GEMINI_API_KEY' } as const;
export type ImageProvider = keyof typeof keyNames;

/** Providers that draw and have a key. */
export const imageProviders = (env: ModelEnvironment): ImageProvider[] =>
  (Object.keys(keyNames) as ImageProvider[]).filter((name) => env[keyNames[name]]?.trim());

const openAiSizes = { square: '1024x1024', portrait: '1024x1536', landscape: '1536x1024' } as const;
const googleRatios = { square: '1:1', portrait: '3:4', landscape: '4:3' } as const;

/** What the bytes are, by their first ones: a vendor's label is not proof. */
function mimeOf(bytes: Uint8Array): Picture['mime'] {
  const head = (from: number, length: number) => String.fromCharCode(...bytes.subarray(from, from + length));
  if (head(1, 3) === 'PNG') return 'image/png';
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return 'image/jpeg';
  if (head(0, 4) === 'RIFF' && head(8, 4) === 'WEBP') return 'image/webp';
  throw new ModelError('malformed', 'the image model sent something that is no picture');
}

function decode(base64: string | undefined): Uint8Array {
  if (!base64) throw new ModelError('refused', 'the image model sent no picture');
  try {
    return Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
  } catch (cause) {
    throw new ModelError('malformed', 'the image model sent something that is no picture', { cause });
  }
}

/** In pieces: a call takes some 65,000 arguments at most. */
function encode(bytes: Uint8Array): string {
  let binary = '';
  for (let from = 0; from < bytes.length; from += 32_768) binary += String.fromCharCode(...bytes.subarray(from, from + 32_768));
  return btoa(binary);
}

/** https://platform.openai.com/docs/api-reference/images/create · …/images/createEdit */
async function byOpenAi(env: ModelEnvironment, apiKey: string, routed: string, wish: PictureWish, signal: AbortSignal): Promise<Picture> {
  const client = new OpenAI({
    apiKey,
    baseURL: env.OPENAI_BASE_URL || 'https://api.openai.com/v1',
    organization: null,
    project: null,
    maxRetries: 0,
    logLevel: 'off',
  });
  const model = env.OPENAI_IMAGE_MODEL?.trim() || routed;
  // a JPEG of a tenth of the PNG's size, since it travels to phones; the quality bounds the tokens
  const small = { output_format: 'jpeg', output_compression: 75, quality: 'medium' } as const;
  const cut = { output_format: 'png', background: 'transparent', quality: 'medium', input_fidelity: 'high' } as const;
  const file = wish.source && (await toFile(wish.source.bytes, 'source', { type: wish.source.mime }));
  const answer = file
    ? await client.images.edit({ model, image: file, prompt: wish.prompt, n: 1, ...(wish.isCutOut ? cut : small) }, { signal })
    : await client.images.generate({ model, prompt: wish.prompt, n: 1, size: openAiSizes[wish.shape], ...small }, { signal });
  const bytes = decode(answer.data?.[0]?.b64_json);
  const usage = answer.usage
    ? { input_tokens: answer.usage.input_tokens, output_tokens: answer.usage.output_tokens, cached_tokens: 0 }
    : null;
  return { bytes, mime: mimeOf(bytes), model, usage };
}

/** https://ai.google.dev/gemini-api/docs/image-generation */
async function byGoogle(
  env: ModelEnvironment,
  apiKey: string,
  routed: string,
  wish: PictureWish,
  abortSignal: AbortSignal,
): Promise<Picture> {
  const client = new GoogleGenAI({
    apiKey,
    vertexai: false,
    ...(env.GEMINI_BASE_URL ? { httpOptions: { baseUrl: env.GEMINI_BASE_URL } } : {}),
  });
  const model = env.GEMINI_IMAGE_MODEL?.trim() || routed;
  const { source } = wish;
  const base = { responseModalities: ['IMAGE'], abortSignal };
  // an edit keeps the shape of its source
  const config = source ? base : { ...base, imageConfig: { aspectRatio: googleRatios[wish.shape] } };
  const contents = source
    ? [{ role: 'user', parts: [{ text: wish.prompt }, { inlineData: { mimeType: source.mime, data: encode(source.bytes) } }] }]
    : wish.prompt;
  const answer = await client.models.generateContent({ model, contents, config });
  const part = answer.candidates?.[0]?.content?.parts?.find((candidate) => candidate.inlineData?.data);
  const bytes = decode(part?.inlineData?.data);
  const { promptTokenCount = 0, candidatesTokenCount, thoughtsTokenCount = 0 } = answer.usageMetadata ?? {};
  const usage =
    candidatesTokenCount === undefined
      ? null
      : { input_tokens: promptTokenCount, output_tokens: candidatesTokenCount + thoughtsTokenCount, cached_tokens: 0 };
  return { bytes, mime: mimeOf(bytes), model, usage };
}

/**
 * One try, no retry: the caller's own drawing is always good enough. OPENAI_IMAGE_MODEL and GEMINI_IMAGE_MODEL answer instead of the route's model.
 * @throws ModelError; `timeout` after `timeoutMs`, `not_configured` without a key for the route's provider
 */
export async function generateImage(env: ModelEnvironment, route: ModelRoute, wish: PictureWish, timeoutMs = 60_000): Promise<Picture> {
  const provider = imageProviders(env).find((name) => name === route.provider);
  const key = provider && env[keyNames[provider]]?.trim();
  if (!key) throw new ModelError('not_configured', `no key for pictures by ${route.provider}`);
  const clock = AbortSignal.timeout(timeoutMs);
  const signal = wish.signal ? AbortSignal.any([clock, wish.signal]) : clock;
  try {
    return await (provider === 'openai' ? byOpenAi : byGoogle)(env, key, route.model, wish, signal);
  } catch (error) {
    if (wish.signal?.aborted) throw new ModelError('aborted', 'the picture was stopped');
    if (clock.aborted) throw new ModelError('timeout', `${provider}: no picture within ${timeoutMs} ms`);
    throw toModelError(error, provider, [key]);
  }
}

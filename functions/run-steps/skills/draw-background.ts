// A photo for a post's picture by an image model, its money held before and told after. Called by image-router.ts.
import type { Platform } from '../../_shared/payloads.ts';
import type { ModelEnvironment } from '../../_shared/models/configured.ts';
import { generateImage, imageProviders, type PictureWish, pictureTokens } from '../../_shared/models/image.ts';
import { languageNames } from '../../_shared/models/language-names.ts';
import { ModelError } from '../../_shared/models/model-error.ts';
import { renderPrompt } from '../../_shared/models/render-prompt.ts';
import type { WorkerClient } from '../../_shared/worker-client.ts';
import { SkillError, type SkillWork } from './skill.ts';

/** A phone on a slow line must load it. */
const maxBytes = 2_000_000;

const shapes: Record<Platform, PictureWish['shape']> = {
  nexio_page: 'square',
  whatsapp: 'square',
  instagram: 'portrait',
  tiktok: 'portrait',
  facebook: 'landscape',
  linkedin: 'landscape',
  x: 'landscape',
};

/** A data: URI, or null when there is no key, no money or no picture: never a reason for the step to fail. */
export async function drawBackground(
  keys: ModelEnvironment,
  platform: Platform,
  { step, context, signal, record }: SkillWork,
  client: WorkerClient,
): Promise<string | null> {
  const providers = imageProviders(keys);
  const [template] = context.skill.prompts;
  if (providers.length === 0 || template === undefined) return null;
  const { brand, input, run } = context;
  // of a fan-out only this lane's text: thirty-five others would be paid for and confuse
  const prompt = renderPrompt(template, { brand, outputs: { text: input.text } }, { platform, language: languageNames[run.language] });
  const reserved = await client.reserveModelCall(step, providers, Math.ceil(prompt.length / 3), pictureTokens, true);
  if ('blocked' in reserved && reserved.blocked === 'claim_lost') throw new SkillError('claim_lost', {}, false);
  const route = 'routes' in reserved ? reserved.routes[0] : undefined;
  if (!route) return null;

  const started = performance.now();
  const told = { tier: route.tier, provider: route.provider, cached_tokens: 0, lever: null };
  const took = () => Math.round(performance.now() - started);
  try {
    const { bytes, mime, model, usage } = await generateImage(keys, route, { prompt, shape: shapes[platform], signal });
    const counted = usage ?? { input_tokens: Math.ceil(prompt.length / 3), output_tokens: pictureTokens };
    record({ ...told, ...counted, model, duration_ms: took(), outcome: 'answered' });
    return bytes.length > maxBytes ? null : `data:${mime};base64,${base64(bytes)}`;
  } catch (error) {
    if (!(error instanceof ModelError)) throw error;
    console.error(`step ${step.step_id}: drawn without a photo`, error.code, error.message);
    record({ ...told, model: route.model, input_tokens: 0, output_tokens: 0, duration_ms: took(), outcome: error.code });
    return null;
  }
}

/** In pieces: a call takes some 65,000 arguments at most. */
function base64(bytes: Uint8Array): string {
  let binary = '';
  for (let from = 0; from < bytes.length; from += 32_768) binary += String.fromCharCode(...bytes.subarray(from, from + 32_768));
  return btoa(binary);
}

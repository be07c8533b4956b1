// Skills that draw or change a picture by an image model: dall-e-3, midjourney, nano-banana-pro. The models of those names are retired or have no
// programming interface (midjourney has none, and driving its chat by robot breaks its terms): the image models of the price list do the work.
// Listed in http-skills.ts.
import { imageSize } from 'image-size';
import { generateImage, type Picture, type PictureWish, pictureTokens } from '../../../_shared/models/image.ts';
import { ModelError } from '../../../_shared/models/model-error.ts';
import { SkillError } from '../skill.ts';
import { once } from './effect.ts';
import { type HttpSkill, type HttpWork, Unavailable } from './http-skill.ts';
import { tell } from './phrases.ts';

const rules = [
  'No letters, figures, logos or flags. No recognisable person and no face. No other firm’s mark.',
  'Nothing that passes for a photograph of goods that were never photographed.',
].join(' ');

const styles: Record<string, string> = {
  watercolour: 'Watercolour on cold-pressed paper, transparent washes, white of the paper left open.',
  cut_paper: 'Layers of cut paper with fine shadows between them, simple shapes.',
  ink_line: 'One black ink line of changing width on plain ground, much left out.',
  old_print: 'Woodcut print of two colours, visible grain, slightly shifted plates.',
  flat_poster: 'Flat poster of four colours, large shapes, no gradients.',
  clay: 'Modelled in clay, soft light, thumb marks visible.',
  textile: 'Woven of coarse thread in plain geometric patterns of no named craft.',
  studio_light: 'Still life on a plain ground, one soft light from the left.',
};

/** The provider of the card's account; its key stands where models find it. */
const providers = {
  openai: { provider: 'openai', key: 'OPENAI_API_KEY' },
  google_ai: { provider: 'google', key: 'GEMINI_API_KEY' },
} as const;

/** Money held, asked once, told. @throws Unavailable when the provider does not draw it; SkillError when the money or the claim does not allow it */
export async function draw(
  work: HttpWork,
  account: keyof typeof providers,
  wish: Omit<PictureWish, 'signal'>,
): Promise<Picture & { provider: string }> {
  const { client, step, door, signal, record } = work;
  const { provider, key } = providers[account];
  const tokens = Math.ceil(wish.prompt.length / 3) + (wish.source ? pictureTokens : 0);
  const reserved = await client.reserveModelCall(step, [provider], tokens, pictureTokens, true);
  if ('blocked' in reserved) throw new SkillError(reserved.blocked, {}, false);
  const [route] = reserved.routes;
  if (!route) throw new Unavailable('key_missing');
  const started = performance.now();
  const told = () => ({ tier: route.tier, provider, cached_tokens: 0, lever: null, duration_ms: Math.round(performance.now() - started) });
  try {
    const picture = await generateImage({ ...door.env, [key]: door.secret.token }, route, { ...wish, signal });
    record({ ...told(), input_tokens: tokens, output_tokens: pictureTokens, ...picture.usage, model: picture.model, outcome: 'answered' });
    return { ...picture, provider };
  } catch (error) {
    if (!(error instanceof ModelError)) throw error;
    record({ ...told(), model: route.model, input_tokens: 0, output_tokens: 0, outcome: error.code });
    if (error.code === 'not_configured') throw new Unavailable('permission_missing');
    if (error.code === 'refused' || error.code === 'bad_request') throw new Unavailable('unavailable', 'refused');
    throw error;
  }
}

const endings = { 'image/png': 'png', 'image/jpeg': 'jpg', 'image/webp': 'webp', 'image/svg+xml': 'svg' } as const;
export type Stored = { path: string; mime: keyof typeof endings; width: number; height: number };

/** One file a step and round: a worker that takes over after a crash makes no second picture and no second bill. */
export async function keepPicture<Facts extends object>(
  work: HttpWork,
  make: () => Promise<{ bytes: Uint8Array; mime: Stored['mime']; facts: Facts }>,
): Promise<Stored & Facts> {
  const { client, step } = work;
  const base = `${step.tenant_id}/${step.run_id}/${step.key}-${step.step_id}-${step.round}`;
  const keep = async () => {
    const { bytes, mime, facts } = await make();
    const path = `${base}.${endings[mime]}`;
    await client.storeMedia(path, new Uint8Array(bytes), mime);
    const { width, height } = imageSize(bytes);
    return { path, mime, width, height, ...facts };
  };
  const effect = await once(work, `picture:${base}`, 'store_media', keep);
  // the file of a lost try is written over
  return (effect.state === 'done' ? effect.data : await keep()) as Stored & Facts;
}

const nothing = { path: '', mime: 'image/png', width: 0, height: 0, alt: '' };
type Drawing = { picture: string; shape: PictureWish['shape']; style?: string };

function drawing(account: 'openai' | 'google_ai'): HttpSkill {
  const isOpenAi = account === 'openai';
  return {
    empty: ({ context }) => ({
      ...nothing,
      provider: '',
      model: '',
      ...(isOpenAi ? { prompt_used: '' } : { style: (context.input as Drawing).style }),
    }),
    instead: ({ context }) => tell(context.run.language, 'composes_instead'),
    run: async (work) => {
      const { picture, shape, style = '' } = work.context.input as Drawing;
      const colours = Object.values(work.context.brand?.colours ?? {}).join(', ');
      const prompt = [styles[style] ?? '', picture, colours && `Colours: ${colours}.`, rules].filter(Boolean).join('\n').slice(0, 2000);
      const stored = await keepPicture(work, async () => {
        const { bytes, mime, provider, model } = await draw(work, account, { prompt, shape });
        return { bytes, mime, facts: { provider, model } };
      });
      const more = isOpenAi ? { prompt_used: prompt } : { style };
      return { say: tell(work.context.run.language, 'drawn'), ...stored, alt: picture.slice(0, 300), ...more };
    },
  };
}

/** What must not be changed in a picture of goods: people, marks, seals, prices, and size or goodness beyond the truth. */
const forbidden =
  /\b(face|faces|body|person|people|woman|man|visage|corps|personne|femme|homme|tarehy|vatana|olona|logo|brand|marque|certificat\w*|certified|label bio|price|prix|vidiny|bigger|larger|more (food|meat)|plus gros\w*|plus grand\w*|lehibe kokoa)\b|وجه|جسم|شخص|امرأة|رجل|شعار|شهادة|سعر|أكبر/i;

type Edit = { source_path: string; change: string };

const nanoBanana: HttpSkill = {
  empty: ({ context }) => {
    const { source_path, change } = context.input as Edit;
    return { ...nothing, source_path, change, provider: '', model: '' };
  },
  run: async (work) => {
    const { source_path, change } = work.context.input as Edit;
    if (forbidden.test(change)) throw new Unavailable('unavailable', 'refused');
    const source = await work.client.readMedia(work.step, source_path);
    const prompt = `Change this one thing in the picture and leave everything else exactly as it is: ${change}\n${rules}`;
    const stored = await keepPicture(work, async () => {
      const { bytes, mime, provider, model } = await draw(work, 'google_ai', { prompt, shape: 'square', source });
      return { bytes, mime, facts: { provider, model } };
    });
    return {
      say: tell(work.context.run.language, 'changed_picture', { change }),
      ...stored,
      alt: change.slice(0, 300),
      source_path,
      change,
    };
  },
};

export const pictureSkills: Record<string, HttpSkill> = {
  'dall-e-3': drawing('openai'),
  midjourney: drawing('google_ai'),
  'nano-banana-pro': nanoBanana,
};

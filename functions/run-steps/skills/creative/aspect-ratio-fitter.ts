// Skill aspect-ratio-fitter: one picture in the shapes that platforms want. What we composed is composed anew; the rest is put whole on the brand's ground. In creative-skills.ts.
import type { Platform } from '../../../_shared/payloads.ts';
import { composePicture } from '../../../_shared/visual/compose.ts';
import { pictureWords } from '../picture-words.ts';
import { type Phrases, sayFrom } from '../say.ts';
import { SkillError, type SkillFunction, type SkillWork } from '../skill.ts';
import { fitPicture, type Fitted, readPicture } from './fit-picture.ts';

type Target = '1080x1080' | '1080x1350' | '1080x1920' | '1200x628' | '1280x720' | '1600x900';
type Input = { source_path: string; targets: Target[]; text?: unknown };

/** Platforms whose composition has that shape. */
const composed: Partial<Record<Target, Platform>> = {
  '1080x1080': 'nexio_page',
  '1080x1350': 'instagram',
  '1080x1920': 'tiktok',
  '1200x628': 'facebook',
};
const plainGround = '#ffffff';

const phrases = {
  fitted: {
    mg: 'Namboariko ho endrika {count} ny sary, tsy nisy notapahina: {sizes}.',
    fr: 'J’ai mis la photo en {count} format(s), sans rien couper : {sizes}.',
    en: 'I put the picture into {count} shape(s), nothing cut away: {sizes}.',
    ar: 'وضعت الصورة في {count} من الأشكال دون قص أي شيء: {sizes}.',
  },
} satisfies Phrases;

/** Our own picture, drawn anew from the words that stand on it; null when they are not given. */
function compose({ context }: SkillWork, target: Target, text: unknown): string | null {
  const words = pictureWords(text);
  const platform = composed[target];
  if (!words || !platform || !context.brand) return null;
  const { svg } = composePicture({
    brand: context.brand,
    headline: words.headline,
    body_facts: words.body,
    language: context.run.language,
    platform,
  });
  // a composition of 1200 x 630 is shown as 1200 x 628: two lines of ground are lost
  const [width, height] = target.split('x');
  return svg.replace(/ width="\d+" height="\d+"/, ` width="${width}" height="${height}" preserveAspectRatio="xMidYMid slice"`);
}

/** @throws SkillError picture_unreadable when the file is no picture */
export const aspectRatioFitter: SkillFunction = async (work, client) => {
  const { step, context } = work;
  const { source_path, targets, text } = context.input as Input;
  const { bytes, mime } = await client.readMedia(step, source_path);
  const source = readPicture(bytes, mime);
  if (!source) throw new SkillError('picture_unreadable', { path: source_path }, false);
  const ground = context.brand?.colours?.ground ?? plainGround;
  const pictures = [];
  for (const target of new Set(targets)) {
    const [width = 0, height = 0] = target.split('x').map(Number);
    const anew = mime === 'image/svg+xml' ? compose(work, target, text) : null;
    const { svg, method }: Fitted = anew ? { svg: anew, method: 'resized' } : fitPicture(source, width, height, ground);
    const path = `${step.tenant_id}/${step.run_id}/${step.key}-${step.step_id}-${step.round}-${target}.svg`;
    const effect = await client.reserveEffect(step, `media:${path}`, 'store_media');
    if (effect === 'claim_lost') throw new SkillError('claim_lost', {}, false);
    if (effect !== 'settled') {
      await client.storeMedia(path, new TextEncoder().encode(svg), 'image/svg+xml');
      await client.settleEffect(step, `media:${path}`, { bytes: svg.length });
    }
    pictures.push({ target, path, width, height, method, lost_share: 0 });
  }
  const sizes = pictures.map(({ target }) => target).join(', ');
  return { say: sayFrom(phrases, context.run.language, 'fitted', { count: pictures.length, sizes }), pictures };
};

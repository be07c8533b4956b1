// Skill image-router: the picture of a post, drawn from the Brand DNA and kept in bucket media. Chosen by registry.ts.
import { Platform, PostVisual } from '../../_shared/payloads.ts';
import type { ModelEnvironment } from '../../_shared/models/configured.ts';
import { composePicture } from '../../_shared/visual/compose.ts';
import { drawBackground } from './draw-background.ts';
import { pictureWords } from './picture-words.ts';
import { say } from './say.ts';
import { type Skill, SkillError, type SkillWork } from './skill.ts';

/** Places that are no platform of a post, and sizes of an advertisement, by the platform whose picture has that shape. */
const shapes: Record<string, Platform> = {
  youtube: 'facebook',
  email: 'nexio_page',
  '1080x1080': 'nexio_page',
  '1080x1350': 'instagram',
  '1080x1920': 'tiktok',
  '1200x628': 'facebook',
  '1280x720': 'facebook',
  '1600x900': 'facebook',
};

/** The lane's own piece first (an item with a platform, or a size), then the step's input, then the run's request. */
function platformOf({ context }: SkillWork): Platform {
  const { input, run } = context;
  const item = input.item ?? context.item;
  const ofItem = typeof item === 'object' && item !== null ? (item as Record<string, unknown>).platform : item;
  for (const wish of [ofItem, input.platform, run.input.platform]) {
    const known = Platform.safeParse(wish);
    if (known.success) return known.data;
    if (typeof wish === 'string' && Object.hasOwn(shapes, wish)) return shapes[wish] ?? 'nexio_page';
  }
  return 'nexio_page';
}

/** With a key in `imageKeys` the words stand on a photo by an image model; without, without money or when it fails, on the brand's colours. */
export function imageRouter(imageKeys: ModelEnvironment): Skill {
  return {
    schema: PostVisual,
    async run(work, client) {
      const { step, context } = work;
      const words = pictureWords(context.input.text);
      if (!words || !context.brand) throw new SkillError('input_missing', { needs: words ? 'brand' : 'text' }, false);
      const { headline, body } = words;
      const { language } = context.run;
      const platform = platformOf(work);

      // one path a step and round: a worker that takes over after a crash writes the same file, not a second one
      const path = `${step.tenant_id}/${step.run_id}/${step.key}-${step.step_id}-${step.round}.svg`;
      const effect = await client.reserveEffect(step, `media:${path}`, 'store_media');
      if (effect === 'claim_lost') throw new SkillError('claim_lost', {}, false);
      const isStored = effect === 'settled';
      const background = isStored ? null : await drawBackground(imageKeys, platform, work, client);
      const { svg, width, height, alt } = composePicture({
        brand: context.brand,
        headline,
        body_facts: body,
        language,
        platform,
        ...(background && { background }),
      });
      if (!isStored) {
        await client.storeMedia(path, new TextEncoder().encode(svg), 'image/svg+xml');
        await client.settleEffect(step, `media:${path}`, { bytes: svg.length });
      }
      const phrase = background ? 'picture_over_photo' : 'picture';
      return { say: say(language, phrase, { headline }), path, mime: 'image/svg+xml', width, height, alt: alt.slice(0, 300) };
    },
  };
}

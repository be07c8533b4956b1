// Skills that show a product as it is: background-remover, product-photoshoot. The goods' own pixels are copied, never redrawn. Without a key a plain
// ground is cut in our own code and the scene is one of the brand's colours. Listed in http-skills.ts.
import { type Bitmap, blank, readBitmap, scale, writePng } from '../../../_shared/pixels/bitmap.ts';
import { cutPlainGround, groundOf, keptShare, withAlphaOf } from '../../../_shared/pixels/cut-out.ts';
import { setScene } from '../../../_shared/pixels/set-scene.ts';
import { SkillError } from '../skill.ts';
import { availability } from './availability.ts';
import { type HttpSkill, type HttpWork, Unavailable } from './http-skill.ts';
import { tell } from './phrases.ts';
import { draw, keepPicture } from './picture-skills.ts';

type Cut = { picture: Bitmap; method: 'plain_ground' | 'model'; kept_share: number };

const hasKey = ({ door }: HttpWork): boolean => Boolean(door.secret.token);

/** @throws Unavailable key_missing when the ground is not plain and there is no model; SkillError when the cut fails */
async function cutOut(work: HttpWork, path: string): Promise<Cut> {
  const file = await work.client.readMedia(work.step, path);
  const source = readBitmap(file.bytes);
  if (!source) throw new SkillError('input_missing', { field: 'source_path', problem: 'neither PNG nor JPEG, or too large' }, false);
  const ground = groundOf(source);
  if (!ground && !hasKey(work)) throw new Unavailable('key_missing');
  let picture: Bitmap;
  if (ground) picture = cutPlainGround(source, ground);
  else {
    const prompt = 'Cut the main product out: keep it exactly as it is, make everything else transparent.';
    const { bytes } = await draw(work, 'openai', { prompt, shape: 'square', source: file, isCutOut: true });
    const mask = readBitmap(bytes);
    if (!mask) throw new SkillError('output_malformed', { problem: 'no mask' }, true);
    picture = withAlphaOf(source, mask);
  }
  const kept_share = keptShare(picture);
  if (kept_share < 0.03 || kept_share > 0.97) throw new SkillError('output_malformed', { kept_share }, false);
  return { picture, method: ground ? 'plain_ground' : 'model', kept_share };
}

const backgroundRemover: HttpSkill = {
  needsAccount: () => false,
  empty: ({ context }) => ({
    path: '',
    mime: 'image/png',
    width: 0,
    height: 0,
    alt: '',
    source_path: context.input.source_path,
    kept_share: 0,
    method: 'model',
  }),
  run: async (work) => {
    const { source_path } = work.context.input as { source_path: string };
    const stored = await keepPicture(work, async () => {
      const { picture, ...facts } = await cutOut(work, source_path);
      return { bytes: writePng(picture), mime: 'image/png', facts };
    });
    const say = tell(work.context.run.language, 'cut_out');
    return { say, ...stored, alt: say, source_path };
  },
};

const sizes = { square: [1080, 1080], portrait: [1080, 1350], landscape: [1350, 1080] } as const;
type Shoot = { source_path: string; setting: string; shape: keyof typeof sizes };

/** Settings that would claim something the goods have not. */
const claims =
  /\b(award|prize|medal|laborator\w*|eiffel|prix|médaille|laboratoire|loka|medaly|people|person|crowd|celebrit\w*|gens|personne|olona)\b|جائزة|ميدالية|مختبر|أشخاص/i;

function rgbOf(hex: string): [number, number, number] {
  const value = Number.parseInt(hex.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

/** A wall and a floor of the brand's ground and secondary colours. */
function plainScene(width: number, height: number, colours: { ground: string; secondary: string } | undefined): Bitmap {
  const scene = blank(width, height);
  const [wall, floor] = [rgbOf(colours?.ground ?? '#f2efe9'), rgbOf(colours?.secondary ?? '#d8d2c6')];
  for (let y = 0; y < height; y += 1) {
    const [r, g, b] = y < height * 0.76 ? wall : floor;
    for (let x = 0; x < width; x += 1) scene.data.set([r, g, b, 255], (y * width + x) * 4);
  }
  return scene;
}

async function sceneFor(work: HttpWork, { setting, shape }: Shoot): Promise<{ scene: Bitmap; provider: string }> {
  const [width, height] = sizes[shape];
  const plain = () => ({ scene: plainScene(width, height, work.context.brand?.colours), provider: '' });
  if (!hasKey(work)) return plain();
  const prompt = `An empty setting for a product picture, its middle kept free: ${setting}. No product, no people, no letters, no logos.`;
  const { bytes, provider } = await draw(work, 'openai', { prompt, shape });
  const drawn = readBitmap(bytes);
  return drawn ? { scene: { ...scale(drawn, width, height) }, provider } : plain();
}

const productPhotoshoot: HttpSkill = {
  needsAccount: () => false,
  empty: ({ context }) => {
    const { source_path, setting } = context.input as Shoot;
    return { path: '', mime: 'image/png', width: 0, height: 0, alt: '', source_path, setting, product_unchanged: 0, provider: '' };
  },
  run: async (work) => {
    const wish = work.context.input as Shoot;
    const { language } = work.context.run;
    if (claims.test(wish.setting)) throw new Unavailable('unavailable', 'refused');
    const stored = await keepPicture(work, async () => {
      const { picture } = await cutOut(work, wish.source_path);
      const { scene, provider } = await sceneFor(work, wish);
      const set = setScene(picture, scene);
      if (!set || set.unchanged < 0.97) throw new SkillError('output_malformed', { product_unchanged: set?.unchanged ?? 0 }, false);
      return { bytes: writePng(set.scene), mime: 'image/png', facts: { product_unchanged: set.unchanged, provider } };
    });
    const isPlain = stored.provider === '';
    return {
      say: [tell(language, 'composed'), isPlain ? tell(language, 'plain_ground') : ''].filter(Boolean).join(' '),
      ...(isPlain ? { availability: availability('key_missing', 'openai', language) } : {}),
      ...stored,
      alt: `${tell(language, 'composed')} ${isPlain ? '' : wish.setting}`.trim().slice(0, 300),
      source_path: wish.source_path,
      setting: wish.setting,
    };
  },
};

export const productSkills: Record<string, HttpSkill> = {
  'background-remover': backgroundRemover,
  'product-photoshoot': productPhotoshoot,
};

// Sound, pictures and video: what is refused before a call, what is measured in the file itself, and orders that are made once.
import { decode, encode } from 'fast-png';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { ssmlOf } from '../../functions/_shared/platforms/google/speech.ts';
import { languages } from '../../supabase/payloads.ts';
import { isKlingToken } from '../doubles/platforms/media.ts';
import { cases, portrait, source, voice } from './cases.ts';
import { newStep, type Scene, startScene, tenant, type Wish } from './scene.ts';

type Colour = [number, number, number];

/** A product of its own texture in the middle of a ground. */
function picture(ground: (x: number, y: number) => Colour, side = 160) {
  const data = new Uint8Array(side * side * 4);
  for (let y = 0; y < side; y += 1)
    for (let x = 0; x < side; x += 1) {
      const isProduct = Math.hypot(x - side / 2, y - side / 2) < side * 0.28;
      // the pale spot inside has the ground's own colour: it must not be eaten from outside
      const product: Colour = Math.hypot(x - side / 2, y - side / 2) < 6 ? [250, 250, 250] : [150 + ((x * 7) % 60), (y * 5) % 90, 40];
      data.set([...(isProduct ? product : ground(x, y)), 255], (y * side + x) * 4);
    }
  return { bytes: new Uint8Array(encode({ width: side, height: side, data, channels: 4, depth: 8 })), mime: 'image/png' };
}
const white = (): Colour => [250, 250, 250];
const market = (x: number, y: number): Colour => [(x * 13) % 255, (y * 29) % 255, (x * y) % 255];

let scene: Scene;
beforeAll(async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  scene = await startScene();
  scene.kept.files.set(source, picture(white));
  scene.kept.files.set(`${tenant}/uploads/market.png`, picture(market));
  scene.kept.files.set(portrait, picture(white));
  scene.kept.files.set(voice, { bytes: new Uint8Array(900), mime: 'audio/ogg' });
});
afterAll(() => scene.close());

const ask = (name: string, input: Record<string, unknown> = {}, more: Partial<Wish> = {}) => {
  const { facts: _facts, host: _host, ...wish } = cases[name] ?? { input: {}, facts: {}, host: null };
  return scene.run(name, { ...wish, ...more, input: { ...wish.input, ...input } });
};
const fileOf = (path: unknown) => decode(scene.kept.files.get(String(path))?.bytes ?? new Uint8Array());

describe('speech', () => {
  it('has no Malagasy voice at either house, says what is possible, and calls nobody', async () => {
    const before = scene.platforms.seen.length;
    for (const name of ['google-tts', 'elevenlabs']) {
      const { output } = await ask(name, { language: 'mg', text: 'Manao ahoana' }, { language: 'mg' });
      expect(output).toMatchObject({ path: '', seconds: 0, availability: { status: 'unavailable' } });
      expect(output.say).toMatch(/feo malagasy/);
    }
    expect(scene.platforms.seen.length).toBe(before);
  });

  it('says the same text in the same voice once: the stored file is free', async () => {
    const first = await ask('google-tts', { text: 'Ouvert samedi.' });
    const before = scene.platforms.seen.length;
    const second = await ask('google-tts', { text: 'Ouvert samedi.' });
    expect(second.output.path).toBe(first.output.path);
    expect(scene.platforms.seen.length).toBe(before);
    expect((await ask('google-tts', { text: 'Ouvert samedi.', rate: 1.2 })).output.path).not.toBe(first.output.path);
  });

  it('sends a long text in pieces that the platform takes, and measures the whole', async () => {
    const text = 'Nos samosas sont prêts chaque matin à sept heures. '.repeat(98).trim();
    const before = scene.platforms.seen.length;
    const { output } = await ask('google-tts', { text });
    expect(scene.platforms.seen.length - before).toBe(2);
    expect(output).toMatchObject({ characters: text.length, seconds: 3.98 });
  });

  it('lets nothing in a text become a tag', () => {
    expect(ssmlOf('<audio src="x"/> & 034 00 111 22')).toBe(
      '<speak>&lt;audio src="x"/&gt; &amp; <say-as interpret-as="telephone">034 00 111 22</say-as></speak>',
    );
  });

  it('clones no voice without the recorded consent of its owner', async () => {
    const { output } = await ask('elevenlabs', { voice_id: 'stranger' });
    expect(output).toMatchObject({ path: '', availability: { status: 'permission_missing' } });
    expect((await ask('elevenlabs', { voice_id: 'lala', text: 'Bonjour' })).output).toMatchObject({ availability: { status: 'ok' } });
  });

  it('reads no other tenant’s recording', async () => {
    const { failure } = await ask('whisper-stt', { path: '22222222-2222-4222-8222-222222222222/x.ogg' });
    expect(failure?.code).toBe('unexpected');
  });
});

describe('background-remover', () => {
  it('cuts a plain ground in its own code, and every pixel of the goods is the source’s', async () => {
    const { output } = await ask('background-remover', {}, { secret: null });
    expect(output).toMatchObject({ method: 'plain_ground', availability: { status: 'ok' } });
    const [before, after] = [fileOf(source), fileOf(output.path)];
    const alpha = (x: number, y: number) => after.data[(y * 160 + x) * 4 + 3];
    expect([alpha(2, 2), alpha(80, 60), alpha(80, 80), alpha(158, 80)]).toEqual([0, 255, 255, 0]);
    let changed = 0;
    for (let at = 0; at < after.data.length; at += 4)
      if (after.data[at + 3] === 255 && [0, 1, 2].some((channel) => after.data[at + channel] !== before.data[at + channel])) changed += 1;
    expect(changed).toBe(0);
    expect(output.kept_share).toBeCloseTo(Math.PI * 0.28 ** 2, 1);
  });

  it('asks the model for the mask of a busy ground, and still keeps the source’s pixels', async () => {
    const { output } = await ask('background-remover', { source_path: `${tenant}/uploads/market.png` });
    expect(output).toMatchObject({ method: 'model', width: 160, height: 160 });
    const [before, after] = [fileOf(`${tenant}/uploads/market.png`), fileOf(output.path)];
    const at = (60 * 160 + 80) * 4;
    expect([...after.data.subarray(at, at + 4)]).toEqual([...before.data.subarray(at, at + 3), 255]);
  });

  it('says key_missing for a busy ground without a key', async () => {
    const { output } = await ask('background-remover', { source_path: `${tenant}/uploads/market.png` }, { secret: null });
    expect(output).toMatchObject({ path: '', kept_share: 0, availability: { status: 'key_missing' } });
  });

  it('fails a cut that keeps everything or nothing', async () => {
    scene.kept.files.set(`${tenant}/uploads/empty.png`, {
      ...picture(white),
      bytes: new Uint8Array(encode({ width: 90, height: 90, data: new Uint8Array(90 * 90 * 4).fill(250), channels: 4, depth: 8 })),
    });
    const { failure } = await ask('background-remover', { source_path: `${tenant}/uploads/empty.png` });
    expect(failure).toMatchObject({ code: 'output_malformed', detail: { kept_share: 0 } });
  });
});

describe('product-photoshoot', () => {
  it('stands on the brand’s colours without a key, says so, and the goods are measured to be unchanged', async () => {
    const { output } = await ask('product-photoshoot', { shape: 'portrait' }, { secret: null });
    expect(output).toMatchObject({ width: 1080, height: 1350, provider: '', availability: { status: 'key_missing' } });
    expect(output.product_unchanged).toBeGreaterThanOrEqual(0.97);
    const after = fileOf(output.path);
    // the brand's ground is the wall
    expect([...after.data.subarray(0, 3)]).toEqual([0xff, 0xf7, 0xed]);
  });

  it('refuses a setting that claims what the goods have not', async () => {
    for (const setting of ['un laboratoire pharmaceutique', 'sur le podium avec une médaille', 'beaucoup de gens']) {
      const { output } = await ask('product-photoshoot', { setting });
      expect(output).toMatchObject({ path: '', availability: { status: 'unavailable' } });
    }
  });
});

describe('pictures from words', () => {
  it('carry the brand’s colours and the rules to the model, and its money is held and told', async () => {
    const before = scene.openAi.seen.length;
    const { output } = await ask('dall-e-3', { picture: 'Un étal de samosas' });
    const asked = JSON.stringify(scene.openAi.seen[before]?.body);
    expect(asked).toContain('#c2410c');
    expect(asked).toContain('No letters, figures, logos or flags');
    expect(output.prompt_used).toContain('Un étal de samosas');
  });

  it('that the provider refuses are left to the composed picture', async () => {
    scene.openAi.script({ kind: 'refusal' });
    const { output, failure } = await ask('dall-e-3');
    expect(failure).toBeNull();
    expect(output).toMatchObject({ path: '', availability: { status: 'unavailable' } });
    expect(output.say).toContain('composée aux couleurs de la marque');
  });

  it.each(['agrandir: plus grosse portion', 'add a certificate', 'change her face', 'mets le logo d’une autre marque', 'أضف شعار شركة'])(
    'edits are refused before the call: %s',
    async (change) => {
      const before = scene.gemini.seen.length;
      const { output } = await ask('nano-banana-pro', { change });
      expect(output).toMatchObject({ path: '', availability: { status: 'unavailable' } });
      expect(scene.gemini.seen.length).toBe(before);
    },
  );
});

describe('video', () => {
  it('is ordered from Kling with a signed token, and once however often the step is tried', async () => {
    const step = newStep('kling-3.0');
    await ask('kling-3.0', {}, { step });
    expect(await isKlingToken(scene.kling.tokens.at(-1) ?? '')).toBe(true);
    const orders = scene.kling.orders.length;
    const { output } = await ask('kling-3.0', {}, { step, attempt: 2 });
    expect(output).toMatchObject({ seconds: 5, width: 720 });
    expect(scene.kling.orders.length).toBe(orders);
  });

  it.each(languages)('of a talking portrait carries “made with AI” in %s on every frame', async (language) => {
    await ask('d-id-avatar', { language }, { language });
    const order = scene.dId.orders.at(-1) as { config: { logo: { url: string } } };
    expect(order.config.logo.url).toContain(`/made-with-ai-${language}.png`);
    const { width, height } = fileOf(`${tenant}/made-with-ai-${language}.png`);
    expect([width, height]).toEqual([240, 44]);
  });

  it('whose order was lost on its way is given to a person', async () => {
    const step = newStep('d-id-avatar');
    scene.platforms.script('api.d-id.com', 'hang_up');
    expect((await ask('d-id-avatar', {}, { step })).failure).toMatchObject({ code: 'platform_busy' });
    expect((await ask('d-id-avatar', {}, { step, attempt: 2 })).failure).toMatchObject({ code: 'order_open', is_retryable: false });
  });
});

describe('what we pay by units', () => {
  it.each([
    ['google-tts', { text: 'Douze mots ici.' }, 'google_cloud', 15],
    ['elevenlabs', { text: 'Dix lettres' }, 'elevenlabs', 11],
    ['whisper-stt', {}, 'openai', 6000],
    ['d-id-avatar', {}, 'd_id', 6000],
    ['kling-3.0', {}, 'kling', 5000],
    ['google-maps-scraper', { limit: 40 }, 'google_places', 2],
    ['serp-analyzer', { queries: ['a', 'b', 'c'] }, 'brave_search', 1],
  ])('%s: the money is held before, the call is told after', async (name, input, provider, units) => {
    const { held, calls, failure } = await ask(name, input);
    expect(failure).toBeNull();
    expect(held[0]).toEqual({ provider, units });
    expect(calls[0]).toMatchObject({ tier: 'metered', provider, input_tokens: units, outcome: 'answered', lever: null });
    expect(calls).toHaveLength(held.length);
  });

  it.each(['google-tts', 'elevenlabs', 'kling-3.0', 'serp-analyzer'])(
    '%s: not asked when the money of the day is spent, and asked again when there is some',
    async (name) => {
      const step = newStep(name);
      const before = scene.platforms.seen.filter(({ method }) => method === 'POST').length;
      const poor = await ask(name, name === 'kling-3.0' || name === 'serp-analyzer' ? {} : { text: `Texte de ${name}` }, {
        isBroke: true,
        step,
      });
      expect(poor.failure).toMatchObject({ code: 'daily_cost_spent', calls: [] });
      expect(scene.platforms.seen.filter(({ method }) => method === 'POST').length).toBe(before);
      const rich = await ask(name, name === 'kling-3.0' || name === 'serp-analyzer' ? {} : { text: `Texte de ${name}` }, {
        step,
        attempt: 2,
      });
      expect(rich.failure).toBeNull();
    },
  );

  it('a call that the platform refused costs nothing', async () => {
    scene.platforms.script('texttospeech.googleapis.com', 'forbidden');
    const { calls } = await ask('google-tts', { text: 'Refusé' });
    expect(calls).toMatchObject([{ provider: 'google_cloud', input_tokens: 0, outcome: 'permission_missing' }]);
  });
});

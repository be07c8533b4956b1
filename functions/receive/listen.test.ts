// A voice note is listened to on its tenant's budget: held before, told after, never without the money for it.
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { openAiAudioDouble, openAiAudioKey } from '../../tests/doubles/platforms/media.ts';
import { startPlatforms, type Platforms } from '../../tests/doubles/platforms/platform-double.ts';
import type { MediaWish } from './inbound.ts';
import { createListener } from './listen.ts';

let platforms: Platforms;
beforeAll(async () => void (platforms = await startPlatforms(openAiAudioDouble)));
afterAll(() => platforms.close());

const wish = { channel: 'whatsapp', external_id: 'wamid.1' } as MediaWish;
const file = { bytes: new Uint8Array(6000), mime: 'audio/ogg' };
const asked = () => platforms.seen.filter(({ host }) => host === 'api.openai.com').length;

async function listen(reserved: { model: string } | { blocked: string }, key = openAiAudioKey) {
  const before = asked();
  const reserveHearing = vi.fn(async (_wish: unknown, _milliseconds: number) => reserved);
  const heard = await createListener({ ...platforms.env, OPENAI_API_KEY: key, PLATFORM_WAIT_MS: '1' }, { reserveHearing })(
    wish,
    file,
    AbortSignal.timeout(20_000),
  );
  return { heard, held: reserveHearing.mock.calls, asked: asked() - before };
}
const call = { tier: 'metered', provider: 'openai', model: 'whisper-1', duration_ms: expect.any(Number) };

it('what is understood costs what the recording lasts, and no more was held than its bytes can last', async () => {
  const { heard, held } = await listen({ model: 'whisper-1' });
  expect(held).toEqual([[wish, 8000]]);
  expect(heard).toEqual({
    transcript: 'Bonjour, je voudrais vingt samosas pour vendredi.',
    calls: [{ ...call, input_tokens: 6000, outcome: 'answered' }],
  });
});

it.each(['daily_cost_spent', 'no_model_route', 'claim_lost'])('nobody listens when the database says %s', async (blocked) => {
  expect(await listen({ blocked })).toMatchObject({ heard: { transcript: null, calls: [] }, asked: 0 });
});

it('a clear no costs nothing', async () => {
  platforms.script('api.openai.com', 'forbidden');
  expect((await listen({ model: 'whisper-1' })).heard).toEqual({
    transcript: null,
    calls: [{ ...call, input_tokens: 0, outcome: 'permission_missing' }],
  });
});

it('trouble in between may have been paid', async () => {
  platforms.script('api.openai.com', 'down', 'down', 'down', 'down');
  expect((await listen({ model: 'whisper-1' })).heard).toEqual({
    transcript: null,
    calls: [{ ...call, input_tokens: 8000, outcome: 'unavailable' }],
  });
});

it('without a key nothing is held', async () => {
  expect(await listen({ model: 'whisper-1' }, ' ')).toMatchObject({ heard: { transcript: null, calls: [] }, held: [], asked: 0 });
});

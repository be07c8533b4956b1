// A burst in chunks, files that are not what they claim, trouble that passes.
import { describe, expect, it } from 'vitest';
import { readFile, storeHeard, workOff, type Work } from './handle.ts';
import type { FetchedMedia, Inbound, MediaWish } from './inbound.ts';

const call = { tier: 'metered', provider: 'openai', model: 'whisper-1', input_tokens: 4200, duration_ms: 9, outcome: 'answered' } as const;

type Kept = Parameters<Work['client']['keepMedia']>;

function scene(file: () => Promise<FetchedMedia>, kind: MediaWish['kind'] = 'image') {
  const wish: MediaWish = {
    channel: 'whatsapp',
    external_id: 'wamid.1',
    tenant_id: '11111111-1111-4111-8111-111111111111',
    kind,
    media: { id: '7', mime: '' },
    limit_bytes: 100,
  };
  const received: number[] = [];
  const kept: Kept[] = [];
  const stored: string[] = [];
  let rounds = 0;
  const work: Work = {
    client: {
      receive: async (_channel, messages) => void received.push(messages.length),
      noteUndelivered: async () => {},
      answer: async () => (rounds++ === 0 ? [wish] : []),
      keepMedia: async (...args: Kept) => void kept.push(args),
      store: async (path) => void stored.push(path),
    },
    doors: [{ channel: 'whatsapp', hear: async () => new Response(), fetchMedia: file }],
    listen: async () => ({ transcript: 'promo samosas vendredi', calls: [call] }),
    signal: new AbortController().signal,
  };
  return { work, wish, received, kept, stored, rounds: () => rounds };
}

const png = new Uint8Array(
  Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64'),
);
const ogg = new Uint8Array(Buffer.from('OggS and more'));

it('ten thousand messages are stored a thousand at a time', async () => {
  const { work, received } = scene(async () => 'lost');
  const messages = Array.from({ length: 10_000 }, (_, n): Inbound => ({
    external_id: `${n}`,
    from: '1',
    name: '',
    sent_at: '',
    kind: 'text',
  }));
  await storeHeard(work.client, 'whatsapp', { messages, undelivered: [] });
  expect(received).toEqual(Array.from({ length: 10 }, () => 1000));
});

it('works on until all that came could have been answered', async () => {
  const { work, rounds } = scene(async () => 'lost');
  await workOff(work, 1000);
  expect(rounds()).toBe(5);
});

describe('a file', () => {
  it('is kept in the folder of its tenant with what it is', async () => {
    const { work, stored, kept } = scene(async () => ({ bytes: png, mime: 'text/html' }));
    await workOff(work, 1);
    expect(stored).toEqual([expect.stringMatching(/^11111111-1111-4111-8111-111111111111\/inbound\/[0-9a-f]{32}\.png$/)]);
    expect(kept[0]?.[1]).toEqual({ path: stored[0], mime: 'image/png', width: 1, height: 1, transcript: null, calls: [] });
  });
  it('of a voice is listened to, and what that came to is told', async () => {
    const { work, kept } = scene(async () => ({ bytes: ogg, mime: 'audio/ogg' }), 'voice');
    await workOff(work, 1);
    expect(kept[0]?.[1]).toMatchObject({ mime: 'audio/ogg', transcript: 'promo samosas vendredi', calls: [call] });
  });
  it.each([
    ['too large', 'too_large' as const, true],
    ['gone', 'lost' as const, false],
    ['a page that calls itself a picture', { bytes: new Uint8Array(Buffer.from('<html><script>')), mime: 'image/png' }, false],
    ['a sound that calls itself a picture', { bytes: ogg, mime: 'image/png' }, false],
  ])('that is %s is not kept', async (_what, file, isTooLarge) => {
    const { work, wish, stored, kept } = scene(async () => file);
    await workOff(work, 1);
    expect(stored).toEqual([]);
    expect(kept).toEqual([isTooLarge ? [wish, null, true] : file === 'lost' ? [wish, null, false] : [wish, null]]);
  });
  it('that cannot be had just now is left to the clock', async () => {
    const { work, kept } = scene(async () => {
      throw new Error('down');
    });
    await workOff(work, 1);
    expect(kept).toEqual([]);
  });
});

it('tells files by their bytes', () => {
  const told = (bytes: string) => readFile(new Uint8Array(Buffer.from(bytes)));
  expect(told('RIFF....WAVEfmt ')?.mime).toBe('audio/wav');
  expect(told('....ftypM4A ')?.mime).toBe('audio/mp4');
  expect(told('ID3.....')?.mime).toBe('audio/mpeg');
  expect(told('<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"/>')).toBeNull();
  expect(readFile(new Uint8Array(0))).toBeNull();
});

// What receive does with a webhook: store all of it before saying 200, then work it off. Pure: all it touches is given. Called by index.ts.
import { imageSize } from 'image-size';
import type { FetchedMedia, Heard, InboundChannel, InboundDoor, MediaWish } from './inbound.ts';
import type { HearingCall, ReceiveClient } from './receive-client.ts';

/** A webhook may hold a thousand changes and a change many messages; the database takes this many in one statement. */
const chunk = 1000;
/** Meta: payloads of at most 3 MB */
export const mostBytes = 4_000_000;

type Verbs = Pick<ReceiveClient, 'receive' | 'noteUndelivered' | 'answer' | 'keepMedia' | 'store'>;

/** What a recording says (null = nobody understood) and what listening came to. */
export type Listened = { transcript: string | null; calls: HearingCall[] };

/** @throws ReceiveError when the database cannot be reached: the platform then sends it again */
export async function storeHeard(client: Verbs, channel: InboundChannel, { messages, undelivered }: Heard): Promise<void> {
  for (let at = 0; at < messages.length; at += chunk) await client.receive(channel, messages.slice(at, at + chunk));
  for (let at = 0; at < undelivered.length; at += chunk) await client.noteUndelivered(channel, undelivered.slice(at, at + chunk));
}

const endings: Record<string, string> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'audio/ogg': 'ogg',
  'audio/mpeg': 'mp3',
  'audio/mp4': 'm4a',
  'audio/wav': 'wav',
};
const pictureTypes: Record<string, string> = { jpg: 'image/jpeg', png: 'image/png', webp: 'image/webp' };
const latin = (bytes: Uint8Array, from: number, to: number) => String.fromCharCode(...bytes.slice(from, to));

/** What the bytes are, whatever they were said to be; null = nothing that we keep. */
export function readFile(bytes: Uint8Array): { mime: string; width: number | null; height: number | null } | null {
  const sound = { width: null, height: null };
  if (latin(bytes, 0, 4) === 'OggS') return { mime: 'audio/ogg', ...sound };
  if (latin(bytes, 0, 4) === 'RIFF' && latin(bytes, 8, 12) === 'WAVE') return { mime: 'audio/wav', ...sound };
  if (latin(bytes, 4, 8) === 'ftyp') return { mime: 'audio/mp4', ...sound };
  if (latin(bytes, 0, 3) === 'ID3' || (bytes[0] === 0xff && ((bytes[1] ?? 0) & 0xe6) === 0xe2)) return { mime: 'audio/mpeg', ...sound };
  try {
    const { type, width, height } = imageSize(bytes);
    const mime = pictureTypes[type ?? ''];
    return mime && width > 0 && height > 0 ? { mime, width, height } : null;
  } catch {
    return null;
  }
}

async function pathOf({ tenant_id, channel, external_id }: MediaWish, mime: string): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`${channel}:${external_id}`)));
  const name = Array.from(hash.slice(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${tenant_id}/inbound/${name}.${endings[mime]}`;
}

export type Work = {
  client: Verbs;
  doors: InboundDoor[];
  /** without a speech model, or money for it, nobody listens */
  listen: (wish: MediaWish, file: { bytes: Uint8Array<ArrayBuffer>; mime: string }, signal: AbortSignal) => Promise<Listened>;
  signal: AbortSignal;
};

async function fetchOne({ client, doors, listen, signal }: Work, wish: MediaWish): Promise<void> {
  const door = doors.find(({ channel }) => channel === wish.channel);
  if (!door) return;
  const file: FetchedMedia = await door.fetchMedia(wish.media.id, wish.limit_bytes, signal);
  if (file === 'too_large' || file === 'lost') return client.keepMedia(wish, null, file === 'too_large');
  const facts = readFile(file.bytes);
  if (!facts || (wish.kind === 'voice') !== facts.mime.startsWith('audio/')) return client.keepMedia(wish, null);
  const path = await pathOf(wish, facts.mime);
  await client.store(path, file.bytes, facts.mime);
  const isVoice = wish.kind === 'voice';
  const heard = isVoice ? await listen(wish, { bytes: file.bytes, mime: facts.mime }, signal) : { transcript: null, calls: [] };
  return client.keepMedia(wish, { path, ...facts, ...heard });
}

/**
 * Works off what waits, until a round brings nothing new to fetch and the last of what came with this call is answered.
 * @param messages how many came with this call: rounds go on until so many could have been answered
 * @throws ReceiveError when the database cannot be reached; the clock then works it off
 */
export async function workOff(work: Work, messages: number): Promise<void> {
  const round = 200;
  for (let answered = 0; !work.signal.aborted; answered += round) {
    const wishes = await work.client.answer(round);
    await Promise.all(
      wishes.map((wish) =>
        fetchOne(work, wish).catch((error: unknown) =>
          console.error(`file of ${wish.channel}:`, error instanceof Error ? error.message : 'failed'),
        ),
      ),
    );
    if (wishes.length === 0 && answered + round >= messages) return;
  }
}

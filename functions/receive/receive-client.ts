// The database as receive sees it: messages in, answers worked off, files kept. Made by index.ts.
import { createClient } from '@supabase/supabase-js';
import { z } from 'zod';
import { type Inbound, type InboundChannel, MediaWish, type Undelivered } from './inbound.ts';

/** The database refused, or could not be reached. */
export class ReceiveError extends Error {
  override readonly name = 'ReceiveError';
}

/** A question to the speech model as the ledger takes it: tier metered, input_tokens = milliseconds. */
export type HearingCall = {
  tier: 'metered';
  provider: 'openai';
  model: string;
  input_tokens: number;
  duration_ms: number;
  outcome: string;
};
const Reserved = z.union([z.object({ model: z.string() }), z.object({ blocked: z.string() })]);
export type KeptMedia = {
  path: string;
  mime: string;
  transcript: string | null;
  calls: HearingCall[];
  width: number | null;
  height: number | null;
};
export type ReceiveClient = ReturnType<typeof createReceiveClient>;

/** @param serviceKey the service_role key: nobody else may use schema worker */
export function createReceiveClient(url: string, serviceKey: string) {
  const options = { auth: { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false } };
  const client = createClient(url, serviceKey, { ...options, db: { schema: 'worker' } });

  async function call(verb: string, args: Record<string, unknown>): Promise<unknown> {
    const { data, error } = await client.rpc(verb, args);
    if (error) throw new ReceiveError(`${verb}: ${error.message}`, { cause: error });
    return data;
  }

  return {
    async receive(channel: InboundChannel, messages: Inbound[]): Promise<void> {
      await call('receive_messages', { p_channel: channel, p_messages: messages });
    },
    async noteUndelivered(channel: InboundChannel, items: Undelivered[]): Promise<void> {
      await call('note_undelivered', { p_channel: channel, p_items: items });
    },
    /** Works off what waits; what is to be fetched now. */
    async answer(limit: number): Promise<MediaWish[]> {
      return z.array(MediaWish).parse(await call('answer_messages', { p_limit: limit }));
    },
    /** Holds the money for listening to at most so many milliseconds. */
    async reserveHearing(wish: Pick<MediaWish, 'channel' | 'external_id'>, milliseconds: number): Promise<z.infer<typeof Reserved>> {
      const args = { p_channel: wish.channel, p_external_id: wish.external_id, p_milliseconds: Math.ceil(milliseconds) };
      return Reserved.parse(await call('reserve_hearing', args));
    },
    /** null: it cannot be had. */
    async keepMedia(wish: MediaWish, kept: KeptMedia | null, isTooLarge = false): Promise<void> {
      await call('keep_inbound_media', {
        p_channel: wish.channel,
        p_external_id: wish.external_id,
        p_path: kept?.path ?? null,
        p_mime: kept?.mime ?? (isTooLarge ? 'too_large' : null),
        p_transcript: kept?.transcript ?? null,
        p_width: kept?.width ?? null,
        p_height: kept?.height ?? null,
        p_calls: kept?.calls ?? null,
      });
    },
    /** Puts a file into bucket media; the same path again replaces it. */
    async store(path: string, bytes: Uint8Array<ArrayBuffer>, mime: string): Promise<void> {
      const { error } = await client.storage
        .from('media')
        .upload(path, new Blob([bytes], { type: mime }), { contentType: mime, upsert: true });
      if (error) throw new ReceiveError(`media: ${error.message}`, { cause: error });
    },
  };
}

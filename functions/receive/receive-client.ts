// The database as receive sees it: messages in, answers worked off, files kept. Made by index.ts.
import { createClient } from '@supabase/supabase-js';
import { z } from 'zod';
import { type Inbound, type InboundChannel, MediaWish, type Undelivered } from './inbound.ts';

/** The database refused, or could not be reached. */
export class ReceiveError extends Error {
  override readonly name = 'ReceiveError';
}

export type KeptMedia = { path: string; mime: string; transcript: string | null; width: number | null; height: number | null };
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

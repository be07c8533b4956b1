// What a channel's webhook gives: messages of people, messages of ours that failed, files to fetch. Filled by the channel files beside this one.
import { z } from 'zod';

export type InboundChannel = 'whatsapp' | 'telegram';

/** One message as worker.receive_messages takes it. */
export type Inbound = {
  external_id: string;
  from: string;
  name: string;
  /** ISO 8601 */
  sent_at: string;
  kind: 'text' | 'button' | 'image' | 'voice' | 'document' | 'other';
  /** caption of media too; without U+0000, which jsonb cannot hold */
  text?: string;
  /** the id that we gave the button */
  button?: string;
  quoted_id?: string;
  is_forwarded?: boolean;
  media?: { id: string; mime: string; bytes: number };
};

/** A message of ours that the platform could not deliver after all; code in snake_case. */
export type Undelivered = { external_id: string; code: string };

export type Heard = {
  messages: Inbound[];
  undelivered: Undelivered[];
  /** what the platform wants to hear; default an empty 200 */
  answer?: Response;
};

/** What worker.answer_messages wants fetched. */
export const MediaWish = z.object({
  channel: z.enum(['whatsapp', 'telegram']),
  external_id: z.string(),
  tenant_id: z.uuid(),
  kind: z.enum(['image', 'voice', 'document']),
  media: z.object({ id: z.string(), mime: z.string().default('') }),
  limit_bytes: z.number().int(),
});
export type MediaWish = z.infer<typeof MediaWish>;

export type FetchedMedia = { bytes: Uint8Array<ArrayBuffer>; mime: string } | 'too_large' | 'lost';

export type InboundDoor = {
  channel: InboundChannel;
  /** The request's answer when it is refused or only asks who we are; else what it tells. `body` is what was signed. */
  hear: (request: Request, body: Uint8Array<ArrayBuffer>) => Promise<Response | Heard>;
  /** @throws when it may work later */
  fetchMedia: (id: string, limitBytes: number, signal: AbortSignal) => Promise<FetchedMedia>;
};

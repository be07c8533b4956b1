// What a channel gets and answers: the message as worker.claim_deliveries writes it, and how it went. Every adapter of this folder is one of these.
import { z } from 'zod';
import { Language } from '../payloads.ts';

export const channelNames = ['push', 'whatsapp', 'telegram', 'email'] as const;
export type ChannelName = (typeof channelNames)[number];

/** engine.show_approval: what there is to decide, as it is now. Texts are data: an adapter escapes what its platform would interpret. */
const ShownApproval = z.object({
  id: z.uuid(),
  state: z.enum(['pending', 'approved', 'rejected', 'cancelled']),
  /** what is shown is decided in this version, or not at all */
  version: z.number().int(),
  content_hash: z.string(),
  gate: z.enum(['publish', 'outreach', 'money', 'settings']),
  title: z.string(),
  headline: z.string().nullable(),
  body: z.string().nullable(),
  hashtags: z.array(z.string()).nullable(),
  platform: z.string().nullable(),
  language: z.string().nullable(),
  /** a file of bucket media: path starts with the tenant's id */
  media: z
    .object({
      path: z.string(),
      mime: z.string().nullish(),
      width: z.number().nullish(),
      height: z.number().nullish(),
      alt: z.string().nullish(),
    })
    .nullable(),
  /** ISO time; to be shown in the tenant's timezone */
  scheduled_at: z.string().nullable(),
  /** ISO time at which it goes out by itself unless somebody stops it (earned autonomy); null = it waits for an answer */
  goes_out_at: z.string().nullable(),
  score: z.number().nullable(),
  /** the peer's last word */
  verdict_say: z.string().nullable(),
  /** the house model had a part in it: told wherever the work shows */
  used_house_model: z.boolean(),
  /** money and settings: nothing here decides, the message opens the app */
  needs_two_factor: z.boolean(),
});
export type ShownApproval = z.infer<typeof ShownApproval>;

const common = {
  delivery_id: z.number().int(),
  /** of the claim, for settle_delivery; no decision token */
  token: z.uuid(),
  /** invitation {by, role, email}, approval, digest {count}, result, lead, alert {code: the notification's kind, and its params}, going_out, decided; in chats also the replies */
  kind: z.string(),
  /** 1 = the first try */
  attempt: z.number().int(),
  /** id null = a chat that is nobody's yet */
  user: z.object({ id: z.uuid().nullable(), name: z.string(), language: Language }),
  tenant: z.object({ id: z.uuid(), name: z.string(), slug: z.string(), timezone: z.string() }).nullable(),
  approval: ShownApproval.nullable(),
  /** Decides once, without a session. Only in pushes and mails: chats know their person by the link, and what can be forwarded carries no token. */
  tokens: z.object({ decide: z.string() }).nullable(),
  /** approvals that wait for this person in this tenant, up to 100 */
  waiting_count: z.number().int(),
  /** path of the app that the message is about */
  link: z.string(),
  /** `gathered`: how many of the kind this message stands for, where they were held back; the params are those of the latest */
  data: z.record(z.string(), z.unknown()),
};

/** One message to one place. */
export const Delivery = z.discriminatedUnion('channel', [
  z.object({ ...common, channel: z.literal('push'), address: z.object({ endpoint: z.url(), p256dh: z.string(), auth: z.string() }) }),
  /** window_open: the person wrote within 24 hours, so free text may be sent */
  z.object({ ...common, channel: z.literal('whatsapp'), address: z.object({ wa_id: z.string(), window_open: z.boolean() }) }),
  z.object({ ...common, channel: z.literal('telegram'), address: z.object({ chat_id: z.string() }) }),
  z.object({ ...common, channel: z.literal('email'), address: z.object({ email: z.string() }) }),
]);
export type Delivery = z.infer<typeof Delivery>;

/** The delivery of one channel, e.g. `DeliveryOn<'push'>`. */
export type DeliveryOn<Name extends ChannelName> = Extract<Delivery, { channel: Name }>;

/**
 * sent: the platform has it, `external_id` is its name there · gone: the device or chat is no more and is forgotten · retry: later, after
 * `after_seconds` when the platform said so · failed: never. `code` is snake_case, for the log and the alert. `is_trial`: it went to a double.
 */
export type Outcome =
  | { outcome: 'sent'; external_id?: string; is_trial?: boolean }
  | { outcome: 'gone' | 'failed'; code: string }
  | { outcome: 'retry'; code: string; after_seconds?: number };

export type ChannelTools = {
  /** aborted when the message has to be given back */
  signal: AbortSignal;
  /** an address by which the platform fetches a file of bucket media for `seconds` */
  signMedia(path: string, seconds: number): Promise<string>;
  readMedia(path: string): Promise<{ bytes: Uint8Array<ArrayBuffer>; mime: string }>;
  /** where the app is, without a slash at the end: links of mails and chats start with it */
  appUrl: string;
};

/** Sends one message. What it throws counts as retry/unexpected. */
export type Channel<Name extends ChannelName = ChannelName> = (delivery: DeliveryOn<Name>, tools: ChannelTools) => Promise<Outcome>;

/** Passed in, so that shared code needs neither `Deno` nor `process`. */
export type ChannelEnvironment = { [name: string]: string | undefined };

/** CHANNELS_TRIAL lists the channels whose platform is a local double: what goes there is never counted. */
export function isTrial(env: ChannelEnvironment, name: ChannelName): boolean {
  return (env.CHANNELS_TRIAL ?? '').split(',').includes(name);
}

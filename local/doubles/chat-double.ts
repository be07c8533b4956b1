// What a double of a chat platform shows of itself: to the phone page (local/phone), which plays the people, and to start-doubles.ts, which wires it in.
// Implemented by whatsapp.ts and telegram.ts beside this file.

/** A file as it lies on the phone; `url` is read by the phone page alone. */
export type ChatMedia = { kind: 'image' | 'voice' | 'document'; mime: string; name: string; bytes: Uint8Array<ArrayBuffer> };

export type ChatMessage = {
  /** the platform's id, unique in its chat */
  id: string;
  from: 'person' | 'nexio';
  /** ISO 8601 */
  at: string;
  text: string;
  /** small print under the text */
  footer?: string;
  media?: ChatMedia;
  /** what may be tapped; one that opens a page has its `url` */
  buttons?: { id: string; title: string; url?: string }[];
  /** the message that this one answers */
  quotes?: string;
  isForwarded?: boolean;
  /** an approved text of the platform, sent where free text is not allowed: its name */
  template?: string;
  /** of the person's own: sent = one tick, delivered = Nexio has it, failed = Nexio did not take it */
  state?: 'sent' | 'delivered' | 'failed';
};

export type Chat = { /** the platform's id of the person: wa_id, Telegram chat id */ id: string; name: string; last: ChatMessage | null };

/** What one person sends: `button` = id of a button under the message `quote`. */
export type Sending = {
  quote?: string | undefined;
  button?: string | undefined;
  media?: ChatMedia | undefined;
  isForwarded?: boolean | undefined;
};

export interface ChatDouble {
  channel: 'whatsapp' | 'telegram';
  /** A phone comes into being, or takes another name. Returns the chat's id as the platform spells it; undefined when it can be nobody's. */
  open(id: string, name: string): string | undefined;
  /** the last spoken first */
  chats(): Chat[];
  /** oldest first; empty for who has never been here */
  messages(chat: string): ChatMessage[];
  /** Resolves when Nexio has answered the platform's webhook, or did not (the message then says failed). */
  send(chat: string, text: string, sending?: Sending): Promise<ChatMessage>;
}

/** A double at work in the local stack. */
export type Double = {
  /** for the functions: where the double stands and what opens it */
  env: Record<string, string>;
  /** under the stack's address, by path with its slash: /_local/whatsapp/ */
  routes?: Record<string, (request: Request) => Promise<Response>>;
  /** what the phone page shows of it */
  chat?: ChatDouble;
  stop?: () => Promise<void>;
};

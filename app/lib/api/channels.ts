// The chats where a person can be reached and decide (SQL domain: link_chats): which channels there are, the person's own, linking by a code, unlinking.
import { call, readRows } from './client.ts';

export type ChatChannel = 'whatsapp' | 'telegram';

export type OpenChannel = {
  channel: ChatChannel;
  /** opens our chat; null = not set up on this server */
  url: string | null;
  /** played by a double on this machine: the phone page */
  is_trial: boolean;
};

export type ChatLink = {
  id: string;
  channel: ChatChannel;
  /** WhatsApp number without its plus, or Telegram chat id */
  address: string;
  name: string;
  linked_at: string;
  last_inbound_at: string | null;
};

export type LinkCode = { code: string; url: string; expires_in: number };

const listLinks = () =>
  readRows<ChatLink>('channel_links', { select: 'id,channel,address,name,linked_at,last_inbound_at', order: 'linked_at.asc', limit: '50' });

/** Every channel with the person's own chats in it. */
export async function readChats(): Promise<(OpenChannel & { links: ChatLink[] })[]> {
  const [channels, links] = await Promise.all([call<OpenChannel[]>('read_channels'), listLinks()]);
  return channels.map((one) => ({ ...one, links: links.filter(({ channel }) => channel === one.channel) }));
}

/** A code for the chat to send within `expires_in` seconds; an earlier one of that channel is void. */
export const beginLink = (channel: ChatChannel) => call<LinkCode>('begin_channel_link', { p_channel: channel });

export const unlink = (link: ChatLink) => call<null>('unlink_channel', { p_link_id: link.id });

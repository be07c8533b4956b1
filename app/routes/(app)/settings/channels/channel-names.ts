// What the chat channels are called: names of their makers, the same in every language.
import type { ChatChannel } from '$lib/api/channels.ts';

export const channelNames: Record<ChatChannel, string> = { whatsapp: 'WhatsApp', telegram: 'Telegram' };

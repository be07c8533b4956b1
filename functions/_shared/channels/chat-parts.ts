// Pieces that messages of chats are put together from: values of a delivery's data as they can be trusted, lines, times. Used by write-chat.ts and write-day.ts.
import type { Language } from '../payloads.ts';
import type { DeliveryOn } from './channel.ts';

export type ChatText = {
  /** stands out; '' for plain talk */
  heading: string;
  /** Texts of people and agents as they are: an adapter escapes what its platform would interpret. */
  body: string;
  /** small print, at most 60 letters; '' for none */
  small: string;
  /** ids that engine.answer_text knows */
  buttons: { id: 'approve' | 'reject' | 'refuse' | 'stop' | 'why' | 'show'; title: string }[];
  picture: { path: string; mime: string; alt: string } | null;
};

export type ChatDelivery = DeliveryOn<'whatsapp'> | DeliveryOn<'telegram'>;

export const word = (value: unknown): string => (typeof value === 'string' ? value : '');
export const number = (value: unknown): number => (Number.isFinite(Number(value)) ? Number(value) : 0);
export const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
export const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
export const lines = (...parts: (string | null | undefined)[]): string => parts.filter(Boolean).join('\n');
export const paragraphs = (...parts: (string | null | undefined)[]): string => parts.filter(Boolean).join('\n\n');

/** Malagasy has no calendar of its own in ICU; French day names would be wrong there, so figures. */
export function sayTime(at: unknown, language: Language, timezone: string): string {
  const time = new Date(String(at));
  if (Number.isNaN(time.getTime())) return '';
  const locale = { mg: 'fr-FR', fr: 'fr-FR', en: 'en-GB', ar: 'ar-u-nu-latn' }[language];
  const day: Intl.DateTimeFormatOptions =
    language === 'mg' ? { day: '2-digit', month: '2-digit' } : { weekday: 'long', day: 'numeric', month: 'long' };
  return new Intl.DateTimeFormat(locale, { ...day, hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: timezone }).format(time);
}

export const plain = (body: string, heading = ''): ChatText => ({ heading, body, small: '', buttons: [], picture: null });

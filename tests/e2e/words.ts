// The app's own sentences, so that the journeys run in every language the messages have. Used by all specs through stage.ts.
import { readdirSync, readFileSync } from 'node:fs';

export type Locale = 'mg' | 'fr' | 'en' | 'ar';
type Message = string | { match: Record<string, string> }[];

const folder = new URL('../../messages/', import.meta.url);
const read = (room: string, locale: Locale) =>
  JSON.parse(readFileSync(new URL(`${room}/${locale}.json`, folder), 'utf8')) as Record<string, Message>;

/** A sentence of messages/, its {variables} filled in. Throws on a key that does not exist; messages with plural forms are not for tests. */
export function words(locale: Locale) {
  const messages = Object.assign({}, ...readdirSync(folder).map((room) => read(room, locale))) as Record<string, Message>;
  return (key: string, values: Record<string, string> = {}): string => {
    const message = messages[key];
    if (typeof message !== 'string') throw new Error(`no plain message ${key} in ${locale}`);
    return message.replace(/\{(\w+)\}/g, (_all, name: string) => values[name] ?? `{${name}}`);
  };
}

/** A pattern for a sentence whose variables may be anything; a no-break space is a space, as Playwright reads pages. */
export function pattern(sentence: string): RegExp {
  const parts = sentence.split(/\{\w+\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
  return new RegExp(parts.join('.*').replace(/\s/g, String.raw`\s`));
}

// Reads the contact form of a Nexio page. The key is made from the words, so that a message sent twice is one lead.
import { createHash } from 'node:crypto';

export type ContactFault = 'missing' | 'bad_reach' | 'too_many' | 'failed';

/** A telephone number or an e-mail, before the database looks closer. */
export const reach = /^([^\s@]+@[^\s@]+\.[^\s@]{2,}|\+?[\d\s().-]{6,24})$/;

/** @param slug of the page the form stands on */
export function leadFrom(form: FormData, slug: string) {
  const text = (name: string, most: number) =>
    String(form.get(name) ?? '')
      .trim()
      .slice(0, most);
  const fields = { name: text('name', 120), contact: text('contact', 160), message: text('message', 2000) };
  let fault: ContactFault | null = null;
  if (!fields.name || !fields.contact || !fields.message) fault = 'missing';
  else if (!reach.test(fields.contact)) fault = 'bad_reach';
  return { fields, fault, isRobot: text('website', 10) !== '', client_key: keyOf([slug, fields.name, fields.contact, fields.message]) };
}

/** One uuid for the same words. */
export function keyOf(words: string[]): string {
  const hex = createHash('sha256').update(words.join('\u0000')).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-');
}

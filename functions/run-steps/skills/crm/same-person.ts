// When two leads are one person: the same telephone number or the same e-mail address, however they are written. Used by pipeline-manager.
import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js';
import type { Lead } from './lead.ts';

/** `034 12 345 67` in MG -> `+261341234567`; '' for what is no number. Country: two letters, '' or unknown reads numbers with a + only. */
export function toE164(phone: string, country: string): string {
  const home: CountryCode | undefined = isSupportedCountry(country) ? country : undefined;
  const number = parsePhoneNumberFromString(phone.replace(/^00/, '+'), home);
  return number?.isPossible() ? number.number : '';
}

const emailKey = (email: string): string => email.trim().toLowerCase();

export function isSamePerson(a: Pick<Lead, 'phone' | 'email'>, b: Pick<Lead, 'phone' | 'email'>, country: string): boolean {
  const [phone, email] = [toE164(a.phone, country), emailKey(a.email)];
  return (phone !== '' && phone === toE164(b.phone, country)) || (email !== '' && email === emailKey(b.email));
}

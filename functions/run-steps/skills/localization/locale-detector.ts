// Skill locale-detector: language, dialect, script and country of a message. In localization-skills.ts.
import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js';
import type { Language } from '../../../_shared/payloads.ts';
import { sayFrom } from '../say.ts';
import type { SkillFunction } from '../skill.ts';
import { detectLocale } from './detect-locale.ts';
import { localizationPhrases } from './localization-phrases.ts';

type Input = { text: string; phone?: string; country_hint?: string };

/** From the number's own prefix; a number without one is of the hinted country. */
function countryOf({ phone = '', country_hint }: Input): string | null {
  const number = phone ? parsePhoneNumberFromString(phone, country_hint as CountryCode | undefined) : undefined;
  return number?.country ?? country_hint ?? null;
}

export const languageName = (code: string, language: Language): string =>
  (language === 'mg' ? malagasyNames[code] : undefined) ??
  new Intl.DisplayNames(language === 'mg' ? 'fr' : language, { type: 'language' }).of(code) ??
  code;
const malagasyNames: Record<string, string> = { mg: 'Malagasy', fr: 'Frantsay', en: 'Anglisy', ar: 'Arabo' };

export const countryName = (code: string, language: Language): string => {
  const names = new Intl.DisplayNames(language === 'mg' ? ['mg', 'fr'] : language, { type: 'region', fallback: 'code' });
  return names.of(code) ?? code;
};

export const localeDetector: SkillFunction = ({ context }) => {
  const input = context.input as Input;
  const locale = detectLocale(input.text);
  const country = countryOf(input);
  const { language } = context.run;
  const values = {
    language: locale.language === 'other' ? '' : languageName(locale.language, language),
    share: Math.round(locale.confidence * 100),
    country: country ? sayFrom(localizationPhrases, language, 'country_found', { country: countryName(country, language) }) : '',
  };
  const say = sayFrom(localizationPhrases, language, locale.language === 'other' ? 'language_unknown' : 'language_found', values).trim();
  return { say, ...locale, signs: locale.signs.map((sign) => sign.slice(0, 60)), country };
};

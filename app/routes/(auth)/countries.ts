// The countries of the sign-up form, named in the person's language, Madagascar and its neighbours first.
const near = ['MG', 'KM', 'MU', 'RE', 'YT', 'SC', 'FR'];
const all =
  'AD AE AF AG AL AM AO AR AT AU AZ BA BB BD BE BF BG BH BI BJ BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CL CM CN CO CR CU CV CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FR GA GB GD GE GH GM GN GQ GR GT GW GY HN HR HT HU ID IE IL IN IQ IR IS IT JM JO JP KE KG KH KI KM KN KR KW KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MG MH ML MM MN MR MT MU MV MW MX MY MZ NA NE NG NI NL NO NP NR NZ OM PA PE PG PH PK PL PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SI SK SL SM SN SO SR SS ST SV SY SZ TD TG TH TJ TL TM TN TO TR TT TV TW TZ UA UG US UY UZ VC VE VN VU WS YE YT ZA ZM ZW'.split(
    ' ',
  );

const zones: Record<string, string> = {
  'Indian/Antananarivo': 'MG',
  'Indian/Comoro': 'KM',
  'Indian/Mauritius': 'MU',
  'Indian/Reunion': 'RE',
  'Indian/Mayotte': 'YT',
  'Europe/Paris': 'FR',
};

/** ISO 3166 code by the phone's clock, else by its language's region, else Madagascar. */
export function likelyCountry(
  zone = Intl.DateTimeFormat().resolvedOptions().timeZone,
  languages: readonly string[] = navigator.languages,
): string {
  const region = languages.map((tag) => new Intl.Locale(tag).region).find((code) => code !== undefined && all.includes(code));
  return zones[zone] ?? region ?? 'MG';
}

/** Browsers without Malagasy data name countries in French. */
const namesIn = (locale: string) => new Intl.DisplayNames([locale, 'fr'], { type: 'region' });

export const countryName = (code: string, locale: string): string => namesIn(locale).of(code) ?? code;

export function countryOptions(locale: string): { value: string; label: string }[] {
  const names = namesIn(locale);
  const option = (code: string) => ({ value: code, label: names.of(code) ?? code });
  const rest = all.filter((code) => !near.includes(code)).map(option);
  return [...near.map(option), ...rest.sort((a, b) => a.label.localeCompare(b.label, [locale, 'fr']))];
}

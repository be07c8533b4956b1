// French as it is set and sold in a place: typography, worn-out turns, and the region of a shop. Called by adapt.ts and localization.ts.
import type { BrandDna } from '../../../payloads.ts';
import { fold, tidy } from '../../fold.ts';
import { readTokens } from '../../read-tokens.ts';

const turns: [RegExp, string][] = [
  [/\bn['’]hésitez pas à (?:nous contacter|nous écrire)/giu, 'écrivez-nous'],
  [/\bn['’]hésitez pas à venir/giu, 'venez'],
  [/\bau jour d['’]aujourd['’]hui/giu, 'aujourd’hui'],
  [/\bfaire sens\b/giu, 'avoir du sens'],
];

/** No-break spaces, guillemets, `14 h 30`, accents on capitals are the writer's; addresses and hashtags are left alone. */
export function setFrench(text: string): string {
  const turned = turns.reduce((said, [was, is]) => said.replace(was, is), text);
  return turned
    .replace(
      /(?<![\p{L}\d:/.])(\d{1,2})[hH](\d{2})?(?![\p{L}\d])/gu,
      (_all, hour: string, minute?: string) => `${hour}\u00a0h${minute ? `\u00a0${minute}` : ''}`,
    )
    .replace(/"([^"\n]{1,200})"/g, '«\u00a0$1\u00a0»')
    .replace(/[ \u00a0\u202f]?([!?;])(?!\/)(?=[\s»!?]|$)/g, '\u00a0$1')
    .replace(/\u00a0([!?])\u00a0(?=[!?])/g, '\u00a0$1')
    .replace(/(?<=[\p{L}\d%€»])[ \u00a0]?:(?=\s)/gu, '\u00a0:')
    .replace(/«[ \u00a0]?/g, '«\u00a0')
    .replace(/[ \u00a0]?»/g, '\u00a0»');
}

/** Where the shop sells, by its money, telephone and place. */
export function regionOf({ services, place, phone }: BrandDna): 'france' | 'madagascar' | 'maghreb' | 'west_africa' {
  const currency = readTokens(services.map(({ price }) => price).join('\n')).tokens.flatMap(({ fact }) =>
    fact.type === 'price' ? [fact.price.currency] : [],
  )[0];
  if (
    currency === 'MGA' ||
    /^(?:\+261|03[2-48])/.test(phone.replace(/\s/g, '')) ||
    /antananarivo|madagasca?r|toamasina|mahajanga|nosy be/u.test(fold(tidy(place)))
  )
    return 'madagascar';
  if (currency === 'TND' || currency === 'MAD' || /^\+?21[236]/.test(phone) || /\p{Script=Arabic}/u.test(place)) return 'maghreb';
  return currency === 'XOF' ? 'west_africa' : 'france';
}

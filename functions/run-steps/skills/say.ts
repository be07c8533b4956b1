// What the code skills say to their colleagues, in the language of the run. (Prompt skills write their own.) Each category keeps a table
// of phrases of its own and fills it with sayFrom.
import type { Language } from '../../_shared/payloads.ts';

const phrases = {
  read_site: {
    mg: 'Novakiko ny pejin’i {name}. Arosoko aminareo izay hitako.',
    fr: 'J’ai lu la page de {name}. Voici ce que j’y ai trouvé.',
    en: 'I have read the page of {name}. Here is what I found.',
    ar: 'قرأت صفحة {name}. إليكم ما وجدته.',
  },
  picture: {
    mg: 'Nataoko sary amin’ny lokon’ny marika ny lohateny « {headline} ».',
    fr: 'J’ai mis « {headline} » en image, aux couleurs de la marque.',
    en: 'I have put “{headline}” into a picture in the brand’s colours.',
    ar: 'وضعت «{headline}» في صورة بألوان العلامة.',
  },
  picture_over_photo: {
    mg: 'Napetrako teo ambonin’ny sary nataon’ny modely mpamorona sary ny lohateny « {headline} ».',
    fr: 'J’ai posé « {headline} » sur une photo créée par un modèle d’images.',
    en: 'I have set “{headline}” on a photo made by an image model.',
    ar: 'وضعت «{headline}» فوق صورة صنعها نموذج صور.',
  },
} satisfies Phrases;

export type Phrases = Record<string, Record<Language, string>>;

/** `{name}` in a phrase is replaced by values.name; a name without a value by nothing. At most 500 characters, as every card's `say`. */
export function sayFrom<Table extends Phrases>(
  table: Table,
  language: Language,
  phrase: keyof Table & string,
  values: Record<string, string | number> = {},
): string {
  const text = table[phrase]?.[language] ?? '';
  return text.replaceAll(/\{(\w+)\}/g, (_found, name: string) => String(values[name] ?? '')).slice(0, 500);
}

export const say = (language: Language, phrase: keyof typeof phrases, values: Record<string, string>): string =>
  sayFrom(phrases, language, phrase, values);

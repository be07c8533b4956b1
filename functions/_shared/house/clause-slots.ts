// Turns one clause of a request into the words of a language, ready for its phrases. Called by write-post.ts, write-tags.ts and the picture.
import type { BrandDna, Language } from '../payloads.ts';
import type { Clause } from './clause.ts';
import { grammars } from './grammar/all.ts';
import { capitalise } from './grammar/fill.ts';
import type { Slots } from './grammar/shape.ts';
import { detectLanguage } from './detect-language.ts';
import { sayMoney } from './money.ts';

const toArabicDigits = (text: string) =>
  text
    .replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit)))
    .replace(/(?<=[\u0660-\u0669])\.(?=[\u0660-\u0669])/g, '٫')
    .replace(/(?<=[\u0660-\u0669]),(?=[\u0660-\u0669])/g, '٬');

/** `what`, `The_what`, `deal`, `percent`, `price`, `amount`, `was`, `when`, `day`, `at`, `brand`, `at_brand`: '' where the clause does not say. */
export function slotsOf(clause: Clause, brand: BrandDna, language: Language, arabicDigits: boolean): Slots {
  const grammar = grammars[language];
  const digits = arabicDigits && language === 'ar' ? toArabicDigits : (text: string) => text;
  const text = quoteForeign(clause.text, language);
  const what = text ? grammar.sayWhat(text, text === clause.text ? clause.article : '') : {};
  const deal =
    clause.percent || clause.price
      ? grammar.sayDeal({
          percent: clause.percent ? grammar.sayPercent(clause.percent.value) : '',
          upTo: clause.percent?.upTo ?? false,
          amount: clause.price ? sayMoney(clause.price.now, language) : '',
          from: clause.price?.from ?? false,
          was: clause.was ? sayMoney(clause.was, language) : '',
          unit: clause.price?.unit ?? '',
        })
      : {};
  const spoken = Object.fromEntries(Object.entries(deal).map(([slot, words]) => [slot, digits(words)]));
  const first = clause.whens[0];
  return {
    ...grammar.sayBrand(brand.name),
    ...what,
    What: capitalise(what.what ?? ''),
    ...spoken,
    was: clause.was ? digits(sayMoney(clause.was, language)) : '',
    when: digits(clause.whens.map(grammar.sayWhen).join(grammar.and)),
    day: clause.whens.length === 1 && first ? grammar.sayDay(first) : '',
    at: grammar.sayAt(clause.place),
  };
}

/** A whole sentence in another language is kept as the person's words, between quotation marks; a product name stays as it is. */
function quoteForeign(text: string, language: Language): string {
  if (text.split(' ').length < 5 || /^[«“]/u.test(text)) return text;
  const spoken = detectLanguage(text);
  if (!spoken || spoken === language) return text;
  return language === 'en' ? `“${text}”` : `« ${text} »`;
}

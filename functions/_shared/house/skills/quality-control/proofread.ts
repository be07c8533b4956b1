// Skill grammar-checker of the house model: certain mistakes only, with their rule; names, prices, addresses and hashtags are not touched. Called by quality-control.ts.
import type { BrandDna, Language } from '../../../payloads.ts';
import type { ModelCall } from '../../../models/types.ts';
import { ModelError } from '../../../models/model-error.ts';
import { customerTexts } from '../../read-work.ts';
import { brandOf } from '../read-input.ts';
import { mistakes } from './spelling.ts';

const says: Record<Language, (count: number, first: string) => string> = {
  fr: (count, first) =>
    count > 0
      ? `J’ai marqué ${count} faute(s) ; la plus visible : « ${first} ».`
      : 'J’ai relu le texte : je n’ai pas trouvé de faute certaine.',
  mg: (count, first) =>
    count > 0 ? `Diso ${count} no nomarihiko; ity no hita voalohany: « ${first} ».` : 'Novakiko ny soratra: tsy nahitako diso.',
  en: (count, first) =>
    count > 0
      ? `I marked ${count} mistake(s); the one readers would notice: “${first}”.`
      : 'I have read the text: I found no certain mistake.',
  ar: (count, first) => (count > 0 ? `وضعت علامة على ${count} من الأخطاء، وأوضحها: «${first}».` : 'قرأت النص ولم أجد خطأ مؤكدًا.'),
};

type Correction = { start: number; end: number; quote: string; correction: string; kind: string; rule: string };

/** Where nothing is corrected: names, services, the brand's own words, addresses, hashtags, handles, figures with their currency. */
function protectedSpans(text: string, { name, services, voice, place }: BrandDna): [number, number][] {
  const spans: [number, number][] = [];
  for (const own of [name, place, ...services.map((service) => service.name), ...voice.words_to_use].filter((one) => one.length > 2))
    for (let at = text.indexOf(own); at >= 0; at = text.indexOf(own, at + own.length)) spans.push([at, at + own.length]);
  for (const match of text.matchAll(/https?:\S+|www\.\S+|[#@][\p{L}\p{N}_]+|\S+@\S+/gu))
    spans.push([match.index, match.index + match[0].length]);
  return spans;
}

/** A capital at the beginning of what was wrong stays one. */
const likeWritten = (wrong: string, right: string): string =>
  /^\p{Lu}/u.test(wrong) && /^\p{Ll}/u.test(right) ? right.charAt(0).toLocaleUpperCase() + right.slice(1) : right;

export function findMistakes(text: string, brand: BrandDna, language: Language): Correction[] {
  const spans = protectedSpans(text, brand);
  const found: Correction[] = [];
  for (const { wrong, right, kind, rule } of mistakes[language])
    for (const match of text.matchAll(wrong)) {
      const start = match.index;
      const end = start + match[0].length;
      const isOwn = spans.some(([from, to]) => start < to && end > from);
      if (isOwn || found.some((one) => start < one.end && end > one.start)) continue;
      const correction = likeWritten(
        match[0],
        right.replace(/\$(\d)/g, (_all, group: string) => match[Number(group)] ?? ''),
      );
      if (correction !== match[0]) found.push({ start, end, quote: match[0], correction, kind, rule });
    }
  return found.toSorted((a, b) => a.start - b.start).slice(0, 40);
}

/** A mark alone says nothing to a reader: it is shown with the word before it. */
function shown(text: string, { start, end, correction }: Correction): { quote: string; correction: string } {
  const before = /\S+$/u.exec(text.slice(Math.max(0, start - 40), start))?.[0] ?? '';
  const isMark = !/\p{L}/u.test(text.slice(start, end));
  const lead = isMark ? before : '';
  const after = isMark && /\s$/u.test(text.slice(start, end)) ? (/^\S+/u.exec(text.slice(end, end + 40))?.[0] ?? '') : '';
  return { quote: (lead + text.slice(start, end) + after).slice(0, 300), correction: (lead + correction + after).slice(0, 300) };
}

export function proofread(call: ModelCall) {
  const { facts, language, skill } = call;
  const brand = brandOf(call);
  const text = customerTexts(facts.input.text).join('\n');
  if (!text) throw new ModelError('bad_request', `${skill} has no text to read`);
  const found = findMistakes(text, brand, language);
  const corrected = found
    .toReversed()
    .reduce((said, { start, end, correction }) => said.slice(0, start) + correction + said.slice(end), text);
  const corrections = found.map((one) => ({ ...shown(text, one), kind: one.kind, rule: one.rule }));
  return {
    say: says[language](corrections.length, corrections[0]?.quote.trim() ?? ''),
    corrections,
    corrected: corrected.slice(0, 12_000),
  };
}

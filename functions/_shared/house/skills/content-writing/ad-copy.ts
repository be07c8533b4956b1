// Skill ad-copy-writer of the house model: one offer, three different reasons to buy it. Called by skills/content-writing.ts.
import type { Language } from '../../../payloads.ts';
import type { ModelCall } from '../../../models/types.ts';
import { withoutEmoji } from '../../write-post.ts';
import { cut } from '../read-input.ts';
import { fit, materialOf, sayable, type Material } from './material.ts';

type Angle = 'price' | 'occasion' | 'need' | 'ease';
type Words = { need: string; price: string; short: string; names: Record<Angle, string>; hypothesis: string; say: string };

const words: Record<Language, Words> = {
  fr: {
    need: 'Besoin {of_what} ?',
    price: '{What} : {amount}[, {when}][, {at}].',
    short: '{What}[ {deal}][, {when}].',
    names: { price: 'le prix', occasion: 'le bon moment', need: 'leur besoin', ease: 'la facilité à nous joindre' },
    hypothesis: 'Si a gagne, nos clients regardent d’abord {a} ; si b gagne, {b} ; si c gagne, {c}.',
    say: 'Trois annonces pour une offre, chacune avec sa raison : {a}, {b}, {c}.',
  },
  mg: {
    need: 'Mila {what} ve <ianao|ianareo>?',
    price: '{What}: {amount}[ {when}][ {at}].',
    short: '{What}[, {deal}][ {when}].',
    names: { price: 'ny vidiny', occasion: 'ny fotoana', need: 'izay ilain’izy ireo', ease: 'ny fahamoran’ny fifandraisana' },
    hypothesis: "Raha ny a no mandresy dia {a} no jeren'ny mpanjifa voalohany; raha ny b dia {b}; raha ny c dia {c}.",
    say: "Dokambarotra telo ho an'ny tolotra iray, samy manana ny antony: {a}, {b}, {c}.",
  },
  en: {
    need: '{What} on your mind?',
    price: '{What}: {amount}[, {when}][, {at}].',
    short: '{What}[ {deal}][, {when}].',
    names: { price: 'the price', occasion: 'the right moment', need: 'what they need', ease: 'how easy we are to reach' },
    hypothesis: 'If a wins, customers here look first at {a}; if b wins, at {b}; if c wins, at {c}.',
    say: 'Three advertisements for one offer, each with a reason of its own: {a}, {b}, {c}.',
  },
  ar: {
    need: '<هل تحتاج إلى|هل تحتاجون إلى> {what}؟',
    price: '{What}: {amount}[، {when}][، {at}].',
    short: '{What}[ {deal}][، {when}].',
    names: { price: 'السعر', occasion: 'الموعد المناسب', need: 'ما يحتاجون إليه', ease: 'سهولة الوصول إلينا' },
    hypothesis: 'إذا فاز الإعلان الأول فزبائننا ينظرون أولًا إلى {a}، وإذا فاز الثاني فإلى {b}، وإذا فاز الثالث فإلى {c}.',
    say: 'ثلاثة إعلانات لعرض واحد، ولكل منها سبب: {a}، {b}، {c}.',
  },
};

const buttons = { call: 'call_now', visit: 'get_directions', write: 'send_message' } as const;

export function writeAds(call: ModelCall) {
  const material = materialOf(call);
  const said = words[call.language];
  const chosen = anglesOf(material).slice(0, 3);
  const names = Object.fromEntries(chosen.map((angle, index) => ['abc'[index], said.names[angle]]));
  const headlines = headlinesOf(material);
  return {
    variants: chosen.map((angle, index) => ({
      key: 'abc'[index],
      angle,
      headline: headlines[index] ?? fit(headlines, 40),
      primary_text: textOf(angle, index, material, said),
      description: fit([material.slots.amount ?? '', angle === 'ease' ? (material.words.phone ?? '') : '', material.words.place ?? ''], 30),
      button: buttons[material.contacts.first],
    })),
    hypothesis: cut(material.say(said.hypothesis, names), 240),
    say: material.say(said.say, names),
  };
}

/** A price or a moment is a reason only where the offer has one; need and ease always are. */
function anglesOf({ facts: { main, feast } }: Material): Angle[] {
  const priced = main?.price ?? main?.percent;
  const timed = feast ?? main?.whens[0];
  return [...(priced ? (['price'] as const) : []), ...(timed ? (['occasion'] as const) : []), 'need', 'ease', 'occasion'];
}

/** Every variant says the figure and its condition; the reason goes before or after it. */
function textOf(angle: Angle, turn: number, material: Material, said: Words): string {
  const { contacts, hook, words: slots, familiar, slots: main } = material;
  // what does not fit beside the reason is said before the reason is
  const full = fit([[material.mainAgain(turn), ...material.extras].join(' '), material.mainAgain(turn)], 125);
  const [short = full] = sayable([said.short], { ...slots, ...main }, familiar);
  if (angle === 'price') return fit([...sayable([said.price], slots, familiar), full, short], 125);
  if (angle === 'need') {
    const [question = ''] =
      slots.short && (material.facts.kind === 'offer' || material.facts.kind === 'novelty') ? sayable([said.need], slots, familiar) : [];
    return fit([`${question} ${full}`, `${question} ${short}`, full, short], 125);
  }
  if (angle === 'ease') return fit([`${full} ${contacts[contacts.first]}`, `${short} ${contacts[contacts.first]}`, full, short], 125);
  return fit([`${withoutEmoji(hook)} ${full}`, `${withoutEmoji(hook)} ${short}`, full, short], 125);
}

/** Three different lines of at most 40 letters. */
function headlinesOf({ headlines, brand, slots, tagline, words: { Short = '', place = '' } }: Material): string[] {
  const lines = [
    ...headlines,
    Short && slots.amount ? `${Short}: ${slots.amount}` : '',
    Short,
    brand.name,
    tagline,
    `${brand.name}, ${place}`,
  ];
  return [...new Set(lines.filter((line) => line && line.length <= 40)), cut(brand.name, 40)];
}

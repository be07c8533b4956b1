// Skill multi-persona of the house model: one matter, the same facts, each presenter from the side of their own pillar. Called by skills/influencer.ts.
import type { Language } from '../../../payloads.ts';
import type { ModelCall } from '../../../models/types.ts';
import { capitalise } from '../../grammar/fill.ts';
import { withoutEmoji } from '../../write-post.ts';
import { materialOf, paragraphs, sayable } from '../content-writing/material.ts';
import { cut, rowsOf } from '../read-input.ts';
import { readPersona } from './persona.ts';

type Words = { openings: string[]; plain: string; hand: string; headline: string[]; angle: string; say: string };

const words: Record<Language, Words> = {
  fr: {
    openings: [
      'Ici {name}. Je regarde d’abord ceci : {pillar}.',
      'Pour moi, {name}, tout commence par là : {pillar}.',
      '{name} à l’écran. Mon coin, c’est celui-ci : {pillar}.',
      'C’est {name}. On me connaît pour cela : {pillar}.',
    ],
    plain: 'C’est {name}, avec une nouvelle de {brand}.',
    hand: 'La suite est chez {next}.',
    headline: ['{name} : {short}', '{name} {at_brand}'],
    angle: '{name} le raconte par : {pillar}',
    say: 'Les mêmes faits, {count} voix : chacune part de son propre thème.',
  },
  mg: {
    openings: [
      '{name} eto. Izao no jereko voalohany: {pillar}.',
      'Ho ahy, {name}, dia eto no manomboka ny zava-drehetra: {pillar}.',
      '{name} no miteny. Izao no sehatro: {pillar}.',
      "{name} indray. Izao no ahafantaran'ny olona ahy: {pillar}.",
    ],
    plain: "{name} eto, mitondra vaovao avy amin'ny {brand}.",
    hand: "Any amin'i {next} ny tohiny.",
    headline: ['{name}: {short}', '{name} {at_brand}'],
    angle: "Lazain'i {name} amin'ny alalan'ny: {pillar}",
    say: 'Zava-misy iray ihany, feo {count}: samy manomboka amin’ny lohahevitra azy.',
  },
  en: {
    openings: [
      '{name} here. This is what I look at first: {pillar}.',
      'For me, {name}, it all starts with this: {pillar}.',
      '{name} on screen. My corner is this: {pillar}.',
      'It is {name}. You know me for this: {pillar}.',
    ],
    plain: 'It is {name}, with news from {brand}.',
    hand: 'The rest is with {next}.',
    headline: ['{name}: {short}', '{name} {at_brand}'],
    angle: '{name} tells it by way of: {pillar}',
    say: 'The same facts in {count} voices: each starts from a theme of its own.',
  },
  ar: {
    openings: [
      'معكم {name}. أول ما أنظر إليه: {pillar}.',
      'بالنسبة إليّ، {name}، كل شيء يبدأ من هنا: {pillar}.',
      '{name} على الشاشة. ركني هو هذا: {pillar}.',
      'أنا {name}. تعرفونني بهذا: {pillar}.',
    ],
    plain: 'معكم {name} وخبر من {brand}.',
    hand: 'والبقية عند {next}.',
    headline: ['{name}: {short}', '{name} {at_brand}'],
    angle: '{name} من زاوية: {pillar}',
    say: 'الحقائق نفسها بعدد {count} من الأصوات، ولكل صوت موضوعه.',
  },
};

export function writeVoices(call: ModelCall) {
  const material = materialOf(call);
  const { slots, extras, familiar, language, brand, say } = material;
  const said = words[language];
  const personas = rowsOf(call.facts.input.personas).map(readPersona).slice(0, 4);
  return {
    pieces: personas.map(({ id, name, pillars, disclosure }, index) => {
      const next = personas[index + 1];
      // two presenters of one pillar still begin differently: the opening turns with the place in the row
      const pillar = pillars.find((one) => !personas.slice(0, index).some((other) => other.pillars[0] === one)) ?? pillars[0] ?? '';
      const more = { name, pillar, next: next?.name ?? '' };
      return {
        persona_id: id,
        headline: cut(
          sayable(said.headline, { ...material.words, ...more }, familiar).find((line) => line.length <= 60) ?? (name || brand.name),
          60,
        ),
        body: paragraphs(
          [
            pillar ? say(said.openings[index % said.openings.length] ?? said.plain, more) : say(said.plain, more),
            withoutEmoji(material.mainAgain(index)),
            ...extras,
          ],
          [next ? say(said.hand, more) : withoutEmoji(material.closing)],
          disclosure,
        ),
        angle: cut(pillar ? say(said.angle, more) : name || brand.name, 160),
        hands_over_to: next?.id ?? '',
      };
    }),
    shared_facts: [slots.what, slots.amount, slots.when, material.words.place, ...extras]
      .filter((fact): fact is string => Boolean(fact))
      .map((fact) => cut(capitalise(fact), 200)),
    say: say(said.say, { count: String(personas.length) }),
  };
}

// Fills any JSON schema of a skill card at random, from a seed: the answer of a machine that knows the shape and not the matter. Every evaluation must fail it.
import type { z } from 'zod';

type Schema = z.core.JSONSchema.JSONSchema;

/** Real words of the four languages, so that an evaluation cannot fail the filler for gibberish alone. */
const words =
  'nous vous avec pour une offre belle semaine client boutique ny sy dia izahay amidy vidiny herinandro mpanjifa the and with your offer week customer shop price new من في على هذا العرض الأسبوع السعر زبون'.split(
    ' ',
  );

/** One text for each pattern that a card uses; a card with a new pattern fails loudly until its line is added. */
const patterned = [
  '09:41',
  '2026-03-09',
  '2026-03-09T09:41:00+03:00',
  'une-offre-belle',
  '#semaine',
  '#a1b2c3',
  'https://random.example/page',
  'random.example',
  'EUR',
  'MG',
  'https://random.example',
];

/** mulberry32: numbers in [0, 1), the same for the same seed. */
function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A value that is valid against `schema`; the same seed gives the same value. Raises an Error for a pattern it has no text for. */
export function fillAtRandom(schema: Schema, seed: number): unknown {
  const random = randomOf(seed);
  const whole = (least: number, most: number) => least + Math.floor(random() * (most - least + 1));
  const oneOf = <Item>(items: readonly Item[]): Item => {
    const item = items[whole(0, items.length - 1)];
    if (item === undefined) throw new Error('nothing to choose from');
    return item;
  };
  return fill(schema);

  function fill(part: Schema): unknown {
    if (part.const !== undefined) return part.const;
    if (part.enum) return oneOf(part.enum);
    const choices = part.anyOf ?? part.oneOf;
    if (choices) return fill(oneOf(choices) as Schema);
    const type = Array.isArray(part.type) ? oneOf(part.type) : part.type;
    if (type === 'object') return fillObject(part);
    if (type === 'array')
      return Array.from({ length: whole(part.minItems ?? 0, Math.min(part.maxItems ?? 4, (part.minItems ?? 0) + 4)) }, () =>
        fill((part.items ?? {}) as Schema),
      );
    if (type === 'boolean') return random() < 0.5;
    if (type === 'integer') return whole(Math.ceil(part.minimum ?? 0), Math.floor(part.maximum ?? 999));
    if (type === 'number') {
      const least = part.minimum ?? 0;
      return Number((least + random() * ((part.maximum ?? least + 999) - least)).toFixed(2));
    }
    return type === 'string' ? fillText(part) : null;
  }

  function fillObject({ properties = {}, required = [] }: Schema): Record<string, unknown> {
    const chosen = Object.entries(properties).filter(([name]) => required.includes(name) || random() < 0.5);
    return Object.fromEntries(chosen.map(([name, property]) => [name, fill(property as Schema)]));
  }

  function fillText({ format, pattern, minLength = 0, maxLength = 200 }: Schema): string {
    if (format === 'date') return `2026-${String(whole(1, 12)).padStart(2, '0')}-${String(whole(1, 28)).padStart(2, '0')}`;
    if (format === 'date-time') return `2026-0${whole(1, 9)}-1${whole(0, 9)}T09:41:00Z`;
    if (format === 'email') return `${whole(1, 99)}@random.example`;
    if (format === 'uri') return 'https://random.example/';
    if (format === 'uuid') return `00000000-0000-4000-8000-${String(whole(1, 999_999)).padStart(12, '0')}`;
    if (pattern) {
      const fitting = patterned.filter((text) => new RegExp(pattern, 'u').test(text));
      if (fitting.length === 0) throw new Error(`the random filler has no text for the pattern ${pattern}`);
      return oneOf(fitting);
    }
    const length = whole(minLength, Math.min(maxLength, minLength + 80));
    let text = '';
    while (text.length < length) text += `${random() < 0.1 ? whole(2, 999) : oneOf(words)} `;
    return text.slice(0, length).trimEnd().padEnd(minLength, 'e');
  }
}

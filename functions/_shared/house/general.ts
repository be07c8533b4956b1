// The house model's answer to a tenant's own skill, which it has no rule for: the card's output filled from the facts given, figures copied or worked out as the
// card's descriptions say, and plainly marked. Called by index.ts.
import { z } from 'zod';
import { ModelError } from '../models/model-error.ts';
import type { ModelCall } from '../models/types.ts';
import type { Language } from '../payloads.ts';
import { FactMissing, fill, type Schema } from './general/fill-schema.ts';
import { knownFacts } from './general/known-facts.ts';
import { sayNumber } from './skills/names.ts';
import { cut, type Fields } from './skills/read-input.ts';

const marks: Record<Language, (figures: string) => string> = {
  mg: (figures) => `Modely an-trano, tsy AI: nofenoina avy amin’ny nomenao ihany${figures && ` (${figures})`}.`,
  fr: (figures) => `Modèle maison, pas une IA : rempli avec vos seules données${figures && ` (${figures})`}.`,
  en: (figures) => `House model, not an AI: filled in from what you gave and nothing else${figures && ` (${figures})`}.`,
  ar: (figures) => `نموذج داخلي وليس ذكاءً اصطناعيًا: مُلئ مما أعطيته فقط${figures && ` (${figures})`}.`,
};

/** The last figures of an answer, where the totals stand: `total 1 500`. */
function figuresIn(answer: Fields, language: Language): string {
  const figures = Object.entries(answer).filter((entry): entry is [string, number] => typeof entry[1] === 'number');
  return figures
    .slice(-3)
    .map(([name, value]) => `${name.replaceAll('_', ' ')} ${sayNumber(value, language)}`)
    .join(', ');
}

/** @throws ModelError bad_request naming the required field that nothing given says */
export function answerGenerally({ skill, schema, facts, language }: ModelCall): Fields {
  const shape = z.toJSONSchema(schema, { io: 'output', unrepresentable: 'any' }) as Schema;
  const { say, ...properties } = shape.properties ?? {};
  const given = { request: facts.request, ...facts.input };
  try {
    const answer = fill(
      'answer',
      { ...shape, properties, required: shape.required?.filter((name) => name !== 'say') },
      knownFacts(given, facts.item, facts.outputs),
    ) as Fields;
    return say ? { say: cut(marks[language](figuresIn(answer, language)), say.maxLength ?? 500), ...answer } : answer;
  } catch (error) {
    if (error instanceof FactMissing) throw new ModelError('bad_request', `${skill}: nothing given says what ${error.message} is`);
    throw error;
  }
}

// A form becomes a card that the database takes, whatever the alphabet, and a stored card becomes the same form again.
import { expect, test } from 'vitest';
import { cardOf, formOf, gapsIn, strangersIn, type CardForm } from './card-form.ts';
import { plainKey } from './plain-key.ts';

const tax: CardForm = {
  name: 'Calcul de l’impôt',
  about: 'Calcule ce qui reste à payer.',
  inputs: [
    { key: '', name: 'Recettes', kind: 'number', how: '' },
    { key: '', name: 'Dépenses', kind: 'number', how: '' },
  ],
  outputs: [{ key: '', name: 'Bénéfice', kind: 'number', how: 'Recettes minus Dépenses' }],
  words: 'Recettes {{Recettes}}, dépenses {{Dépenses}} : donnez le bénéfice.',
  isPrivate: true,
};

test('names become keys, in the schema, the prompt and the way a figure is found', () => {
  const card = cardOf(tax, 'calcul-de-l-impot');
  expect(Object.keys(card.input_schema.properties ?? {})).toEqual(['recettes', 'depenses']);
  expect(card.prompts).toEqual(['Recettes {{recettes}}, dépenses {{depenses}} : donnez le bénéfice.']);
  expect(card.output_schema.properties?.benefice).toEqual({
    type: 'number',
    title: 'Bénéfice',
    description: '“Bénéfice” = recettes minus depenses',
  });
  expect(card.output_schema.required).toEqual(['say', 'benefice']);
  expect(card).toMatchObject({ kind: 'prompt', is_private: true, title: 'Calcul de l’impôt' });
});

test('Arabic names get keys that placeholders can carry', () => {
  const card = cardOf(
    { ...tax, inputs: [{ key: '', name: 'المبلغ', kind: 'number', how: '' }], words: 'احسب الضريبة على {{المبلغ}} من فضلك' },
    'skill',
  );
  expect(card.prompts).toEqual(['احسب الضريبة على {{field_1}} من فضلك']);
  expect(card.input_schema.properties?.field_1).toMatchObject({ title: 'المبلغ', description: '“المبلغ”' });
});

test('a stored skill opens as the form that made it', () => {
  const card = cardOf(tax, 'x');
  const stored = { ...card, kind: 'prompt' as const, name: card.title, input_schema: card.input_schema, tools: [] };
  const again = formOf(stored);
  expect(again && cardOf(again, 'x')).toEqual(card);
  expect(again).toMatchObject({ words: tax.words, name: tax.name });
  expect(again?.outputs[0]?.how).toBe('Recettes minus Dépenses');
});

test('a card with a table is not squeezed into the form', () => {
  const card = cardOf(tax, 'x');
  const input_schema = { type: 'object', properties: { lines: { type: 'array', items: { type: 'object' } } } };
  expect(formOf({ ...card, kind: 'prompt', name: 'x', input_schema, tools: [] })).toBeNull();
});

test('what is missing or unknown is named', () => {
  expect(gapsIn({ ...tax, about: 'court', words: '' })).toEqual(new Set(['about', 'words']));
  expect(strangersIn({ ...tax, words: '{{Recettes}} {{Autre}} {{brand}}' })).toEqual(['Autre']);
});

test('a key is free, plain and never empty', () => {
  expect(plainKey('Fin de mois', '_', 'chain')).toBe('fin_de_mois');
  expect(plainKey('Fin de mois', '_', 'chain', ['fin_de_mois'])).toBe('fin_de_mois_2');
  expect(plainKey('نهاية الشهر', '_', 'chain')).toBe('chain');
  expect(plainKey('RH', '-', 'skill')).toBe('skill-rh');
});

// The general answer: figures copied, summed and worked out as the card says, read from a text, never invented; marked in four languages.
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Language } from '../payloads.ts';
import type { ModelCall } from '../models/types.ts';
import { answerGenerally } from './general.ts';

type Json = z.core.JSONSchema.JSONSchema;
const figure = (description: string): Json => ({ type: 'number', description });

function ask(
  properties: Record<string, Json>,
  input: Record<string, unknown>,
  more: { outputs?: Record<string, unknown>; language?: Language; required?: string[] } = {},
) {
  const schema = z.fromJSONSchema({ type: 'object', properties, required: more.required ?? Object.keys(properties) });
  const facts = {
    request: '',
    platform: 'nexio_page',
    brand: null,
    outputs: more.outputs ?? {},
    round: 0,
    findings: [],
    attempt: 0,
    input,
    item: null,
  };
  const call = {
    skill: 'own',
    system: '',
    prompt: '',
    schema,
    schema_name: 'own',
    language: more.language ?? 'fr',
    max_output_tokens: 500,
    facts,
  } as ModelCall;
  const answer = answerGenerally(call);
  expect(schema.safeParse(answer).error).toBeUndefined();
  return answer;
}

const lines = [
  { name: 'Samosas', quantity: 40, unit_price: 500 },
  { name: 'Jus', quantity: 12, unit_price: 1500 },
];

describe('figures', () => {
  it('are worked out row by row, summed and taxed in the order they need each other', () => {
    const answer = ask(
      {
        total: figure('Subtotal plus tax.'),
        tax: figure('tax_rate percent of subtotal'),
        subtotal: figure('Sum of amount over lines'),
        lines: {
          type: 'array',
          items: {
            type: 'object',
            properties: { name: { type: 'string' }, amount: figure('quantity times unit_price') },
            required: ['name', 'amount'],
          },
        },
      },
      { lines, tax_rate: 20 },
    );
    expect(answer).toEqual({
      total: 45_600,
      tax: 7600,
      subtotal: 38_000,
      lines: [
        { name: 'Samosas', amount: 20_000 },
        { name: 'Jus', amount: 18_000 },
      ],
    });
  });

  it('are summed without a field of their own', () => {
    expect(ask({ total: figure('Sum of quantity times unit_price over lines') }, { lines })).toEqual({ total: 38_000 });
  });

  it.each([
    ['income minus expenses', { income: 900, expenses: 400 }, 500],
    ['count of lines', { lines }, 2],
    ['average of unit_price over lines', { lines }, 1000],
    ['largest unit_price in lines', { lines }, 1500],
    ["The invoice's total", { invoice: { total: 7 } }, 7],
    ['total divided by 4', { total: '1 000,50 Ar' }, 250.13],
  ])('%s', (description, input, wanted) => {
    expect(ask({ result: figure(description) }, input)).toEqual({ result: wanted });
  });

  it('are grouped where the card asks for a row a kind', () => {
    const expenses = [
      { category: 'loyer', amount: 300 },
      { category: 'farine', amount: 120 },
      { category: 'loyer', amount: 50 },
    ];
    const by: Json = {
      type: 'array',
      description: 'Expenses by category',
      items: {
        type: 'object',
        properties: { category: { type: 'string' }, amount: figure('Sum of amount over rows') },
        required: ['category', 'amount'],
      },
    };
    expect(ask({ by_category: by }, { expenses })).toEqual({
      by_category: [
        { category: 'loyer', amount: 350 },
        { category: 'farine', amount: 120 },
      ],
    });
  });

  it('come from earlier steps too, the last one first', () => {
    const outputs = { first: { total: 10 }, second: { total: 20, tax: 4 } };
    expect(ask({ total: { type: 'number' }, tax: { type: 'number' } }, {}, { outputs })).toEqual({ total: 20, tax: 4 });
  });

  it('are never invented: a required one that nothing says is an error that names it', () => {
    expect(() => ask({ total: { type: 'number' } }, { customer: 'Riake' })).toThrow('own: nothing given says what total is');
    expect(() => ask({ total: figure('Sum of price over lines') }, { lines })).toThrow('what total is');
    expect(ask({ total: { type: 'number' } }, {}, { required: [] })).toEqual({});
    expect(ask({ total: { type: ['number', 'null'] } }, {})).toEqual({ total: null });
  });
});

describe('words', () => {
  const receipt =
    'JUMBO Ankorondrano\nTicket 4411 du 18/11/2026\nFarine 2 kg   9 800\nHuile 1 l   12 700\nTotal TTC : 22 500 Ar\nPaiement : MVola';

  it('are read beside their labels in a text', () => {
    const answer = ask(
      {
        shop: { type: 'string', description: 'The first line of the receipt' },
        day: { type: 'string', format: 'date' },
        total: figure('The sum beside “Total TTC”'),
        payment: { type: 'string', description: 'What stands beside "Paiement"' },
      },
      { text: receipt },
    );
    expect(answer).toEqual({ shop: 'JUMBO Ankorondrano', day: '2026-11-18', total: 22_500, payment: 'MVola' });
  });

  it('follow a template and a date its days', () => {
    const answer = ask(
      {
        title: { type: 'string', description: 'Reads “Facture {number} pour {customer}”' },
        due_on: { type: 'string', format: 'date', description: '30 days after issued_on' },
        status: { type: 'string', enum: ['paid', 'open'] },
        is_large: { type: 'boolean', description: 'True when total is above 1000' },
      },
      { number: 'F-12', customer: 'Riake', issued_on: '2026-11-21', status: 'open', total: 1200 },
    );
    expect(answer).toEqual({ title: 'Facture F-12 pour Riake', due_on: '2026-12-21', status: 'open', is_large: true });
  });

  it('choose no value of a list that nothing names', () => {
    expect(() => ask({ status: { type: 'string', enum: ['paid', 'open'] } }, { number: 1 })).toThrow('what status is');
  });
});

it.each([
  ['fr', 'Modèle maison, pas une IA'],
  ['mg', 'Modely an-trano, tsy AI'],
  ['en', 'House model, not an AI'],
  ['ar', 'نموذج داخلي'],
] as const)('says in %s that no AI wrote it, with the figures', (language, mark) => {
  const answer = ask({ say: { type: 'string', maxLength: 200 }, total: figure('sum of unit_price over lines') }, { lines }, { language });
  expect(answer.say).toContain(mark);
  expect(answer.say).toMatch(/total 2.?000/);
});

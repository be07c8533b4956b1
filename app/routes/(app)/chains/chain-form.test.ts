// Steps in order become a chain whose inputs come from where they should, and a stored chain becomes the same steps again.
import { expect, test } from 'vitest';
import type { SkillShape } from '$lib/api/skills.ts';
import { blankStep, canAsk, chainOf, formOf, gapsOf, type FormStep, sourceOf } from './chain-form.ts';

const shape = (key: string, input: SkillShape['input_schema'], output: SkillShape['output_schema']): [string, SkillShape] => [
  key,
  { key, tenant_id: null, input_schema: input, output_schema: output },
];
const number = { type: 'number' };
const text = { type: 'string', title: 'Ticket' };
const shapes = new Map([
  shape('receipt-scanner', { properties: { text }, required: ['text'] }, { properties: { say: { type: 'string' }, amount: number } }),
  shape(
    'expense-tracker',
    { properties: { expenses: { type: 'array', items: { type: 'object' } } }, required: ['expenses'] },
    { properties: { spent: number } },
  ),
  shape(
    'tax-calc',
    {
      properties: { income: number, spent: number, rate: number, language: text, note: text },
      required: ['income', 'spent', 'rate', 'language'],
    },
    { properties: { to_pay: number } },
  ),
]);

function steps(): FormStep[] {
  const list: FormStep[] = [];
  for (const skill of ['receipt-scanner', 'expense-tracker', 'tax-calc']) list.push(blankStep(skill, 'accountant', list));
  const [receipts, expenses] = list;
  if (receipts) receipts.repeat = 'text';
  if (expenses) expenses.sources = { expenses: '$.receipt_scanner' };
  return list;
}

test('what an earlier step gives under the same name is taken, the rest is asked once, what the engine knows is not', () => {
  const chain = chainOf({ name: ' Fin de mois ', steps: steps() }, 'fin_de_mois', shapes);
  expect(chain.steps).toEqual([
    {
      key: 'receipt_scanner',
      agent: 'accountant',
      skill: 'receipt-scanner',
      needs: [],
      each: '$.input.text_list[*]',
      with: { text: '$.item' },
    },
    {
      key: 'expense_tracker',
      agent: 'accountant',
      skill: 'expense-tracker',
      needs: ['receipt_scanner'],
      with: { expenses: '$.receipt_scanner' },
    },
    {
      key: 'tax_calc',
      agent: 'accountant',
      skill: 'tax-calc',
      needs: ['expense_tracker'],
      with: { income: '$.input.income', spent: '$.expense_tracker.spent', rate: '$.input.rate' },
    },
  ]);
  expect(chain.input_schema.properties).toEqual({
    text_list: { type: 'array', title: 'Ticket', items: text, minItems: 1 },
    income: number,
    rate: number,
  });
  expect(chain.input_schema.required).toEqual(['text_list', 'income', 'rate']);
  expect(chain.name).toBe('Fin de mois');
});

test('steps beside each other wait for the same ones and take nothing from each other', () => {
  const list = steps();
  if (list[2]) list[2].when = 'beside';
  const chain = chainOf({ name: 'x', steps: list }, 'x', shapes);
  expect(chain.steps.map(({ needs }) => needs)).toEqual([[], ['receipt_scanner'], ['receipt_scanner']]);
  expect(chain.steps[2]?.with?.spent).toBe('$.input.spent');
});

test('a stored chain opens as the steps that made it; one that holds more does not', () => {
  const chain = { ...chainOf({ name: 'x', steps: steps() }, 'x', shapes), is_active: true };
  const form = formOf(chain, shapes);
  expect(form && chainOf(form, 'x', shapes).steps).toEqual(chain.steps);
  const richer = { ...chain, steps: chain.steps.map((step) => ({ ...step, when: '$.input.rate > 1' })) };
  expect(formOf(richer, shapes)).toBeNull();
});

test('what nobody can type wants a source', () => {
  const list = steps();
  const [, expenses] = list;
  if (!expenses) throw new Error('no step');
  expenses.sources = {};
  expect(sourceOf(list, expenses, 'expenses', shapes)).toBe('ask');
  expect(gapsOf(list, expenses, shapes)).toEqual(['expenses']);
  expect(canAsk({ type: 'array', items: { type: 'object', properties: { name: text, price: number } } })).toBe(true);
});

// Figures as shopkeepers type them, lists by line, tables by row.
import { expect, test } from 'vitest';
import { readFigure, readTyped } from './typed.ts';

test.each([
  ['1 500,50', 1500.5],
  ['١٬٥٠٠', 1500],
  ['20', 20],
  ['-3.5', -3.5],
  ['vingt', null],
  ['12 à 14', null],
])('%s is %s', (text, figure) => expect(readFigure(text)).toBe(figure));

const table = {
  type: 'array',
  minItems: 1,
  items: { type: 'object', properties: { name: { type: 'string' }, price: { type: 'number' } }, required: ['name', 'price'] },
};

test('lines become a list, rows a table; what is empty is left out, what does not fit is told', () => {
  expect(readTyped({ type: 'array', items: { type: 'string' } }, 'un\n\n deux ')).toEqual(['un', 'deux']);
  expect(readTyped(table, [{ name: 'Jus', price: '1 500' }, {}])).toEqual([{ name: 'Jus', price: 1500 }]);
  expect(readTyped(table, [{ name: 'Jus' }])).toBeNull();
  expect(readTyped(table, [{}])).toBeUndefined();
  expect(readTyped({ type: 'number', maximum: 100 }, '120')).toBeNull();
  expect(readTyped({ type: 'boolean' }, 'no')).toBe(false);
});

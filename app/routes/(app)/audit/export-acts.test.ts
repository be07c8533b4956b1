// The audit as a file: every page once, valid JSON, and no field that a spreadsheet would calculate.
import { beforeEach, expect, test, vi } from 'vitest';
import type { Act, AuditPage } from '$lib/api/audit.ts';
import { actsAsCsv, actsAsJson, csvField } from './export-acts.ts';

const readAudit = vi.hoisted(() => vi.fn<(filter: object, before: number | null, limit: number) => Promise<AuditPage>>());
vi.mock('$lib/api/audit.ts', () => ({ readAudit }));

const act = (id: number, say: string | null = null) => ({ id, kind: 'person.said', say, data: { to: 'content_writer' } }) as unknown as Act;
const page = (items: Act[], next: number | null): AuditPage => ({ items, next, looked_back_to: null });
const go = (counts: number[] = [], stopAfter = Infinity) => ({
  tell: (count: number) => void counts.push(count),
  isStopped: () => counts.length >= stopAfter,
});

async function all(pieces: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const piece of pieces) text += piece;
  return text;
}

beforeEach(() => readAudit.mockReset());

test('JSON holds each act of each page once, also past a page that found nothing', async () => {
  readAudit
    .mockResolvedValueOnce(page([act(9), act(8)], 8))
    .mockResolvedValueOnce(page([], 5))
    .mockResolvedValueOnce(page([act(2)], null));
  const counts: number[] = [];
  const acts = JSON.parse(await all(actsAsJson({ group: 'all' }, go(counts)))) as Act[];
  expect(acts.map(({ id }) => id)).toEqual([9, 8, 2]);
  expect(counts).toEqual([2, 2, 3]);
  expect(readAudit.mock.calls.map(([, before]) => before)).toEqual([null, 8, 5]);
});

test('JSON of nothing is an empty list', async () => {
  readAudit.mockResolvedValueOnce(page([], null));
  expect(JSON.parse(await all(actsAsJson({}, go())))).toEqual([]);
});

test('an export that is stopped is still a whole file', async () => {
  readAudit.mockResolvedValue(page([act(9)], 8));
  expect(JSON.parse(await all(actsAsJson({}, go([], 1))))).toHaveLength(1);
  expect(readAudit).toHaveBeenCalledOnce();
});

test('CSV has a line an act under its heads', async () => {
  readAudit.mockResolvedValueOnce(page([act(9, 'Tsara, "dia tsara"')], null));
  const [head, line, end] = (await all(actsAsCsv({}, go()))).split('\r\n');
  expect(head).toMatch(/^\uFEFFid,at,kind,/);
  expect(line).toContain('"Tsara, ""dia tsara"""');
  expect(end).toBe('');
});

test.each(['=1+1', '+33', '-2', '@SUM(A1)', '\t=1', '\r=1', '\n=1', ' =1', '\uFEFF=1', '=HYPERLINK("http://x")'])(
  'a spreadsheet does not calculate %j',
  (text) => {
    expect(csvField(text).replace(/^"/, '')).toMatch(/^'/);
  },
);
test.each([
  ['Tsara', 'Tsara'],
  [null, ''],
  [-3, '-3'],
  [{ to: 'x' }, '"{""to"":""x""}"'],
])('and %j stays as it is', (value, field) => expect(csvField(value)).toBe(field));

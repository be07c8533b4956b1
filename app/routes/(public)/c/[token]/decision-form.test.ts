// The forms of a client's page as anybody may send them.
import { expect, test } from 'vitest';
import { decisionIn, isToken } from './decision-form.ts';

const uuid = '6e0c2f3a-5f0e-4b49-9c0e-0d1f2a3b4c5d';
const form = (more: Record<string, string>) => {
  const data = new FormData();
  const fields = { approval_id: uuid, decision: 'approve', version: '1', content_hash: 'a'.repeat(64), client_key: uuid, ...more };
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
};

test('a token is 32 letters of hex and nothing else', () => {
  expect(isToken('0123456789abcdef0123456789abcdef')).toBe(true);
  for (const token of ['', 'x', '0123456789abcdef0123456789abcdeF', `${'0'.repeat(32)}\n`, '0'.repeat(33)])
    expect(isToken(token)).toBe(false);
});

test('an approval is read, its version as a number', () => {
  expect(decisionIn(form({}))).toEqual({
    approval_id: uuid,
    decision: 'approve',
    version: 1,
    content_hash: 'a'.repeat(64),
    client_key: uuid,
    reason: null,
    edits: null,
  });
});

test('a text that came back with other line ends is not an edit', () => {
  expect(decisionIn(form({ was: 'Un\nDeux', body: 'Un\r\nDeux ' }))?.edits).toBeNull();
  expect(decisionIn(form({ was: 'Un\nDeux', body: 'Un\r\nTrois' }))?.edits).toEqual({ body: 'Un\nTrois' });
});

test('a reason of blanks is none, a long one is cut', () => {
  expect(decisionIn(form({ decision: 'reject', reason: ' \r\n ' }))?.reason).toBeNull();
  expect(decisionIn(form({ decision: 'reject', reason: 'x'.repeat(600) }))?.reason).toHaveLength(500);
});

test('what is no form of this page is nothing', () => {
  const wrong: Record<string, string>[] = [{ decision: 'stop' }, { approval_id: 'x' }, { version: 'one' }, { client_key: '' }];
  for (const fields of wrong) expect(decisionIn(form(fields))).toBeNull();
});

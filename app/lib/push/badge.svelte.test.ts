// The number on the app's icon in a real browser: what is known is shown and kept, a decision takes one off, an unknown number changes nothing.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { phoneStore } from '$lib/offline/database.ts';
import { lowerBadge, showBadge } from './badge.ts';

let shown: (number | 'none')[];

beforeEach(async () => {
  await (await phoneStore()).clear('cache');
  shown = [];
  vi.spyOn(navigator, 'setAppBadge').mockImplementation(async (count) => void shown.push(count ?? 0));
  vi.spyOn(navigator, 'clearAppBadge').mockImplementation(async () => void shown.push('none'));
});
afterEach(() => vi.restoreAllMocks());

test('counts down with each decision, to an icon without a number', async () => {
  await showBadge(2);
  await lowerBadge();
  await lowerBadge();
  await lowerBadge();
  expect(shown).toEqual([2, 1, 'none']);
});

test('an unknown number leaves the icon as it is', async () => {
  await showBadge(3);
  await showBadge(-1);
  await lowerBadge();
  expect(shown).toEqual([3, 2]);
});

test('a browser that may not set it keeps the number all the same', async () => {
  vi.spyOn(navigator, 'setAppBadge').mockRejectedValue(new DOMException('not installed', 'NotAllowedError'));
  await showBadge(2);
  await lowerBadge();
  expect((await (await phoneStore()).get('cache', ['', '', 'badge']))?.value).toBe(1);
});

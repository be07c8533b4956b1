// The number on the app's icon in a real browser: what is known is shown, an unknown number changes nothing.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { showBadge } from './badge.ts';

let shown: (number | 'none')[];

beforeEach(() => {
  shown = [];
  vi.spyOn(navigator, 'setAppBadge').mockImplementation(async (count) => void shown.push(count ?? 0));
  vi.spyOn(navigator, 'clearAppBadge').mockImplementation(async () => void shown.push('none'));
});
afterEach(() => vi.restoreAllMocks());

test('shows how many wait; an icon without a number when none does', async () => {
  await showBadge(2);
  await showBadge(0);
  expect(shown).toEqual([2, 'none']);
});

test('an unknown number leaves the icon as it is', async () => {
  await showBadge(3);
  await showBadge(-1);
  expect(shown).toEqual([3]);
});

test('a browser that may not set it says nothing', async () => {
  vi.spyOn(navigator, 'setAppBadge').mockRejectedValue(new DOMException('not installed', 'NotAllowedError'));
  await expect(showBadge(2)).resolves.toBeUndefined();
});

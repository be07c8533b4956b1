// Whether a browser may have pushes: an iPhone and an iPad only from the home screen, others where they have them and were not told no.
import { afterEach, expect, it, vi } from 'vitest';
import { isOfferDue, offerLater } from './offer.ts';
import { pushState } from './subscription.ts';

const iphone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1';
const mac = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Safari/605.1.15';
const android = 'Mozilla/5.0 (Linux; Android 14; SM-A145F) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36';

type Browser = { userAgent: string; touchPoints?: number; isInstalled?: boolean; hasPush?: boolean; permission?: NotificationPermission };

function inBrowser({ userAgent, touchPoints = 0, isInstalled = false, hasPush = true, permission = 'default' }: Browser) {
  const kept = new Map<string, string>();
  vi.stubGlobal('navigator', { userAgent, maxTouchPoints: touchPoints, ...(hasPush && { serviceWorker: {} }) });
  vi.stubGlobal('window', hasPush ? { PushManager: {}, Notification: {} } : {});
  vi.stubGlobal('Notification', { permission });
  vi.stubGlobal('matchMedia', (query: string) => ({ matches: isInstalled && query === '(display-mode: standalone)' }));
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  });
}
afterEach(() => vi.unstubAllGlobals());

it.each<[string, Browser, string]>([
  ['an iPhone in the browser', { userAgent: iphone, touchPoints: 5, hasPush: false }, 'needs_install'],
  ['an iPhone from the home screen', { userAgent: iphone, touchPoints: 5, isInstalled: true }, 'off'],
  ['an old iPhone from the home screen', { userAgent: iphone, touchPoints: 5, isInstalled: true, hasPush: false }, 'unsupported'],
  ['an iPad, which says that it is a Mac', { userAgent: mac, touchPoints: 5, hasPush: false }, 'needs_install'],
  ['an iPad from the home screen', { userAgent: mac, touchPoints: 5, isInstalled: true }, 'off'],
  ['a Mac', { userAgent: mac }, 'off'],
  ['Android', { userAgent: android, touchPoints: 5 }, 'off'],
  ['Android where the person said no', { userAgent: android, permission: 'denied' }, 'denied'],
  ['Android that may, but has no subscription', { userAgent: android, permission: 'granted' }, 'off'],
])('%s', (_name, browser, state) => {
  inBrowser(browser);
  expect(pushState()).toBe(state);
  // asked where it can be had, or where putting it on the home screen makes that so
  expect(isOfferDue()).toBe(['off', 'needs_install'].includes(state));
});

it('is not asked again for two weeks after "later"', () => {
  vi.useFakeTimers({ now: new Date('2026-11-30T08:00:00Z') });
  inBrowser({ userAgent: iphone, hasPush: false });
  offerLater();
  expect(isOfferDue()).toBe(false);
  vi.setSystemTime(new Date('2026-12-14T07:59:59Z'));
  expect(isOfferDue()).toBe(false);
  vi.setSystemTime(new Date('2026-12-14T08:00:01Z'));
  expect(isOfferDue()).toBe(true);
  vi.useRealTimers();
});

// What journeys need of a phone beyond its screen: an active service worker, the push service of this machine in the place of the browser vendor's,
// messages brought to the worker, taps on notifications, an app that gets a new version.
import { createServer, request as httpRequest, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, type BrowserContext, type CDPSession, type Page, type Worker } from '@playwright/test';
import type { PushPayload } from '../../supabase/payloads.ts';

export const workerIsActive = (page: Page) =>
  page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready;
    if (active?.state === 'activated') return;
    await new Promise((resolve) => active?.addEventListener('statechange', resolve));
  });

/** Chromium's own push service is on the internet: subscriptions of this browser are made with the double, which opens messages as a browser does. */
export async function subscribeLocally(context: BrowserContext, origin: string): Promise<void> {
  await context.grantPermissions(['notifications'], { origin });
  await context.addInitScript(takeTurns);
  await context.addInitScript(() => {
    type Kept = { endpoint: string; keys: Record<string, string>; key: string };
    const name = 'journey.subscription';
    const bytes = (text: string) => Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));
    const facade = ({ endpoint, keys, key }: Kept) => ({
      endpoint,
      options: { applicationServerKey: bytes(key).buffer },
      toJSON: () => ({ endpoint, keys }),
      unsubscribe: () => Promise.resolve(localStorage.removeItem(name) === undefined),
    });
    const own = PushManager.prototype as unknown as Record<string, unknown>;
    own.getSubscription = () => {
      const kept = localStorage.getItem(name);
      return Promise.resolve(kept && facade(JSON.parse(kept) as Kept));
    };
    own.subscribe = async ({ applicationServerKey: key }: { applicationServerKey: string }) => {
      const made = (await (await fetch('/_local/push/', { method: 'POST', body: JSON.stringify({ key }) })).json()) as Kept;
      localStorage.setItem(name, JSON.stringify({ ...made, key }));
      return facade({ ...made, key });
    };
  });
}

/**
 * Reading the notifications while one is being shown can lose that one: Chromium takes a notification that it has kept and not yet shown for one that
 * the person took away. Run in every page and in the worker, it lets them take turns.
 */
function takeTurns(): void {
  const own = ServiceWorkerRegistration.prototype as unknown as Record<string, ((...of: unknown[]) => unknown) | true>;
  if (own.journeyTurns) return;
  own.journeyTurns = true;
  for (const name of ['showNotification', 'getNotifications']) {
    const act = own[name] as (...of: unknown[]) => unknown;
    own[name] = function (...of) {
      return navigator.locks.request('journey-notices', () => act.apply(this, of));
    };
  }
}

/** Turns pushes on from the card on the home screen. */
export async function turnPushOn(page: Page, say: (key: string) => string): Promise<void> {
  await page.goto('/home');
  await page.getByRole('button', { name: say('push_offer_yes') }).click();
  await expect(page.getByText(say('push_is_on'))).toBeVisible();
}

/** Where this browser takes pushes; '' = nowhere. */
export const endpointOf = (page: Page): Promise<string> =>
  page.evaluate(() => (JSON.parse(localStorage.getItem('journey.subscription') ?? '{"endpoint": ""}') as { endpoint: string }).endpoint);

export type Pushed = Omit<PushPayload, 'actions'> & { actions: Record<string, string> | null };

/** What the server pushed there, opened; oldest first. */
export async function receivedAt(endpoint: string): Promise<Pushed[]> {
  const messages = (await (await fetch(endpoint)).json()) as { text: string }[];
  return messages.map(({ text }) => JSON.parse(text) as Pushed);
}

/** Speaks to the service worker of `origin` as the browser does. `page` may be any page of the browser. */
async function asTheBrowser(
  page: Page,
  origin: string,
  speak: (cdp: CDPSession, worker: { origin: string; registrationId: string }) => Promise<unknown>,
): Promise<void> {
  const cdp = await page.context().newCDPSession(page);
  const found = new Promise<string>((resolve) =>
    cdp.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const own = registrations.find(({ scopeURL, isDeleted }) => !isDeleted && new URL(scopeURL).origin === origin);
      if (own) resolve(own.registrationId);
    }),
  );
  await cdp.send('ServiceWorker.enable');
  await speak(cdp, { origin, registrationId: await found });
  await cdp.detach();
}

/** Brings a message to the service worker, as the browser does when the push service has one. */
export async function bringPush(context: BrowserContext, page: Page, text: string, origin = new URL(page.url()).origin): Promise<void> {
  await workerOf(context).evaluate(takeTurns);
  await asTheBrowser(page, origin, (cdp, worker) => cdp.send('ServiceWorker.deliverPushMessage', { ...worker, data: text }));
}

/** Background Sync as the browser calls it when the network is back: no page of the app needs to be open. */
export const bringSync = (page: Page, origin: string): Promise<void> =>
  asTheBrowser(page, origin, (cdp, worker) =>
    cdp.send('ServiceWorker.dispatchSyncEvent', { ...worker, tag: 'nexio-outbox', lastChance: false }),
  );

export type Notice = { title: string; body: string; tag: string; lang: string; dir: string; actions: string[] };

export const notices = (page: Page): Promise<Notice[]> =>
  page.evaluate(async () => {
    type Shown = Notification & { actions?: { title: string }[] };
    const shown = (await (await navigator.serviceWorker.ready).getNotifications()) as Shown[];
    return shown.map(({ title, body, tag, lang, dir, actions = [] }) => ({
      title,
      body,
      tag,
      lang,
      dir,
      actions: actions.map((one) => one.title),
    }));
  });

function workerOf(context: BrowserContext): Worker {
  const [worker] = context.serviceWorkers();
  if (!worker) throw new Error('no service worker');
  return worker;
}

/** What the worker puts on the app's icon from now on; 0 = no number. */
export async function watchBadge(context: BrowserContext): Promise<() => Promise<number[]>> {
  const worker = workerOf(context);
  await worker.evaluate(() => {
    const told: number[] = [];
    Object.assign(self, { journeyBadge: told });
    Object.assign(navigator, {
      setAppBadge: async (count: number) => void told.push(count),
      clearAppBadge: async () => void told.push(0),
    });
  });
  return () => worker.evaluate(() => (self as unknown as { journeyBadge: number[] }).journeyBadge);
}

/** The browser ends its subscription and tells the worker, which makes another; pages find that one too. */
export async function endSubscription(context: BrowserContext, page: Page): Promise<void> {
  const made = await workerOf(context).evaluate(async () => {
    let kept: object | null = null;
    Object.assign(PushManager.prototype, {
      getSubscription: () => Promise.resolve(null),
      subscribe: async ({ applicationServerKey: key }: { applicationServerKey: string }) => {
        const one = (await (await fetch('/_local/push/', { method: 'POST', body: JSON.stringify({ key }) })).json()) as object;
        kept = { ...one, key };
        return { toJSON: () => one };
      },
    });
    const work: Promise<unknown>[] = [];
    const event = new Event('pushsubscriptionchange');
    Object.defineProperty(event, 'waitUntil', { value: (promise: Promise<unknown>) => work.push(promise) });
    self.dispatchEvent(event);
    await Promise.all(work);
    return kept;
  });
  await page.evaluate((kept) => localStorage.setItem('journey.subscription', JSON.stringify(kept)), made);
}

/** Waits for the push about this approval and brings it to the worker, as it arrived. */
export async function bringPushAbout(context: BrowserContext, page: Page, approvalId: string): Promise<Pushed> {
  const endpoint = await endpointOf(page);
  const find = async () => (await receivedAt(endpoint)).find(({ approval_id }) => approval_id === approvalId);
  await expect.poll(find, { timeout: 60_000 }).toBeDefined();
  const push = (await find()) as Pushed;
  await bringPush(context, page, JSON.stringify(push));
  await expect.poll(async () => (await notices(page)).map(({ tag }) => tag)).toContain(push.tag);
  return push;
}

/** A tap on the notification of `tag`: on a button, or on its body (''). The event is the journey's own: lock-screen.spec.ts has a trusted one. */
export async function tapNotice(context: BrowserContext, tag: string, action: 'approve' | 'reject' | ''): Promise<void> {
  await workerOf(context).evaluate(
    async ([wanted, button]) => {
      const scope = self as unknown as {
        registration: ServiceWorkerRegistration;
        NotificationEvent: new (type: string, init: object) => Event;
        dispatchEvent: (event: Event) => boolean;
      };
      const [notification] = await scope.registration.getNotifications({ tag: wanted });
      if (!notification) throw new Error(`no notification ${wanted}`);
      const event = new scope.NotificationEvent('notificationclick', { notification, action: button });
      const work: Promise<unknown>[] = [];
      // only the browser's own events may extend the worker's life
      Object.defineProperty(event, 'waitUntil', { value: (promise: Promise<unknown>) => work.push(promise) });
      scope.dispatchEvent(event);
      await Promise.allSettled(work);
    },
    [tag, action] as const,
  );
}

/** The stack behind another address whose service worker can be given a new version. */
export async function stackWithUpdates(target: string): Promise<{ url: string; publish: () => void; server: Server }> {
  let version = 1;
  const server = createServer((incoming, outgoing) => {
    const headers = { ...incoming.headers, 'accept-encoding': 'identity' };
    const forward = httpRequest(new URL(incoming.url ?? '/', target), { method: incoming.method, headers }, (answer) => {
      const isWorker = incoming.url === '/service-worker.js';
      const { 'content-length': _length, etag: _etag, ...rest } = answer.headers;
      outgoing.writeHead(isWorker ? 200 : (answer.statusCode ?? 502), isWorker ? { ...rest, 'cache-control': 'no-store' } : answer.headers);
      answer.on('data', (part) => outgoing.write(part)).on('end', () => outgoing.end(isWorker ? `\n// version ${version}` : undefined));
    });
    forward.on('error', () => outgoing.destroy());
    incoming.pipe(forward);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, publish: () => (version += 1), server };
}

/** Offline, and every tab knows. */
export async function goOffline(context: BrowserContext, page: Page): Promise<void> {
  await workerIsActive(page);
  await context.setOffline(true);
  await expect.poll(() => page.evaluate(() => navigator.onLine)).toBe(false);
}

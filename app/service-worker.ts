/// <reference types="@sveltejs/kit" />
// The one service worker: the app's files and its shell on the phone, pushes and the taps on them, the outbox sent while the app is closed. It keeps
// the files of the last two builds, so that a tab opened before a deploy still finds its parts. It never refreshes a session and caches no answer of
// the API.
import { build, files, prerendered, version } from '$service-worker';
import { sendAct, type Wire } from '$lib/api/send-act.ts';
import { phoneStore, type QueuedAct, type SendingSession } from '$lib/offline/database.ts';
import { keepAct } from '$lib/offline/outbox.ts';
import { sendOutbox, type Delivery } from '$lib/offline/send-outbox.ts';
import { showBadge } from '$lib/push/badge.ts';
import { actOf, decisionOf, type Decision } from '$lib/push/decision.ts';
import { notificationFor, pathOf, readPush, type Tap } from '$lib/push/notification.ts';
import { tellResult, tellSent } from '$lib/push/tell-sent.ts';
import { PUBLIC_SUPABASE_KEY, PUBLIC_SUPABASE_URL } from '$env/static/public';

declare const self: ServiceWorkerGlobalScope;

const prefix = 'nexio-build-';
const cacheName = prefix + version;
const shell = '/shell';
// Pictures that only an installation or a notification needs are left to the network.
const kept = files.filter((path) => !/(maskable|apple-touch|badge|icon-\d)/.test(path));
const shellRoutes =
  /^\/(home|decide|new|runs|contents|leads|messages|all|brand|agents|week|insights|costs|skills|chains|settings|audit|programme|signin|signup|forgot|reset|welcome|join)(\/|$)/;

self.addEventListener('install', (event) => event.waitUntil(precache()));
self.addEventListener('activate', (event) => event.waitUntil(dropOldBuilds().then(() => self.clients.claim())));
/** Replaced at each use: what is on the way ends, what comes after goes. */
let sending = new AbortController();
self.addEventListener('message', (event) => {
  if (event.data === 'nexio-take-over') void self.skipWaiting();
  if (event.data === 'nexio-give-way') giveWay();
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin) return;
  if (request.mode === 'navigate' && shellRoutes.test(url.pathname)) event.respondWith(fromShell());
  else if (url.pathname.startsWith('/_app/immutable/') || kept.includes(url.pathname)) event.respondWith(fromAnyBuild(request));
});

// Background Sync is not in TypeScript's library: only Chromium has it.
self.addEventListener('sync' as 'message', (event) => {
  const { tag } = event as ExtendableMessageEvent & { tag?: string };
  if (tag === 'nexio-outbox') event.waitUntil(sendFromHere());
});

self.addEventListener('push', (event) => event.waitUntil(showPush(event.data?.text())));
self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  const tap = event.notification.data as Tap | null;
  if (!tap) return;
  const decision = tap.token ? decisionOf(event.action) : null;
  event.waitUntil(decision ? decideFromHere(tap, decision) : openApp(pathOf(tap)));
});
self.addEventListener('pushsubscriptionchange' as 'push', (event) => event.waitUntil(subscribeAgain()));

/**
 * Files named by their content are taken over from the build before: an update costs only what changed. Two at a time: on a slow line the requests of
 * the person who is already deciding go between them.
 */
async function precache(): Promise<void> {
  const cache = await caches.open(cacheName);
  const wanted = [...build];
  const fetchNext = async () => {
    for (let path = wanted.shift(); path !== undefined; path = wanted.shift()) {
      const known = await caches.match(path);
      await (known ? cache.put(path, known) : cache.add(path));
    }
  };
  await Promise.all([fetchNext(), fetchNext()]);
  const fresh = [...kept, ...prerendered.filter((path) => path === shell)].map((path) => new Request(path, { cache: 'reload' }));
  await cache.addAll(fresh);
}

async function dropOldBuilds(): Promise<void> {
  const builds = (await caches.keys()).filter((name) => name.startsWith(prefix) && name !== cacheName);
  // caches.keys() is in order of creation.
  await Promise.all(builds.slice(0, -1).map((name) => caches.delete(name)));
}

/** The browser changes over to the new version when this one has nothing on the way: a send without an answer would hold it up for minutes. */
function giveWay(): void {
  sending.abort();
  sending = new AbortController();
}

async function fromShell(): Promise<Response> {
  const cache = await caches.open(cacheName);
  return (await cache.match(shell)) ?? fetch(shell);
}

async function fromAnyBuild(request: Request): Promise<Response> {
  const own = await (await caches.open(cacheName)).match(request);
  return own ?? (await caches.match(request)) ?? fetch(request);
}

/** The session that a page lent; its token only while it is good: a page gets a new one, this worker never does. */
async function lentSession(): Promise<{ session: SendingSession | undefined; wire: Wire }> {
  const session = await (await phoneStore()).get('session', 'current');
  const token = session && session.expires_at * 1000 > Date.now() ? session.access_token : null;
  return { session, wire: { url: PUBLIC_SUPABASE_URL || location.origin, key: PUBLIC_SUPABASE_KEY, token, stopped: sending.signal } };
}

/**
 * Android calls this when the network is back and the app is closed. Without a good token, what needs a session waits for the next opening. Raises when
 * the server was not reached after all: the browser then calls again later.
 */
async function sendFromHere(): Promise<void> {
  const { session, wire } = await lentSession();
  const isSendable = (act: QueuedAct) => wire.token !== null || act.verb === 'decide_by_token';
  // '' holds taps made on a phone where nobody is signed in
  let isReached = true;
  for (const userId of session ? ['', session.user_id] : ['']) {
    const told = (act: QueuedAct, delivery: Delivery) => tellSent(self.registration, act, delivery);
    isReached = (await sendOutbox(userId, (act) => sendAct(act, wire), told, isSendable, wire.stopped)) && isReached;
  }
  await tellPages();
  if (!isReached) throw new Error('not reached');
}

async function showPush(text: string | undefined): Promise<void> {
  const payload = readPush(text, navigator.language);
  const { title, options } = notificationFor(payload);
  await Promise.all([self.registration.showNotification(title, options), showBadge(payload.badge)]);
}

/** Decides at once, with the app closed or open, and says what came of it; without network the tap is kept in the outbox. */
async function decideFromHere(tap: Tap, decision: Decision): Promise<void> {
  const { session, wire } = await lentSession();
  const act = actOf(tap, decision, session?.user_id ?? '');
  const delivery = await sendAct(act, wire);
  if (delivery === 'unreachable') await keepTap(act);
  await tellResult(self.registration, tap, act, delivery);
  await tellPages();
}

async function keepTap(act: QueuedAct): Promise<void> {
  await keepAct(act);
  const { sync } = self.registration as ServiceWorkerRegistration & { sync?: { register: (tag: string) => Promise<void> } };
  await sync?.register('nexio-outbox').catch(() => null);
}

async function tellPages(): Promise<void> {
  for (const client of await self.clients.matchAll({ includeUncontrolled: true })) client.postMessage('nexio-outbox-changed');
}

/** A tab of the app that is open comes to the front; what is being typed there is on the phone at every keystroke. */
async function openApp(path: string): Promise<void> {
  const tabs = await self.clients.matchAll({ type: 'window' });
  const open = tabs.find(({ url }) => shellRoutes.test(new URL(url).pathname));
  const tab = await open?.navigate(path).catch(() => null);
  await (tab ? tab.focus() : self.clients.openWindow(path));
}

/** The browser ended its subscription: it makes another; the server hears of it now, or from the next page that opens. */
async function subscribeAgain(): Promise<void> {
  const { session, wire } = await lentSession();
  const old = await self.registration.pushManager.getSubscription();
  const { value: key } = (await (await phoneStore()).get('cache', ['', '', 'push-key'])) ?? {};
  if (typeof key !== 'string') return;
  const subscription = old ?? (await self.registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key }));
  const { endpoint, keys } = subscription.toJSON();
  if (!session || !wire.token) return;
  await fetch(`${wire.url}/rest/v1/rpc/save_push_subscription`, {
    method: 'POST',
    headers: { apikey: wire.key, authorization: `Bearer ${wire.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ p_endpoint: endpoint, p_p256dh: keys?.p256dh, p_auth: keys?.auth }),
  });
}

// This browser's subscription to pushes: made after a tap, renewed when the browser or the project changed it, given back at sign-out. Pages only.
import { appError } from '$lib/api/error.ts';
import { readPushKey, removePushSubscription, savePushSubscription } from '$lib/api/reach-settings.ts';
import { readSession } from '$lib/api/session.ts';
import { writeCache } from '$lib/offline/cache.ts';
import { showBadge } from './badge.ts';
import { deviceName } from './device-name.ts';

/** needs_install: an iPhone takes pushes only for the app on its home screen. denied: only the browser's own settings can change it. */
export type PushState = 'on' | 'off' | 'denied' | 'needs_install' | 'unsupported';

/** What this browser remembers of its subscription, for one person. */
type Mark = { id: string; endpoint: string; checked_at: number };
const dayMs = 86_400_000;
const markKey = () => `nexio.push.${readSession()?.user.id ?? 'nobody'}`;

export function readMark(): Mark | null {
  try {
    return JSON.parse(localStorage.getItem(markKey()) ?? 'null') as Mark | null;
  } catch {
    return null;
  }
}

export function pushState(): PushState {
  // an iPad says that it is a Mac; no Mac has a touch screen
  const isApple = /iPhone|iPad/.test(navigator.userAgent) || (/Macintosh/.test(navigator.userAgent) && navigator.maxTouchPoints > 1);
  if (isApple && !matchMedia('(display-mode: standalone)').matches) return 'needs_install';
  if (!('PushManager' in window && 'Notification' in window && 'serviceWorker' in navigator)) return 'unsupported';
  if (Notification.permission === 'denied') return 'denied';
  return Notification.permission === 'granted' && readMark() ? 'on' : 'off';
}

/** Call it from a tap: browsers ask the person only then. Throws AppError when the subscription cannot be made or kept. */
export async function turnPushOn(): Promise<PushState> {
  if ((await Notification.requestPermission()) === 'granted') await subscribe();
  return pushState();
}

export async function turnPushOff(): Promise<void> {
  const [mark, subscription] = [readMark(), await current()];
  localStorage.removeItem(markKey());
  // the service worker may have made another since this browser was last looked at
  const endpoints = new Set([mark?.endpoint, subscription?.endpoint].filter((endpoint) => endpoint !== undefined));
  for (const endpoint of endpoints) await removePushSubscription({ endpoint }).catch(() => null);
  await subscription?.unsubscribe().catch(() => false);
  await showBadge(0);
}

/** Once a day, and whenever the browser made another subscription: the server knows what is good now. What another person left here ends. */
export async function renewPush(): Promise<void> {
  if (!('PushManager' in window) || Notification.permission !== 'granted') return;
  const mark = readMark();
  const subscription = await current();
  if (!mark) await subscription?.unsubscribe();
  else if (subscription?.endpoint !== mark.endpoint || Date.now() - mark.checked_at > dayMs) await subscribe();
}

const current = async () => (await navigator.serviceWorker?.getRegistration())?.pushManager.getSubscription() ?? null;

async function subscribe(): Promise<void> {
  const key = await readPushKey();
  if (!key) throw await appError('push_not_configured');
  const { pushManager } = await navigator.serviceWorker.ready;
  let subscription = await pushManager.getSubscription();
  if (subscription && base64url(subscription.options.applicationServerKey) !== key) {
    await subscription.unsubscribe();
    subscription = null;
  }
  try {
    subscription ??= await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key });
  } catch (cause) {
    throw await appError('push_service_unreachable', {}, cause);
  }
  // the service worker subscribes again by it when the browser ends a subscription
  await writeCache('', '', 'push-key', key).catch(() => null);
  const before = readMark()?.endpoint;
  const { id } = await savePushSubscription(subscription.toJSON(), deviceName(navigator.userAgent));
  if (before && before !== subscription.endpoint) await removePushSubscription({ endpoint: before }).catch(() => null);
  const mark: Mark = { id, endpoint: subscription.endpoint, checked_at: Date.now() };
  localStorage.setItem(markKey(), JSON.stringify(mark));
}

function base64url(key: ArrayBuffer | null): string {
  const text = String.fromCharCode(...new Uint8Array(key ?? new ArrayBuffer(0)));
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

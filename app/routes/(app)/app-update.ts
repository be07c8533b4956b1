// The service worker's life as a page sees it: register it, and offer a new version once it is on the phone. Called by background.ts.
import { dev } from '$app/environment';

/** @param offer is called with the act that changes over: drafts are on the phone at every keystroke, so the reload loses nothing */
export async function watchForUpdate(offer: (apply: () => void) => void): Promise<void> {
  if (!('serviceWorker' in navigator) || dev) return;
  // A private window may refuse: the app then works as a plain page.
  const registration = await navigator.serviceWorker.register('/service-worker.js').catch(() => undefined);
  if (!registration) return;
  let offered: ServiceWorker | null = null;
  const see = () => {
    const { waiting } = registration;
    if (!waiting || waiting === offered || !navigator.serviceWorker.controller) return;
    offered = waiting;
    offer(() => changeOver(registration, waiting));
  };
  const watch = () => registration.installing?.addEventListener('statechange', see);
  see();
  watch();
  registration.addEventListener('updatefound', watch);
  // An installed app may stay open for days: look for a new version whenever it comes back.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void registration.update().catch(() => null);
  });
}

const quietMs = 300;
const patienceMs = 5000;

/**
 * The browser changes over once the old version has nothing on the way: that one is told to end its sends, and asked when they have ended. A request of
 * this page in the same moment can still hold the change up, in Chromium for minutes; a fresh opening then brings it about.
 */
function changeOver(registration: ServiceWorkerRegistration, waiting: ServiceWorker): void {
  const reload = () => location.reload();
  navigator.serviceWorker.addEventListener('controllerchange', reload, { once: true });
  registration.active?.postMessage('nexio-give-way');
  setTimeout(() => waiting.postMessage('nexio-take-over'), quietMs);
  setTimeout(reload, patienceMs);
}

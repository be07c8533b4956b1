// What goes on behind every screen once the first one is drawn: the socket, the bell, the outbox, the session timer, new versions.
// The layout imports it after the first paint, so that none of it delays the first card.
import { onLive } from '$lib/api/live.ts';
import { startLive } from '$lib/api/live-socket.ts';
import { countUnread } from '$lib/api/notifications.ts';
import { keepSessionFresh } from '$lib/api/session.ts';
import type { QueuedAct } from '$lib/offline/database.ts';
import type { Delivery } from '$lib/offline/send-outbox.ts';
import { outbox } from '$lib/state/outbox.svelte.ts';
import { session } from '$lib/state/session.svelte.ts';
import { tenant } from '$lib/state/tenant.svelte.ts';
import { toasts } from '$lib/state/toasts.svelte.ts';
import { unread } from '$lib/state/unread.svelte.ts';
import { m } from '$paraglide/messages';
import { watchForUpdate } from './app-update.ts';

/** For the life of the page. Returns the stop. */
export function workForPage(): () => void {
  session.reread();
  // said without network, so fetched before it is gone
  void import('$lib/ui/OfflineBanner.svelte').catch(() => null);
  void watchForUpdate((apply) => {
    const run = () => {
      toasts.show(m.update_applying(), { seconds: 0 });
      apply();
    };
    toasts.show(m.update_ready(), { seconds: 0, action: { label: m.update_apply(), run } });
  });
  return keepSessionFresh();
}

/** For as long as this tab works in one tenant. Returns the stop. */
export function workForTenant(): () => void {
  unread.count = 0;
  const tellSent = outbox.onSettled((act, delivery) => {
    if (typeof delivery === 'object' && 'answer' in delivery) toasts.show(m.outbox_sent({ title: act.title }), { tone: 'good' });
    if (act.verb === 'decide_by_token') void tellWhereTapped(act, delivery).catch(() => null);
  });
  const count = (afresh: boolean) =>
    void countUnread(afresh).then(
      (number) => (unread.count = number),
      () => null,
    );
  count(true);
  let isOver = false;
  if ('Notification' in window && Notification.permission === 'granted')
    void import('$lib/push/keep-push.ts').then(
      ({ keepPush }) => !isOver && stops.push(keepPush()),
      () => null,
    );
  // a new name or look, or this person was taken out
  const readTenants = () => void tenant.load().catch(() => null);
  const stops = [
    tellSent,
    startLive(),
    onLive(['notification'], ({ id }) => count(id === undefined)),
    onLive(['tenant'], readTenants),
    outbox.start(),
  ];
  return () => {
    isOver = true;
    stops.forEach((stop) => stop());
  };
}

/** The notification that was tapped says that the tap is kept: now it says what came of it. */
async function tellWhereTapped(act: QueuedAct, delivery: Delivery): Promise<void> {
  const { tellSent } = await import('$lib/push/tell-sent.ts');
  await tellSent(await navigator.serviceWorker.ready, act, delivery);
}

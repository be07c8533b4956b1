// What came of a tap or of an act that was kept, told in the place of the notification that was tapped. Called by the service worker, and by a page that
// has sent what the worker kept.
import type { QueuedAct } from '$lib/offline/database.ts';
import type { Delivery } from '$lib/offline/send-outbox.ts';
import { showBadge } from './badge.ts';
import { sayOutcome, waitingCount } from './decision.ts';
import { resultOf, type Tap } from './notification.ts';

/** The result of a tap that was made just now. */
export async function tellResult(registration: ServiceWorkerRegistration, tap: Tap, act: QueuedAct, delivery: Delivery): Promise<void> {
  const { title, options } = resultOf(tap, sayOutcome(act, delivery));
  await registration.showNotification(title, options);
  await showBadge(waitingCount(delivery));
}

/** What was sent while nobody looked is told where pushes are allowed: taps always, other acts when they were refused. */
export async function tellSent(registration: ServiceWorkerRegistration, act: QueuedAct, delivery: Delivery): Promise<void> {
  const isRefused = typeof delivery === 'object' && 'refusal' in delivery;
  const isNews = act.verb === 'decide_by_token' || (isRefused && act.about !== null);
  if (isNews && Notification.permission === 'granted') await tellResult(registration, tapOf(act), act, delivery);
}

const tapOf = (act: QueuedAct): Tap => ({
  token: null,
  approval_id: act.about,
  tenant_id: act.tenant_id,
  link: '/decide',
  language: act.language,
  dir: act.language === 'ar' ? 'rtl' : 'ltr',
  tag: `approval-${act.about}`,
  text: act.title,
});

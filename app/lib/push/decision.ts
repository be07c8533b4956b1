// A decision from a notification's button: the act it is, and what came of it in a sentence. Called by the service worker.
import type { QueuedAct } from '$lib/offline/database.ts';
import type { Delivery } from '$lib/offline/send-outbox.ts';
import { m } from '$paraglide/messages';
import type { Tap } from './notification.ts';

const decisions = ['approve', 'reject', 'stop'] as const;
export type Decision = (typeof decisions)[number];

/** What this button decides; null = it opens the app. */
export const decisionOf = (action: string): Decision | null => decisions.find((decision) => decision === action) ?? null;

/** The token is the act's id: two taps are one act. @param userId whose phone this is; '' when nobody has signed in here */
export const actOf = (tap: Tap, decision: Decision, userId: string): QueuedAct => ({
  id: tap.token ?? '',
  user_id: userId,
  tenant_id: tap.tenant_id ?? '',
  verb: 'decide_by_token',
  args: { p_token: tap.token, p_decision: decision },
  about: tap.approval_id,
  title: tap.text,
  language: tap.language,
  queued_at: Date.now(),
  state: 'waiting',
  refusal: null,
});

/** How many wait for this person now, as the answer to a tap tells; -1 = it does not. */
export function waitingCount(delivery: Delivery): number {
  if (delivery === 'unreachable') return -1;
  const { waiting_count: count } = 'answer' in delivery ? delivery.answer : delivery.refusal.detail;
  return typeof count === 'number' ? count : -1;
}

/** What became of a decision (decide_by_token or decide_approval), in the language of the act. */
export function sayOutcome(act: QueuedAct, delivery: Delivery): string {
  const in_ = { locale: act.language };
  const isStop = act.args.p_decision === 'stop';
  if (delivery === 'unreachable') return isStop ? m.push_stop_kept({}, in_) : m.push_kept({}, in_);
  if ('answer' in delivery && isStop) return m.push_stopped({}, in_);
  if ('answer' in delivery) return act.args.p_decision === 'approve' ? m.push_approved({}, in_) : m.push_rejected({}, in_);
  const { code, detail } = delivery.refusal;
  const isApproved = detail.state === 'approved';
  const name = typeof detail.decided_by_name === 'string' ? detail.decided_by_name : m.decide_already_someone({}, in_);
  switch (code) {
    case 'already_decided':
      if (isStop && detail.decided_channel === 'auto') return m.push_stop_late({}, in_);
      return isApproved ? m.push_already_approved({ name }, in_) : m.push_already_rejected({ name }, in_);
    case 'used':
      if (detail.state === 'pending') return m.push_used_stopped({}, in_);
      return isApproved ? m.push_used_approved({}, in_) : m.push_used_rejected({}, in_);
    case 'stale':
      return m.push_stale({}, in_);
    case 'unknown_token':
      return m.push_unknown({}, in_);
    case 'forbidden':
    case 'not_found':
      return m.push_not_yours({}, in_);
    default:
      return m.push_failed({}, in_);
  }
}

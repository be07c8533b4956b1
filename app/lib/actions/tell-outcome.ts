// What came of a decision, in a toast. Fetched after the first decision: reading the feed does not need these words.
import { m } from '$paraglide/messages';
import type { Approval, Outcome } from '$lib/api/approvals.ts';
import { formatAgo, formatWhen } from '$lib/i18n/format.ts';
import { toasts } from '$lib/state/toasts.svelte.ts';
import type { Choice } from './decide.ts';

/** Outcomes that the card itself explains (stale, forbidden, needs_two_factor) have no toast. */
export function tellOutcome(approval: Approval, choice: Choice, outcome: Outcome): void {
  if (outcome.outcome === 'already_decided') {
    const said = { name: outcome.decided_by_name ?? m.decide_already_someone(), when: formatAgo(outcome.decided_at ?? Date.now()) };
    toasts.show(outcome.state === 'approved' ? m.decide_already_approved(said) : m.decide_already_rejected(said), {
      tone: 'warn',
      seconds: 10,
    });
  } else if (outcome.outcome === 'not_found') toasts.show(m.decide_not_found(), { tone: 'warn' });
  else if (outcome.outcome !== 'decided') return;
  else if (choice.decision === 'reject') toasts.show(m.decide_done_rejected());
  else if (approval.scheduled_at && Date.parse(approval.scheduled_at) > Date.now())
    toasts.show(m.decide_done_scheduled({ when: formatWhen(approval.scheduled_at) }), { tone: 'good' });
  else toasts.show(m.decide_done_approved(), { tone: 'good' });
}

/** For a card that is no longer there to say it. */
export const tellForbidden = (): void => void toasts.show(m.decide_forbidden(), { tone: 'warn', seconds: 10 });

/** For an address, from a notification, whose decision is made. */
export const tellNotWaiting = (): void => void toasts.show(m.push_gone(), { tone: 'warn' });

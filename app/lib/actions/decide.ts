// A person decides one approval: sent at once, or kept on the phone and sent when the network is back. Says what came of it in a toast.
import { m } from '$paraglide/messages';
import { decideApproval, type Approval, type DecisionArgs, type Edits, type Outcome } from '$lib/api/approvals.ts';
import { isOffline, type AppError } from '$lib/api/error.ts';
import { network } from '$lib/state/network.svelte.ts';
import { outbox } from '$lib/state/outbox.svelte.ts';
import { secondFactor } from '$lib/state/second-factor.svelte.ts';
import { toasts } from '$lib/state/toasts.svelte.ts';

export type Choice = { decision: 'approve'; edits: Edits | null } | { decision: 'reject'; reason: string };
/** `queued` = kept for later; `failed` = refused with an error that a toast has told */
export type Answer = Outcome | 'queued' | 'failed';

/** What a decision needs to know of a card. */
export type Decidable = Pick<Approval, 'id' | 'version' | 'content_hash' | 'title'>;

/** Arguments of decide_approval for what this person saw on this card. */
export const decisionArgs = (approval: Decidable, choice: Choice): DecisionArgs => ({
  p_approval_id: approval.id,
  p_decision: choice.decision,
  p_version: approval.version,
  p_content_hash: approval.content_hash,
  p_edits: choice.decision === 'approve' ? choice.edits : null,
  p_reason: choice.decision === 'reject' ? choice.reason : null,
  p_channel: 'app',
  p_client_key: crypto.randomUUID(),
});

export async function decide(approval: Approval, choice: Choice): Promise<Answer> {
  const args = decisionArgs(approval, choice);
  if (!network.online) return keep(approval, args);
  try {
    let outcome = await decideApproval(args);
    if (outcome.outcome === 'needs_two_factor' && (await secondFactor.ask())) outcome = await decideApproval(args);
    // words that found no place are kept with the reason
    if (args.p_edits && ['already_decided', 'forbidden', 'not_found'].includes(outcome.outcome))
      await outbox.keepRefused(actOf(approval, args), outcome);
    void import('./tell-outcome.ts').then(({ tellOutcome }) => tellOutcome(approval, choice, outcome));
    return outcome;
  } catch (error) {
    if (isOffline(error)) return keep(approval, args);
    toasts.show((error as AppError).message, { tone: 'bad' });
    return 'failed';
  }
}

const actOf = ({ id, title }: Decidable, args: DecisionArgs) => ({
  id: args.p_client_key,
  verb: 'decide_approval' as const,
  args,
  about: id,
  title,
});

async function keep(approval: Approval, args: DecisionArgs): Promise<'queued'> {
  await outbox.queue(actOf(approval, args));
  toasts.show(m.decide_queued(), { tone: 'warn' });
  return 'queued';
}

// A person approves several cards at once; offline each is kept as a decision of its own.
import { m } from '$paraglide/messages';
import { decideApprovals } from '$lib/api/approvals.ts';
import { isOffline, type AppError } from '$lib/api/error.ts';
import { network } from '$lib/state/network.svelte.ts';
import { outbox } from '$lib/state/outbox.svelte.ts';
import { secondFactor } from '$lib/state/second-factor.svelte.ts';
import { toasts } from '$lib/state/toasts.svelte.ts';
import { decisionArgs, type Answer, type Decidable } from './decide.ts';

/** @returns what came of each, in the order given */
export async function decideBatch(approvals: Decidable[]): Promise<Answer[]> {
  const decisions = approvals.map((approval) => decisionArgs(approval, { decision: 'approve', edits: null }));
  const keepAll = async (): Promise<Answer[]> => {
    for (const [at, args] of decisions.entries())
      await outbox.queue({
        id: args.p_client_key,
        verb: 'decide_approval',
        args,
        about: args.p_approval_id,
        title: approvals[at]?.title ?? '',
      });
    toasts.show(m.decide_queued(), { tone: 'warn' });
    return decisions.map(() => 'queued');
  };
  if (!network.online) return keepAll();
  try {
    let outcomes = await decideApprovals(decisions);
    if (outcomes.some(({ outcome }) => outcome === 'needs_two_factor') && (await secondFactor.ask()))
      outcomes = await decideApprovals(decisions);
    const count = outcomes.filter(({ outcome }) => outcome === 'decided').length;
    if (count === outcomes.length) toasts.show(m.decide_batch_done({ count }), { tone: 'good' });
    else toasts.show(m.decide_batch_some({ count }), { tone: 'warn', seconds: 10 });
    return outcomes;
  } catch (error) {
    if (isOffline(error)) return keepAll();
    toasts.show((error as AppError).message, { tone: 'bad' });
    return decisions.map(() => 'failed');
  }
}

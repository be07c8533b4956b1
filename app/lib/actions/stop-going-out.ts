// A person stops what would go out by itself: it becomes an ordinary card. Needs the network: later would be too late.
import { m } from '$paraglide/messages';
import { decideApproval, type Approval } from '$lib/api/approvals.ts';
import type { AppError } from '$lib/api/error.ts';
import { toasts } from '$lib/state/toasts.svelte.ts';
import { tellForbidden } from './tell-outcome.ts';

export async function stopGoingOut(approval: Pick<Approval, 'id' | 'version' | 'content_hash'>): Promise<void> {
  try {
    const { outcome } = await decideApproval({
      p_approval_id: approval.id,
      p_decision: 'stop',
      p_version: approval.version,
      p_content_hash: approval.content_hash,
      p_edits: null,
      p_reason: null,
      p_channel: 'app',
      p_client_key: crypto.randomUUID(),
    });
    if (outcome === 'stopped') toasts.show(m.decide_stopped(), { tone: 'good' });
    else if (outcome === 'forbidden') tellForbidden();
    else toasts.show(m.decide_stop_late(), { tone: 'warn' });
  } catch (error) {
    toasts.show((error as AppError).message, { tone: 'bad' });
  }
}

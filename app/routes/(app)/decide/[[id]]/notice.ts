// What a card says when its decision could not be made as asked. Gone cards (decided elsewhere, no longer there) have had their toast.
import type { Answer } from '$lib/actions/decide.ts';
import type { Approval } from '$lib/api/approvals.ts';

export type Notice =
  /** the text changed since; `seen` is what the person had before them, isEditKept = what they wrote waits in the edit sheet */
  { kind: 'stale'; seen: Approval; isEditKept: boolean } | { kind: 'forbidden' } | { kind: 'needs_two_factor' } | { kind: 'failed' };

export function noticeFor(seen: Approval, answer: Answer, isEdited = false): Notice | null {
  if (answer === 'failed') return { kind: 'failed' };
  if (answer === 'queued') return null;
  switch (answer.outcome) {
    case 'stale':
      return { kind: 'stale', seen, isEditKept: isEdited };
    case 'forbidden':
    case 'needs_two_factor':
      return { kind: answer.outcome };
    default:
      return null;
  }
}

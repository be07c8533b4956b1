// What a person wrote into a post whose decision was not taken goes back into the edit sheet of the version that stands now. Fetched when that happens.
import type { Approval, Edits } from '$lib/api/approvals.ts';
import { draftKey } from '$lib/offline/draft.svelte.ts';

/** Fields that were not edited are those of `approval`, as it is now. */
export function keepEdits(approval: Approval, edits: Edits): void {
  const { headline, body, hashtags, call_to_action } = { ...approval, ...edits };
  const words = { headline, body, hashtags: hashtags.join(' '), call_to_action };
  localStorage.setItem(draftKey(`edit.${approval.id}.${approval.version}`), JSON.stringify(words));
}

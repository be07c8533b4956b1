// What kinds and states of runs are called on the screen.
import { m } from '$paraglide/messages';
import { chainWords } from '$lib/i18n/catalog-words.svelte.ts';
import type { Run, RunState } from '$lib/api/runs.ts';

const chains: Record<string, () => string> = {
  create_social_post: () => m.chain_create_social_post(),
  brand_dna_extract: () => m.chain_brand_dna_extract(),
};
const states: Record<RunState, () => string> = {
  running: () => m.run_state_running(),
  awaiting_approval: () => m.run_state_awaiting_approval(),
  done: () => m.run_state_done(),
  failed: () => m.run_state_failed(),
  cancelled: () => m.run_state_cancelled(),
};

export const chainName = (chainKey: string): string => chains[chainKey]?.() ?? chainWords(chainKey)[0];
/** What was asked for, in the person's words; a run that nobody put into words is called by its chain. */
export const runTitle = ({ title, input, chain_key }: Pick<Run, 'title' | 'input' | 'chain_key'>): string =>
  input.request || input.url ? title : chainName(chain_key);
export const runStateName = (state: RunState): string => states[state]();

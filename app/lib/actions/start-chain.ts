// A person sets the agents to work on a chain and follows it. Needs the network: the answer is the run.
import { goto } from '$app/navigation';
import type { AppError } from '$lib/api/error.ts';
import { startChain } from '$lib/api/runs.ts';
import { toasts } from '$lib/state/toasts.svelte.ts';

/** @returns true when it has begun and the run is on the screen; otherwise a toast has said why. */
export async function setToWork(chainKey: string, input: Record<string, unknown> = {}): Promise<boolean> {
  try {
    const { run_id } = await startChain(chainKey, input, crypto.randomUUID());
    await goto(`/runs/${run_id}`);
    return true;
  } catch (error) {
    toasts.show((error as AppError).message, { tone: 'bad' });
    return false;
  }
}

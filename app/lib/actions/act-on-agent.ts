// A person wakes, rests, pauses, restarts an agent or switches it on or off. Needs the network: what an agent does now is asked now.
import { actOnAgent, switchAgent, type AgentAct } from '$lib/api/agents.ts';
import type { AppError } from '$lib/api/error.ts';
import { toasts } from '$lib/state/toasts.svelte.ts';

/** @returns true when it was done; otherwise a toast has said why. */
export async function tellAgent(key: string, act: AgentAct | 'switch_on' | 'switch_off'): Promise<boolean> {
  try {
    await (act === 'switch_on' || act === 'switch_off' ? switchAgent(key, act === 'switch_on') : actOnAgent(act, key));
    return true;
  } catch (error) {
    toasts.show((error as AppError).message, { tone: 'bad' });
    return false;
  }
}

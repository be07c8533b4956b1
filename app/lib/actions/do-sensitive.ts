// A sensitive act: the second factor is asked for once where the database wants it, a refusal is told in a toast.
import type { AppError } from '$lib/api/error.ts';
import { secondFactor } from '$lib/state/second-factor.svelte.ts';
import { toasts } from '$lib/state/toasts.svelte.ts';

/** @returns what the act answered, or null when it was not done (and the person knows why) */
export async function doSensitive<T>(act: () => Promise<T>): Promise<T | null> {
  try {
    try {
      return await act();
    } catch (error) {
      if ((error as AppError).code !== 'needs_two_factor') throw error;
      return (await secondFactor.ask()) ? await act() : null;
    }
  } catch (error) {
    toasts.show((error as AppError).message, { tone: 'bad' });
    return null;
  }
}

// A form's button is always in sight; what was wrong with the form may not be.
import { tick } from 'svelte';

/** Scrolls the first element of `selector` to the middle of the screen once what was just set is drawn. */
export async function bringIntoSight(selector: string): Promise<void> {
  await tick();
  document.querySelector(selector)?.scrollIntoView({ block: 'center' });
}

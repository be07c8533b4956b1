// What the steps of chains are called on the screen; keys as in supabase/catalog/chains. Those that everybody meets first are carried, the others fetched.
import { m } from '$paraglide/messages';
import { stepWords } from './catalog-words.svelte.ts';

const names: Record<string, () => string> = {
  text: () => m.step_text(),
  hashtags_and_call_to_action: () => m.step_hashtags_and_call_to_action(),
  visual: () => m.step_visual(),
  quality_review: () => m.step_quality_review(),
  quality_gate: () => m.step_quality_gate(),
  fetch: () => m.step_fetch(),
  colours: () => m.step_colours(),
  fonts: () => m.step_fonts(),
  voice: () => m.step_voice(),
  audience: () => m.step_audience(),
  competitors_and_services: () => m.step_competitors_and_services(),
  build_dna: () => m.step_build_dna(),
};

/** The review that the engine puts behind a step (`<key>_review`) is called by the step it reviews. */
export const stepName = (stepKey: string): string =>
  names[stepKey]?.() ??
  (stepKey.endsWith('_review') ? m.run_review_of({ step: stepName(stepKey.slice(0, -'_review'.length)) }) : stepWords(stepKey));

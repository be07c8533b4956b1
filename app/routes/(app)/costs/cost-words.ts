// What the levers of saving and the reasons for leaving work out are called. Used by the costs screen.
import { m } from '$paraglide/messages';
import type { Lever } from '$lib/api/costs.ts';

const levers: Record<Lever, [name: () => string, about: () => string]> = {
  routing: [() => m.lever_routing(), () => m.lever_routing_about()],
  local: [() => m.lever_local(), () => m.lever_local_about()],
  batch: [() => m.lever_batch(), () => m.lever_batch_about()],
  prompt_cache: [() => m.lever_prompt_cache(), () => m.lever_prompt_cache_about()],
  semantic_cache: [() => m.lever_semantic_cache(), () => m.lever_semantic_cache_about()],
  plan_limits: [() => m.lever_plan_limits(), () => m.lever_plan_limits_about()],
};
const reasons: Record<string, () => string> = {
  daily_tasks_spent: () => m.skipped_tasks(),
  daily_cost_spent: () => m.skipped_cost(),
  kept_for_people: () => m.skipped_kept(),
  cost_hold: () => m.skipped_hold(),
  agent_is_off: () => m.skipped_off(),
};

export const leverWords = (lever: Lever): { name: string; about: string } => ({ name: levers[lever][0](), about: levers[lever][1]() });
export const reasonWords = (why: string): string => reasons[why]?.() ?? why.replaceAll('_', ' ');

// What an agent is called in the person's language, and its face (two letters and a colour) as the catalog gives it.
import { m } from '$paraglide/messages';
import { agentWords, faceOf } from './catalog-words.svelte.ts';

const names: Record<string, () => string> = {
  content_writer: () => m.agent_content_writer(),
  creative_producer: () => m.agent_creative_producer(),
  content_qa: () => m.agent_content_qa(),
  brand_dna_analyst: () => m.agent_brand_dna_analyst(),
};
// Only those whom everybody meets first: each face in the bundle is paid for on every first visit. The others come when they are asked for.
const initials = import.meta.glob<string>(
  '/supabase/catalog/agents/{content_writer,creative_producer,content_qa,brand_dna_analyst}/agent.json',
  {
    import: 'initials',
    eager: true,
  },
);
const colours = import.meta.glob<string>(
  '/supabase/catalog/agents/{content_writer,creative_producer,content_qa,brand_dna_analyst}/agent.json',
  {
    import: 'colour',
    eager: true,
  },
);
const file = (agentKey: string) => `/supabase/catalog/agents/${agentKey}/agent.json`;

/** @param agentKey e.g. content_writer; a tenant's own agent is called by its key in plain letters */
export const agentName = (agentKey: string): string => names[agentKey]?.() ?? agentWords(agentKey)[0];

/** A tenant's own agent gets its first two letters and a neutral colour. */
export const agentFace = (agentKey: string): { initials: string; colour: string } => {
  const letters = initials[file(agentKey)];
  const colour = colours[file(agentKey)];
  return letters && colour
    ? { initials: letters, colour }
    : (faceOf(agentKey) ?? { initials: agentKey.slice(0, 2).toUpperCase(), colour: '#8fa3bf' });
};

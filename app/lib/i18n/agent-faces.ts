// The faces of all agents as the catalog gives them: two letters and a colour. Fetched by catalog-words.svelte.ts when one is asked for that agents.ts does not carry.
const initials = import.meta.glob<string>('/supabase/catalog/agents/*/agent.json', { import: 'initials', eager: true });
const colours = import.meta.glob<string>('/supabase/catalog/agents/*/agent.json', { import: 'colour', eager: true });
const keyOf = (path: string) => path.split('/').at(-2) ?? '';

export const faces = Object.fromEntries(
  Object.entries(initials).map(([path, letters]) => [keyOf(path), { initials: letters, colour: colours[path] ?? '#8fa3bf' }]),
);

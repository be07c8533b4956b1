// What agents, chains, steps and skills are called in the person's language: one file a language (supabase/catalog/words), fetched when a screen first
// asks for a word that the app does not carry itself. Until it is there the key in plain letters stands in. Called by agents.ts, step-names.ts and screens.
import { locale } from './locale.svelte.ts';

type Named = [name: string, about: string];
export type CatalogWords = {
  agents: Record<string, Named>;
  departments: Record<string, string>;
  chains: Record<string, Named>;
  steps: Record<string, string>;
  skills: Record<string, Named>;
  categories: Record<string, string>;
};
type Faces = Record<string, { initials: string; colour: string }>;

const files = import.meta.glob<CatalogWords>('/supabase/catalog/words/*.json', { import: 'default' });

class Words {
  #loaded = $state.raw<Partial<Record<string, CatalogWords>>>({});
  #faces = $state.raw<Faces>({});
  #asked = new Set<string>();

  /** The words of the current language, or null while they are fetched. */
  get current(): CatalogWords | null {
    const language = locale.current;
    this.#once(language, async () => {
      const words = await files[`/supabase/catalog/words/${language}.json`]?.();
      if (words) this.#loaded = { ...this.#loaded, [language]: words };
    });
    return this.#loaded[language] ?? null;
  }

  get faces(): Faces {
    this.#once('faces', async () => void (this.#faces = (await import('./agent-faces.ts')).faces));
    return this.#faces;
  }

  /** A fetch that failed (no network) is tried again at the next question. */
  #once(what: string, load: () => Promise<void>): void {
    if (this.#asked.has(what)) return;
    this.#asked.add(what);
    load().catch(() => this.#asked.delete(what));
  }
}

const words = new Words();
const plain = (key: string) => key.replaceAll(/[_-]/g, ' ');

export const faceOf = (agentKey: string) => words.faces[agentKey];
export const agentWords = (key: string): Named => words.current?.agents[key] ?? [plain(key), ''];
export const departmentName = (key: string): string => words.current?.departments[key] ?? plain(key);
export const chainWords = (key: string): Named => words.current?.chains[key] ?? [plain(key), ''];
export const stepWords = (key: string): string => words.current?.steps[key] ?? plain(key);
export const skillWords = (key: string): Named => words.current?.skills[key] ?? [plain(key), ''];
export const categoryName = (key: string): string => words.current?.categories[key] ?? plain(key);

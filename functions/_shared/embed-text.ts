// A text as 384 numbers, near those of texts like it. Called wherever learned things are kept or looked up by nearness.
import { embed } from './house/embed.ts';

/** Hosted edge functions bring a small model along: https://supabase.com/docs/guides/functions/ai-models (gte-small, 384, cut at 512 tokens). */
type Session = { run: (text: string, options: { mean_pool: boolean; normalize: boolean }) => Promise<number[]> };
type Hosted = { Supabase?: { ai?: { Session: new (model: string) => Session } } };

let session: Session | null | undefined;

/**
 * gte-small where the place has it, else the house's hashed groups of letters. Unit length; null for a text without words.
 * The two are different spaces: what is kept with one is not found with the other, so an installation stays with what it has.
 */
export async function embedText(text: string): Promise<number[] | null> {
  const { Supabase } = globalThis as Hosted;
  if (session === undefined) session = Supabase?.ai ? new Supabase.ai.Session('gte-small') : null;
  if (session) return session.run(text.slice(0, 2000), { mean_pool: true, normalize: true });
  const vector = embed(text);
  return vector.some((value) => value !== 0) ? [...vector] : null;
}

// Gives learned patterns their place among the others (384 numbers), a few at a time. Called by index.ts after a shift.
import { embedText } from '../_shared/embed-text.ts';
import type { WorkerClient } from '../_shared/worker-client.ts';

const atOnce = 20;

/** A text without a single word lies at the origin: it is near nothing, and not asked for again. @returns how many */
export async function embedPatterns(client: Pick<WorkerClient, 'patternsToEmbed' | 'keepEmbeddings'>): Promise<number> {
  const patterns = await client.patternsToEmbed(atOnce);
  if (patterns.length === 0) return 0;
  const items = [];
  for (const { id, body } of patterns) items.push({ id, embedding: (await embedText(body)) ?? Array.from({ length: 384 }, () => 0) });
  await client.keepEmbeddings(items);
  return items.length;
}

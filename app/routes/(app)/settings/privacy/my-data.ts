// A person's data as one JSON file, part by part: {about: {person_id, at}, account: [...], memberships: [...], …}.
import { m } from '$paraglide/messages';
import { readExportPage, readExportParts } from '$lib/api/privacy.ts';

/** How far it is: the part at work, `at` of `of` parts, and all rows so far. */
export type Written = { part: string; at: number; of: number; count: number };

export async function* myDataAsJson(tell: (written: Written) => void): AsyncGenerator<string> {
  const { parts, ...about } = await readExportParts();
  let count = 0;
  yield `{\n"about": ${JSON.stringify(about)}`;
  for (const [at, part] of parts.entries()) {
    yield `,\n${JSON.stringify(part)}: [`;
    let after: string | null = null;
    let lead = '\n';
    do {
      tell({ part, at, of: parts.length, count });
      const page = await readExportPage(part, after);
      after = page.next;
      count += page.items.length;
      if (!page.items.length) continue;
      yield lead + page.items.map((item) => JSON.stringify(item)).join(',\n');
      lead = ',\n';
    } while (after !== null);
    yield ']';
  }
  tell({ part: parts.at(-1) ?? '', at: parts.length, of: parts.length, count });
  yield '\n}\n';
}

const names: Record<string, () => string> = {
  account: m.privacy_part_account,
  memberships: m.privacy_part_account,
  sessions: m.privacy_part_account,
  consents: m.privacy_part_account,
  notifications: m.privacy_part_reach,
  devices: m.privacy_part_reach,
  channels: m.privacy_part_reach,
  chats: m.privacy_part_reach,
  reach: m.privacy_part_reach,
  deliveries: m.privacy_part_reach,
  events: m.privacy_part_log,
};
/** What a part is about, in the person's words. */
export const partName = (part: string): string => (names[part] ?? m.privacy_part_activity)();

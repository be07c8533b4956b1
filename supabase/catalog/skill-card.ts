// Reads a skill's Markdown card: front matter in YAML between two `---` lines, then prompt templates separated by `---prompt---` lines. Called by the catalog
// loader and by the builder on the phone; propose_skill holds what comes out to its shape.
import { parseDocument } from 'yaml';

export type SkillCard = Record<string, unknown> & { prompts: string[] };

/** A card that cannot be read; `line` counts from 1 in the card's text. */
export class SkillCardError extends Error {
  override readonly name = 'SkillCardError';
  readonly code: 'no_front_matter' | 'bad_yaml' | 'no_fields';
  readonly line: number;

  constructor(code: SkillCardError['code'], line: number, message: string) {
    super(message);
    this.code = code;
    this.line = line;
  }
}

/** @throws SkillCardError saying what cannot be read, and in which line */
export function readSkillCard(text: string): SkillCard {
  const [, head, body] = /^---\n([\s\S]*?)\n---[ \t]*(?:\n([\s\S]*))?$/.exec(text.replaceAll('\r\n', '\n').trimStart()) ?? [];
  if (head === undefined) throw new SkillCardError('no_front_matter', 1, 'A skill card starts with front matter between two --- lines.');
  const front = parseDocument(head, { prettyErrors: true });
  const [problem] = front.errors;
  if (problem)
    throw new SkillCardError('bad_yaml', (problem.linePos?.[0].line ?? 1) + 1, problem.message.split('\n')[0] ?? problem.message);
  const fields: unknown = front.toJS({ maxAliasCount: 0 });
  if (typeof fields !== 'object' || fields === null || Array.isArray(fields))
    throw new SkillCardError('no_fields', 2, 'The front matter of a skill card is a list of fields: name, kind, description …');
  const prompts = (body ?? '').split(/^---prompt---$/m).map((prompt) => prompt.trim());
  return { ...fields, prompts: prompts.filter((prompt) => prompt !== '') };
}

// A skill's card as the catalog has it, with its schemas ready to hold inputs and outputs to. Used by the tests of skills.
import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

const dir = join(import.meta.dirname, '../supabase/catalog/skills');

const FrontMatter = z.looseObject({
  name: z.string(),
  category: z.string(),
  kind: z.enum(['prompt', 'code', 'http']),
  description: z.string(),
  active: z.boolean(),
  tools: z.array(z.string()),
  account: z.string().optional(),
  account_owner: z.enum(['tenant', 'platform']).optional(),
  hosts: z.array(z.string()).optional(),
  max_output_tokens: z.number().int().optional(),
  input_schema: z.custom<z.core.JSONSchema.JSONSchema>(),
  output_schema: z.custom<z.core.JSONSchema.JSONSchema>(),
});

export type Card = z.infer<typeof FrontMatter> & {
  prompts: string[];
  /** parse() gives the inputs with the card's defaults */
  input: z.ZodType<Record<string, unknown>>;
  output: z.ZodType<Record<string, unknown>>;
};

/** @throws Error when no card or more than one has this name */
export function readCard(name: string): Card {
  const [file, another] = globSync(`*/${name}.md`, { cwd: dir });
  if (!file || another) throw new Error(`${file ? 'more than one' : 'no'} card is called ${name}`);
  const [, head = '', body = ''] = /^---\n([\s\S]*?)\n---\n?([\s\S]*)$/.exec(readFileSync(join(dir, file), 'utf8')) ?? [];
  const front = FrontMatter.parse(parse(head));
  return {
    ...front,
    prompts: body.split(/^---prompt---$/m).map((prompt) => prompt.trim()),
    input: z.fromJSONSchema(front.input_schema) as Card['input'],
    output: z.fromJSONSchema(front.output_schema) as Card['output'],
  };
}

/** Names of the cards of one category (its folder's name) or of all. */
export const cardNames = (category = '*'): string[] =>
  globSync(`${category}/*.md`, { cwd: dir })
    .filter((file) => dirname(file) !== '.')
    .map((file) => basename(file, '.md'))
    .sort();

// Walks an answer beside its schema: what of it is prose for a reader, what is a number, what a code of the program. Called by judge-answer.ts.
import type { z } from 'zod';

type Schema = z.core.JSONSchema.JSONSchema;

export type Leaf = { path: string; kind: 'prose' | 'number' | 'code'; value: string | number };

const codeNames = /(?:^|\.)(?:[a-z_]*id|[a-z_]*url|key|slug|path|reference|currency|hands_over_to)$/;

/** Leaves in the order of the answer, `path` as `pieces.3.request`. A text is a code when its schema lists, formats or patterns it, or its name is one of a program. */
export function leavesOf(value: unknown, schema: Schema = {}, path = ''): Leaf[] {
  const here = (schema.anyOf?.find((choice) => typeof choice === 'object' && choice.type !== 'null') ?? schema) as Schema;
  if (Array.isArray(value))
    return value.flatMap((member, index) => leavesOf(member, here.items as Schema | undefined, join(path, String(index))));
  if (value && typeof value === 'object')
    return Object.entries(value).flatMap(([name, member]) =>
      leavesOf(member, here.properties?.[name] as Schema | undefined, join(path, name)),
    );
  if (typeof value === 'number') return [{ path, kind: 'number', value }];
  if (typeof value !== 'string' || value === '') return [];
  const isCode = Boolean(here.enum ?? here.format ?? here.pattern) || codeNames.test(path) || /^https?:\/\/\S+$/.test(value);
  return [{ path, kind: isCode ? 'code' : 'prose', value }];
}

const join = (path: string, name: string) => (path ? `${path}.${name}` : name);

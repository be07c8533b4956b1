// The fields of a JSON schema in the order that they were written: the database sorts the fields of an object, but keeps the list of those that are required.
import type { Schema } from '$lib/api/skills.ts';

export function schemaFields(schema: Schema | undefined): [string, Schema][] {
  const order = new Map(schema?.required?.map((key, at) => [key, at]));
  const place = (key: string) => order.get(key) ?? order.size;
  return Object.entries(schema?.properties ?? {}).toSorted(([a], [b]) => place(a) - place(b));
}

// What keep-audit asks of the database and of bucket audit. Called by index.ts.
import { createClient } from '@supabase/supabase-js';
import { z } from 'zod';

/** worker.read_heads: the heads of all chains at the end of a day. */
export const Heads = z.object({
  day: z.iso.date(),
  path: z.string(),
  heads: z.array(z.object({ tenant_id: z.string(), number: z.number().int(), total: z.number().int(), hash: z.string().length(64) })),
});
export type Heads = z.infer<typeof Heads>;

/** worker.read_archive_part: lines that must go into the archive next. */
export const Part = z.object({
  month: z.iso.date(),
  part: z.number().int(),
  count: z.number().int(),
  to_id: z.number().int(),
  text: z.string(),
  is_last: z.boolean(),
  path: z.string(),
});
export type Part = z.infer<typeof Part>;

/** worker.read_files_to_remove: objects of the storage that have to go with a person. */
export const Files = z.array(z.object({ bucket: z.string(), path: z.string() }));
export type Files = z.infer<typeof Files>;

export interface AuditClient {
  readFilesToRemove(): Promise<Files>;
  /** Removes objects of one bucket, then tells the database; one that is gone already is no fault. */
  removeFiles(bucket: string, paths: string[]): Promise<void>;
  readHeads(): Promise<Heads | null>;
  settleHeads(heads: Heads, isPosted: boolean): Promise<void>;
  readPart(lines: number): Promise<Part | null>;
  /** false: another worker was faster */
  keepPart(part: Part, sha256: string): Promise<boolean>;
  /** false: the month is not due any more */
  dropMonth(month: string): Promise<boolean>;
  /** Puts a new file into the bucket; one that is there already is left as it is. */
  store(path: string, bytes: Uint8Array<ArrayBuffer>, type: string): Promise<void>;
  fetch(path: string): Promise<Uint8Array<ArrayBuffer>>;
}

/** @throws Error with the database's or the bucket's own message */
export function createAuditClient(url: string, serviceKey: string): AuditClient {
  const client = createClient(url, serviceKey, { auth: { persistSession: false, autoRefreshToken: false } });
  const bucket = client.storage.from('audit');
  const ask = async <T>(verb: string, args: Record<string, unknown>, shape: z.ZodType<T>): Promise<T> => {
    const { data, error } = await client.schema('worker').rpc(verb, args);
    if (error) throw new Error(`${verb}: ${error.message}`);
    return shape.parse(data);
  };
  return {
    readFilesToRemove: () => ask('read_files_to_remove', {}, Files),
    async removeFiles(name, paths) {
      const { error } = await client.storage.from(name).remove(paths);
      if (error) throw new Error(`${name}: ${error.message}`);
      await ask('settle_removed', { p_bucket: name, p_paths: paths }, z.unknown());
    },
    readHeads: () => ask('read_heads', {}, Heads.nullable()),
    settleHeads: async ({ day, path, heads }, isPosted) => {
      await ask('settle_heads', { p_day: day, p_path: path, p_heads: heads.length, p_is_posted: isPosted }, z.unknown());
    },
    readPart: (lines) => ask('read_archive_part', { p_limit: lines }, Part.nullable()),
    keepPart: ({ month, part, path, count, to_id }, sha256) =>
      ask(
        'keep_archive_part',
        { p_month: month, p_part: part, p_path: path, p_sha256: sha256, p_count: count, p_to_id: to_id },
        z.boolean(),
      ),
    dropMonth: (month) => ask('drop_archived_month', { p_month: month }, z.boolean()),
    async store(path, bytes, type) {
      const { error } = await bucket.upload(path, bytes, { contentType: type, upsert: false });
      if (error && !/exists|duplicate/i.test(error.message)) throw new Error(`${path}: ${error.message}`);
    },
    async fetch(path) {
      const { data, error } = await bucket.download(path);
      if (error) throw new Error(`${path}: ${error.message}`);
      return new Uint8Array(await data.arrayBuffer());
    },
  };
}

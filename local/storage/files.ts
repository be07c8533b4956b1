// Storage objects as files of a folder, one file and one .json beside it for each object. Names are hashes of bucket and path, so
// that no path can leave the folder. Given to lite by boot.ts; who may read what is decided before, by policies.
import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { copyFile, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { ReadableStream as NodeReadableStream } from 'node:stream/web';
import type { App } from '@supabase/lite';

type StorageAdapter = NonNullable<App['_storageAdapter']>;
type Metadata = Awaited<ReturnType<StorageAdapter['headObject']>>;

interface Kept {
  contentType: string;
  cacheControl: string;
  eTag: string;
}

export class FileStorage implements StorageAdapter {
  readonly driver = null;
  readonly #dir: string;

  constructor(dir: string) {
    this.#dir = dir;
  }

  async getObject(bucket: string, key: string) {
    const file = this.#file(bucket, key);
    const metadata = await this.#metadata(file);
    return { metadata, httpStatusCode: 200, body: Readable.toWeb(createReadStream(file)) } as unknown as Awaited<
      ReturnType<StorageAdapter['getObject']>
    >;
  }

  async uploadObject(
    bucket: string,
    key: string,
    _version: string | undefined,
    body: Parameters<StorageAdapter['uploadObject']>[3],
    contentType: string,
    cacheControl: string,
  ): Promise<Metadata> {
    const file = this.#file(bucket, key);
    const bytes = body instanceof Uint8Array ? body : await buffer(Readable.fromWeb(body as unknown as NodeReadableStream));
    await mkdir(dirname(file), { recursive: true });
    const eTag = `"${createHash('md5').update(bytes).digest('hex')}"`;
    await writeWhole(`${file}.json`, JSON.stringify({ contentType, cacheControl, eTag } satisfies Kept));
    await writeWhole(file, bytes);
    return this.#metadata(file);
  }

  async deleteObject(bucket: string, key: string): Promise<void> {
    const file = this.#file(bucket, key);
    await Promise.all([rm(file, { force: true }), rm(`${file}.json`, { force: true })]);
  }

  async deleteObjects(bucket: string, keys: string[]): Promise<void> {
    await Promise.all(keys.map((key) => this.deleteObject(bucket, key)));
  }

  async copyObject(fromBucket: string, from: string, _version: string | undefined, toBucket: string, to: string): Promise<Metadata> {
    const [source, target] = [this.#file(fromBucket, from), this.#file(toBucket, to)];
    await mkdir(dirname(target), { recursive: true });
    await Promise.all([copyFile(source, target), copyFile(`${source}.json`, `${target}.json`)]);
    return this.#metadata(target);
  }

  headObject(bucket: string, key: string): Promise<Metadata> {
    return this.#metadata(this.#file(bucket, key));
  }

  async privateAssetUrl(bucket: string, key: string): Promise<string> {
    return `file://${this.#file(bucket, key)}`;
  }

  #file(bucket: string, key: string): string {
    const name = createHash('sha256').update(`${bucket}\0${key}`).digest('hex');
    return join(this.#dir, name.slice(0, 2), name);
  }

  async #metadata(file: string): Promise<Metadata> {
    const [kept, facts] = await Promise.all([readFile(`${file}.json`, 'utf8'), stat(file)]);
    const { contentType, cacheControl, eTag } = JSON.parse(kept) as Kept;
    return {
      cacheControl,
      mimetype: contentType,
      eTag,
      lastModified: facts.mtime,
      contentLength: facts.size,
      size: facts.size,
      httpStatusCode: 200,
    };
  }
}

/** Written aside and renamed: a kill in the middle leaves the old file, never half of the new one; of two at once the later stands whole. */
async function writeWhole(file: string, content: string | Uint8Array): Promise<void> {
  const aside = `${file}.${randomUUID()}`;
  await writeFile(aside, content);
  await rename(aside, file);
}

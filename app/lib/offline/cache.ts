// The last answer of each read, per person and tenant, so that a screen opens at once and offline.
import { phoneStore } from './database.ts';

export type Cached<T> = { value: T; saved_at: number };

export async function readCache<T>(userId: string, tenantId: string, name: string): Promise<Cached<T> | null> {
  const row = await (await phoneStore()).get('cache', [userId, tenantId, name]);
  return row ? { value: row.value as T, saved_at: row.saved_at } : null;
}

export async function writeCache(userId: string, tenantId: string, name: string, value: unknown): Promise<void> {
  await (await phoneStore()).put('cache', { value, saved_at: Date.now() }, [userId, tenantId, name]);
}

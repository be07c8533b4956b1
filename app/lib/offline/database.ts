// The phone's own store (IndexedDB): what may be read offline and what waits to be sent. Every row belongs to one person and one tenant.
import type { Language } from '$supabase/payloads.ts';
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';

/** A write made on this phone that has not been answered by the server yet, or that it refused. `id` is the verb's p_client_key, or the token it decides with. */
export type QueuedAct = {
  id: string;
  user_id: string;
  tenant_id: string;
  /** decide_by_token: a tap on a notification, good without a session */
  verb: 'decide_approval' | 'decide_by_token' | 'request_post';
  args: Record<string, unknown>;
  /** the approval that is decided; null for a request */
  about: string | null;
  /** what the person did, in their words, to show while it waits */
  title: string;
  /** of the screen it was done on: the service worker tells in it what became of it */
  language: Language;
  queued_at: number;
  state: 'waiting' | 'refused';
  refusal: { code: string; detail: Record<string, unknown> } | null;
};

/** The access token (never the refresh token) for sending the outbox while no page is open. */
export type SendingSession = { user_id: string; access_token: string; expires_at: number };

interface Schema extends DBSchema {
  cache: { key: [user: string, tenant: string, name: string]; value: { value: unknown; saved_at: number } };
  outbox: { key: string; value: QueuedAct; indexes: { of_user: string } };
  session: { key: 'current'; value: SendingSession };
}

let opened: Promise<IDBPDatabase<Schema>> | undefined;

export const phoneStore = (): Promise<IDBPDatabase<Schema>> =>
  (opened ??= openDB<Schema>('nexio', 1, {
    upgrade(database) {
      database.createObjectStore('cache');
      database.createObjectStore('outbox', { keyPath: 'id' }).createIndex('of_user', 'user_id');
      database.createObjectStore('session');
    },
    blocking: (_current, _next, event) => (event.target as IDBDatabase).close(),
    terminated: () => (opened = undefined),
  }));

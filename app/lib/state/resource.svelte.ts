// A read that a screen stands on: the phone's copy at once, the server's answer after, again when something live says so.
import { onMount } from 'svelte';
import type { AppError } from '$lib/api/error.ts';
import { onLive, type LiveEvent, type LivePayload } from '$lib/api/live.ts';
import { chosenTenantId } from '$lib/api/tenant-choice.ts';
import { readCache, writeCache } from '$lib/offline/cache.ts';
import { tellFirstRead } from './first-read.ts';
import { session } from './session.svelte.ts';

type Options<T> = {
  /** name of the phone's copy; leave out for what must not be kept */
  keep?: string;
  load: () => Promise<T>;
  /** realtime events after which the read is repeated */
  live?: readonly LiveEvent[];
  /** only for events of this run */
  runId?: string;
  /** what this screen did itself, and knows already, is not read again */
  isOwn?: (id: LivePayload['id']) => boolean;
};

/** Between two reads that events ask for. */
const pauseMs = 250;

export class Resource<T> {
  data = $state.raw<T | null>(null);
  error = $state.raw<AppError | null>(null);
  /** true until the first answer, from the phone or the server */
  loading = $state(true);
  /** when the phone's copy was saved (ms), while it is what is shown */
  keptSince = $state<number | null>(null);
  #asked = false;
  #reading: Promise<void> | null = null;

  constructor(private readonly options: Options<T>) {}

  /** Reads again. One read at a time: whatever asks meanwhile gets the one that starts after it, so that a busy run does not flood a slow line. */
  refresh(): Promise<void> {
    this.#asked = true;
    return (this.#reading ??= this.#readWhileAsked());
  }

  async #readWhileAsked(): Promise<void> {
    let again = true;
    while (again) {
      this.#asked = false;
      try {
        this.data = await this.options.load();
        this.error = null;
        this.keptSince = null;
        void this.#keep(this.data);
      } catch (error) {
        this.error = error as AppError;
      }
      this.loading = false;
      tellFirstRead();
      if (this.#asked) await new Promise((resolve) => setTimeout(resolve, pauseMs));
      again = this.#asked;
    }
    this.#reading = null;
  }

  /** Takes over what the screen knows without reading: its own act has just been answered. */
  replace(data: T): void {
    this.data = data;
    void this.#keep(data);
  }

  async showKept(): Promise<void> {
    const where = this.#place();
    if (!where) return;
    const kept = await readCache<T>(...where).catch(() => null);
    if (!kept || this.data !== null) return;
    this.data = kept.value;
    this.keptSince = kept.saved_at;
    this.loading = false;
  }

  async #keep(data: T): Promise<void> {
    const where = this.#place();
    if (where) await writeCache(...where, data).catch(() => null);
  }

  #place(): [string, string, string] | null {
    const { keep } = this.options;
    const userId = session.user?.id;
    const tenantId = chosenTenantId();
    return keep && userId && tenantId ? [userId, tenantId, keep] : null;
  }
}

/** Makes a Resource for the life of the component being set up: shows the kept copy, loads, listens, stops on unmount. */
export function useResource<T>(options: Options<T>): Resource<T> {
  const resource = new Resource(options);
  onMount(() => {
    void resource.showKept();
    void resource.refresh();
    if (!options.live) return;
    return onLive(options.live, (payload) => {
      if (options.isOwn?.(payload.id)) return;
      if (!options.runId || !payload.run_id || payload.run_id === options.runId) void resource.refresh();
    });
  });
  return resource;
}

// The list of acts as it grows downwards: pages of the audit for one filter. A page may find nothing and say where to go on; then it goes on by itself.
import { readAudit, type Act, type AuditFilter } from '$lib/api/audit.ts';
import type { AppError } from '$lib/api/error.ts';

export class Acts {
  rows = $state.raw<Act[]>([]);
  loading = $state(true);
  error = $state.raw<AppError | null>(null);
  /** how far back the search has come while it has not filled a page */
  searchedTo = $state<string | null>(null);
  ended = $state(false);
  #next: number | null = null;
  #filter: AuditFilter = {};
  #turn = 0;

  /** Begins anew with this filter; what an older one still brings is dropped. */
  show(filter: AuditFilter): Promise<void> {
    this.#filter = filter;
    this.#next = null;
    this.#turn += 1;
    this.rows = [];
    this.ended = false;
    return this.#load();
  }

  more(): Promise<void> {
    return this.loading || this.ended ? Promise.resolve() : this.#load();
  }

  async #load(): Promise<void> {
    const turn = this.#turn;
    this.loading = true;
    this.error = null;
    try {
      for (let found = 0; found < 10 && !this.ended;) {
        const page = await readAudit(this.#filter, this.#next);
        if (turn !== this.#turn) return;
        this.rows = [...this.rows, ...page.items];
        this.#next = page.next;
        this.ended = page.next === null;
        this.searchedTo = page.looked_back_to;
        found += page.items.length;
      }
    } catch (error) {
      if (turn === this.#turn) this.error = error as AppError;
    }
    if (turn === this.#turn) this.loading = false;
  }
}

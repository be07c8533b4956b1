// What the decide screen stands on: the cards that wait, the one in sight, the ones chosen for a batch, and what came of each decision.
import { decide, type Choice } from '$lib/actions/decide.ts';
import type { Approval, Edits } from '$lib/api/approvals.ts';
import type { Resource } from '$lib/state/resource.svelte.ts';
import type { Notice } from './notice.ts';

export type Leaving = { id: string; where: 'approve' | 'reject' };

export class DecideState {
  /** decided here, on the way to the server or kept for later: no longer in sight */
  #gone = $state<ReadonlySet<string>>(new Set());
  #wantedId = $state<string | null>(null);
  /** the card that is moving to where it went */
  leaving = $state<Leaving | null>(null);
  notices = $state<Record<string, Notice>>({});
  /** ids chosen for one act on all; null when not choosing */
  chosen = $state<ReadonlySet<string> | null>(null);
  busy = $state(false);
  /** approvals and contents decided here: what Realtime tells of them is known */
  readonly own = new Set<unknown>();
  /** something was decided here: the moment to offer being told */
  hasDecided = $state(false);

  constructor(
    private readonly feed: Resource<Approval[]>,
    private readonly queuedIds: () => ReadonlySet<string>,
  ) {}

  list = $derived.by(() => (this.feed.data ?? []).filter(({ id }) => !this.#gone.has(id) && !this.queuedIds().has(id)));
  index = $derived.by(() =>
    Math.max(
      0,
      this.list.findIndex(({ id }) => id === this.#wantedId),
    ),
  );
  current = $derived.by(() => this.list[this.index] ?? null);

  show(id: string): void {
    this.#wantedId = id;
  }

  move(step: 1 | -1): void {
    const next = this.list[this.index + step];
    if (next) this.show(next.id);
  }

  /** Sends one decision; the card leaves at once and comes back with a notice when it could not be decided. */
  async decide(approval: Approval, choice: Choice): Promise<void> {
    if (this.leaving) return;
    const next = this.list[this.index + 1] ?? this.list[this.index - 1];
    this.own.add(approval.id).add(approval.content_id);
    const sent = decide(approval, choice);
    await this.#leave({ id: approval.id, where: choice.decision });
    if (next) this.show(next.id);
    const answer = await sent;
    const edits = choice.decision === 'approve' ? choice.edits : null;
    const { noticeFor } = await import('./notice.ts');
    const notice = noticeFor(approval, answer, edits !== null);
    if (notice) await this.#bringBack(approval.id, notice, edits);
    else if (answer === 'queued') this.own.clear();
    else this.feed.replace((this.feed.data ?? []).filter(({ id }) => id !== approval.id));
    this.hasDecided = true;
  }

  toggle(id: string): void {
    const chosen = new Set(this.chosen ?? []);
    if (!chosen.delete(id)) chosen.add(id);
    this.chosen = chosen;
  }

  async approveChosen(): Promise<void> {
    const picked = this.list.filter(({ id }) => this.chosen?.has(id));
    this.busy = true;
    const [{ decideBatch }, { noticeFor }] = await Promise.all([import('$lib/actions/decide-batch.ts'), import('./notice.ts')]);
    const answers = await decideBatch(picked);
    for (const [at, approval] of picked.entries()) {
      const answer = answers[at];
      const notice = answer ? noticeFor(approval, answer) : null;
      if (notice) this.notices[approval.id] = notice;
      else if (answer && answer !== 'failed') this.#gone = new Set([...this.#gone, approval.id]);
    }
    this.busy = false;
    this.chosen = null;
    await this.feed.refresh();
  }

  async #leave(leaving: Leaving): Promise<void> {
    delete this.notices[leaving.id];
    this.leaving = leaving;
    const isStill = document.documentElement.hasAttribute('data-light') || matchMedia('(prefers-reduced-motion: reduce)').matches;
    if (!isStill) await new Promise((resolve) => setTimeout(resolve, 220));
    this.#gone = new Set([...this.#gone, leaving.id]);
    this.leaving = null;
  }

  async #bringBack(id: string, notice: Notice, edits: Edits | null): Promise<void> {
    this.own.clear();
    await this.feed.refresh();
    const now = this.feed.data?.find((approval) => approval.id === id);
    if (now && edits) (await import('./keep-edits.ts')).keepEdits(now, edits);
    this.#gone = new Set([...this.#gone].filter((gone) => gone !== id));
    if (!this.list.some((approval) => approval.id === id)) {
      if (notice.kind === 'forbidden') (await import('$lib/actions/tell-outcome.ts')).tellForbidden();
      return;
    }
    this.notices[id] = notice;
    this.show(id);
  }
}

// The tenants of the signed-in person and the one this tab works in. The list is kept for offline starts.
import { listMemberships, type Membership } from '$lib/api/tenancy.ts';
import { chooseTenant, chosenTenantId, usualTenantId } from '$lib/api/tenant-choice.ts';
import { readCache, writeCache } from '$lib/offline/cache.ts';
import { session } from './session.svelte.ts';

class TenantState {
  memberships = $state.raw<Membership[] | null>(null);
  #id = $state<string | null>(null);
  /** the membership this tab works in; null until the list is there */
  current = $derived(this.memberships?.find((membership) => membership.tenant_id === this.#id) ?? null);

  /** Known before the list is, so that the first screen does not wait for it. */
  get id(): string | null {
    return this.#id;
  }

  /** Takes up where this tab or this person was; no network needed. */
  resume(): void {
    this.memberships = null;
    // a notification opens the business it is about
    const id = new URLSearchParams(location.search).get('tenant') ?? chosenTenantId() ?? usualTenantId();
    this.#id = null;
    if (id) this.choose(id);
  }

  /** Loads the list (the phone's copy first, then the server's) and leaves a tenant the person is no longer in. Throws AppError when there is neither. */
  async load(): Promise<void> {
    const userId = session.user?.id;
    if (!userId) return;
    const kept = await readCache<Membership[]>(userId, '', 'memberships').catch(() => null);
    if (kept && kept.value.length > 0) this.memberships ??= kept.value;
    try {
      const memberships = await listMemberships();
      if (session.user?.id !== userId) return;
      this.#settle(memberships);
      await writeCache(userId, '', 'memberships', memberships).catch(() => null);
    } catch (error) {
      if (!kept) throw error;
    }
  }

  choose(tenantId: string): void {
    const userId = session.user?.id;
    if (!userId) return;
    chooseTenant(userId, tenantId);
    this.#id = tenantId;
  }

  #settle(memberships: Membership[]): void {
    this.memberships = memberships;
    if (memberships.some((membership) => membership.tenant_id === this.#id)) return;
    const first = memberships[0];
    if (first) this.choose(first.tenant_id);
    else this.#id = null;
  }
}

export const tenant = new TenantState();

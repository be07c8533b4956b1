// What waits to be sent from this phone, as screens see it: queue an act, count it, hear what became of it.
import { isReached, reachChanged } from '$lib/api/reach.ts';
import { accessToken } from '$lib/api/session.ts';
import { chosenTenantId } from '$lib/api/tenant-choice.ts';
import type { QueuedAct } from '$lib/offline/database.ts';
import { locale } from '$lib/i18n/locale.svelte.ts';
import { dropAct, keepAct, listActs, retryAct } from '$lib/offline/outbox.ts';
import type { Delivery } from '$lib/offline/send-outbox.ts';
import { session } from './session.svelte.ts';

type Act = Pick<QueuedAct, 'id' | 'verb' | 'args' | 'about' | 'title'>;
type Heard = (act: QueuedAct, delivery: Delivery) => void;

class Outbox {
  /** every act of this person, in all tenants, oldest first */
  acts = $state.raw<QueuedAct[]>([]);
  waiting = $derived(this.acts.filter((act) => act.state === 'waiting'));
  refused = $derived(this.acts.filter((act) => act.state === 'refused'));
  #listeners = new Set<Heard>();

  /** Keeps an act for this tab's tenant. `id` becomes the verb's p_client_key: give the one already used if the act was tried before. */
  async queue(act: Act): Promise<void> {
    await this.#keep(act);
    await askForBackgroundSync();
    if (navigator.onLine) void this.send();
  }

  /** Keeps an act that was refused at once, because it holds words of the person. */
  keepRefused(act: Act, outcome: { outcome: string }): Promise<void> {
    return this.#keep(act, { code: outcome.outcome, detail: outcome });
  }

  async #keep(act: Act, refusal: QueuedAct['refusal'] = null): Promise<void> {
    const userId = session.user?.id;
    const tenantId = chosenTenantId();
    if (!userId || !tenantId) return;
    await keepAct({ ...act, language: locale.current, user_id: userId, tenant_id: tenantId }, refusal);
    await this.reread();
  }

  async reread(): Promise<void> {
    this.acts = session.user ? await listActs(session.user.id).catch(() => []) : [];
  }

  /** Sends what waits; called on open, on `online` and after each queueing. */
  async send(): Promise<void> {
    // Fetched by the first call, on open: it is here when the network is not.
    const fetched = import('$lib/offline/send-from-page.ts').catch(() => null);
    const userId = session.user?.id;
    await this.reread();
    const part = await fetched;
    if (!part || !userId || this.waiting.length === 0) return;
    // a session that has ended keeps its acts; a tap on a notification goes without
    const token = await accessToken().catch(() => null);
    await part.sendFromPage(userId, token, (act, delivery) => this.#listeners.forEach((hear) => hear(act, delivery)));
    await this.reread();
  }

  /** The person has read why an act was refused and lets it go. */
  async drop(id: string): Promise<void> {
    await dropAct(id);
    await this.reread();
  }

  async retry(act: QueuedAct): Promise<void> {
    await retryAct(act);
    await this.send();
  }

  /** Hears each act that this tab sent. Returns the unsubscribe. */
  onSettled(hear: Heard): () => void {
    this.#listeners.add(hear);
    return () => this.#listeners.delete(hear);
  }

  /** Sends on `online` and on return to the tab, and hears of what the service worker sent. Returns the stop. */
  start(): () => void {
    const send = () => void this.send();
    const shown = () => document.visibilityState === 'visible' && send();
    const told = (event: MessageEvent) => event.data === 'nexio-outbox-changed' && void this.reread();
    send();
    const reached = () => isReached() && send();
    addEventListener('online', send);
    addEventListener(reachChanged, reached);
    document.addEventListener('visibilitychange', shown);
    navigator.serviceWorker?.addEventListener('message', told);
    return () => {
      removeEventListener('online', send);
      removeEventListener(reachChanged, reached);
      document.removeEventListener('visibilitychange', shown);
      navigator.serviceWorker?.removeEventListener('message', told);
    };
  }
}

export const outbox = new Outbox();

type WithSync = ServiceWorkerRegistration & { sync?: { register: (tag: string) => Promise<void> } };

/** Android sends while the app is closed; elsewhere `online` and the next opening do. */
async function askForBackgroundSync(): Promise<void> {
  const registration = (await navigator.serviceWorker?.getRegistration()) as WithSync | undefined;
  await registration?.sync?.register('nexio-outbox').catch(() => null);
}

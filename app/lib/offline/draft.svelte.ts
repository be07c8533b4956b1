// What a person is typing, kept on the phone at every keystroke, per person, tenant and form: a reload, an update or a dead battery loses none of it.
import { session } from '$lib/state/session.svelte.ts';
import { chosenTenantId } from '$lib/api/tenant-choice.ts';

/** Where a form of this person in this tenant is kept. */
export const draftKey = (form: string): string => `nexio.draft.${session.user?.id ?? 'nobody'}.${chosenTenantId() ?? 'none'}.${form}`;

/** A form's value with a memory. Create it while a component is set up; bind inputs to `draft.value.x`; `clear()` once it was sent. */
export class Draft<T extends object> {
  value = $state() as T;
  /** true when something typed earlier was found */
  readonly restored: boolean;
  readonly #key: string;
  readonly #blank: T;

  constructor(form: string, blank: T) {
    this.#key = draftKey(form);
    this.#blank = blank;
    const stored = this.#stored();
    this.restored = stored !== null;
    this.value = { ...structuredClone(blank), ...stored };
    $effect(() => {
      const now = JSON.stringify(this.value);
      if (now === JSON.stringify(this.#blank)) localStorage.removeItem(this.#key);
      else localStorage.setItem(this.#key, now);
    });
  }

  clear(): void {
    localStorage.removeItem(this.#key);
    this.value = structuredClone(this.#blank);
  }

  #stored(): Partial<T> | null {
    try {
      return JSON.parse(localStorage.getItem(this.#key) ?? 'null') as Partial<T> | null;
    } catch {
      return null;
    }
  }
}

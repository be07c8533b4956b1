// Signing out: this person's things leave the phone, then the session ends. What was not sent stays, unseen by others, for when they sign in again,
// unless they want it erased. Used by settings.
import { goto } from '$app/navigation';
import { signOut } from '$lib/api/auth.ts';
import { forgetTenant } from '$lib/api/tenant-choice.ts';
import { forgetPerson } from '$lib/offline/forget-person.ts';
import { session } from '$lib/state/session.svelte.ts';

export async function leave({ withOutbox = false } = {}): Promise<void> {
  const userId = session.user?.id;
  if (userId) {
    forgetTenant(userId);
    // what may fail or wait for the network must not keep anybody here
    await import('$lib/push/subscription.ts').then(({ turnPushOff }) => turnPushOff()).catch(() => null);
    await forgetPerson(userId, { withOutbox }).catch(() => null);
  }
  await signOut();
  await goto('/signin', { replaceState: true });
}

// For as long as a tab works in one tenant: the subscription stays good and the number on the icon is right. background.ts fetches it where pushes are allowed.
import { countToDecide } from '$lib/api/approvals.ts';
import { onLive } from '$lib/api/live.ts';
import { showBadge } from './badge.ts';
import { renewPush } from './subscription.ts';

/** Returns the stop. */
export function keepPush(): () => void {
  const count = () => void countToDecide().then(showBadge, () => null);
  void renewPush().catch(() => null);
  count();
  return onLive(['approval'], count);
}

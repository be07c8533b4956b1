// The number on the app's icon: approvals that wait for this person. Pages count it, pushes bring it, a decision from a notification takes one off.
import { readCache, writeCache } from '$lib/offline/cache.ts';

type WithBadge = { setAppBadge?: (count?: number) => Promise<void>; clearAppBadge?: () => Promise<void> };
const place = ['', '', 'badge'] as const;

/** @param count negative = unknown, the icon stays as it is */
export async function showBadge(count: number): Promise<void> {
  if (count < 0) return;
  await writeCache(...place, count).catch(() => null);
  // iPhones and computers have it for installed apps; on Android the notification itself puts a dot there.
  const icon = navigator as WithBadge;
  await (count > 0 ? icon.setAppBadge?.(count) : icon.clearAppBadge?.())?.catch(() => null);
}

export async function lowerBadge(): Promise<void> {
  const kept = await readCache<number>(...place).catch(() => null);
  if (kept && kept.value > 0) await showBadge(kept.value - 1);
}

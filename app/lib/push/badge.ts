// The number on the app's icon: approvals that wait for this person. Pages count it; pushes bring it, and so does the answer to a tap.

type WithBadge = { setAppBadge?: (count?: number) => Promise<void>; clearAppBadge?: () => Promise<void> };

/** @param count negative = unknown, the icon stays as it is */
export async function showBadge(count: number): Promise<void> {
  if (count < 0) return;
  // iPhones and computers have it for installed apps; on Android the notification itself puts a dot there.
  const icon = navigator as WithBadge;
  await (count > 0 ? icon.setAppBadge?.(count) : icon.clearAppBadge?.())?.catch(() => null);
}

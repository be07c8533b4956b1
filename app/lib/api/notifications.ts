// The bell (SQL domain: notifications) and what happened lately (view activity).
import { callInTenant, readRow, readRows } from './client.ts';
import { chosenTenantId } from './tenant-choice.ts';

export type Notification = { id: number; kind: string; params: Record<string, string | number>; link: string; created_at: string };
export type Activity = {
  id: number;
  run_id: string | null;
  kind: string;
  actor_kind: 'person' | 'agent' | 'engine' | 'system';
  actor: string;
  data: Record<string, unknown>;
  created_at: string;
};

/** The newest fifty, and the id up to which this person has read. */
export async function listNotifications(): Promise<{ list: Notification[]; readUpTo: number }> {
  const [list, readUpTo] = await Promise.all([
    readRows<Notification>('notifications', { select: 'id,kind,params,link,created_at', order: 'id.desc', limit: '50' }),
    readMark(),
  ]);
  return { list, readUpTo };
}

/** The last mark that was read or made here, of one tenant. */
let known: { tenantId: string | null; upTo: number } | null = null;

async function readMark(): Promise<number> {
  const tenantId = chosenTenantId();
  const upTo = (await readRow<{ up_to: number }>('notification_reads', { select: 'up_to' }))?.up_to ?? 0;
  known = { tenantId, upTo };
  return upTo;
}

export async function markNotificationsRead(upTo: number): Promise<void> {
  await callInTenant<unknown>('mark_notifications_read', { p_up_to: upTo });
  known = { tenantId: chosenTenantId(), upTo };
}

/** The newest sixty events of these kinds. */
export const listActivity = (kinds: string[]) =>
  readRows<Activity>('activity', {
    select: 'id,run_id,kind,actor_kind,actor,data,created_at',
    kind: `in.(${kinds.join()})`,
    order: 'id.desc',
    limit: '60',
  });

/** How many this person has not read; counts to a hundred. @param afresh false: up to where they have read is taken as it was known last */
export async function countUnread(afresh: boolean): Promise<number> {
  const mark = !afresh && known?.tenantId === chosenTenantId() ? known.upTo : await readMark();
  return (await readRows('notifications', { select: 'id', id: `gt.${mark}`, limit: '100' })).length;
}

// Where and when a person is reached (SQL domain: reach): this browser's push subscription, topics by channel, quiet hours, devices.
import { call, callInTenant } from './client.ts';

export const channels = ['push', 'whatsapp', 'telegram', 'email'] as const;
export type ReachChannel = (typeof channels)[number];
export type Device = { id: string; device: string; created_at: string; last_sent_at: string | null };
export type Reach = {
  /** topic:channel pairs that the person does not want */
  is_off: string[];
  /** HH:MM on the tenant's clock, or null for none */
  quiet_from: string | null;
  quiet_to: string | null;
  timezone: string;
  topics: string[];
  channels: { channel: ReachChannel; is_linked: boolean }[];
  devices: Device[];
};

export const readReach = () => callInTenant<Reach>('read_reach');

export const saveReachSettings = ({ is_off, quiet_from, quiet_to }: Pick<Reach, 'is_off' | 'quiet_from' | 'quiet_to'>) =>
  callInTenant<Reach>('save_reach_settings', { p_is_off: is_off, p_quiet_from: quiet_from, p_quiet_to: quiet_to });

/** applicationServerKey (VAPID, base64url); null where the project sends no pushes. */
export const readPushKey = () => call<string | null>('read_push_key');

/** @param device what the person recognises this browser by */
export const savePushSubscription = ({ endpoint, keys }: PushSubscriptionJSON, device: string) =>
  call<{ id: string }>('save_push_subscription', { p_endpoint: endpoint, p_p256dh: keys?.p256dh, p_auth: keys?.auth, p_device: device });

export const removePushSubscription = (which: { endpoint: string } | { id: string }) =>
  call<boolean>('remove_push_subscription', 'id' in which ? { p_id: which.id } : { p_endpoint: which.endpoint });

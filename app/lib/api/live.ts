// What happens elsewhere in the tenant, as it happens: Realtime broadcasts carry ids only, screens read again what changed.
// Screens subscribe here; live-socket.ts, fetched after the first paint, brings the events.

export const liveEvents = [
  'run',
  'step',
  'dialogue',
  'approval',
  'content',
  'notification',
  'lead',
  'brand_dna',
  'tenant',
  'agent',
  'insight',
  'autonomy',
] as const;
export type LiveEvent = (typeof liveEvents)[number];
/** ids only; empty when the listener should read again because events may have been missed */
export type LivePayload = { id?: string | number; run_id?: string };
type Listener = { events: readonly LiveEvent[]; hear: (payload: LivePayload) => void };

const listeners = new Set<Listener>();

/** Calls `hear` on each of `events` in this tab's tenant, and with `{}` after a gap. Returns the unsubscribe. */
export function onLive(events: readonly LiveEvent[], hear: Listener['hear']): () => void {
  const listener = { events, hear };
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const tell = (event: LiveEvent, payload: LivePayload) => {
  for (const listener of listeners) if (listener.events.includes(event)) listener.hear(payload);
};
/** Events may have been missed: every listener reads again. */
export const tellGap = () => {
  for (const listener of listeners) listener.hear({});
};

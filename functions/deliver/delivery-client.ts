// The database as deliver sees it: the two verbs of deliveries, and the media bucket. Made by index.ts.
import { createClient } from '@supabase/supabase-js';
import { Delivery, type ChannelTools, type Outcome } from '../_shared/channels/channel.ts';

/** The database refused, or could not be reached. */
export class DeliveryError extends Error {
  override readonly name = 'DeliveryError';
}

export type DeliveryClient = ReturnType<typeof createDeliveryClient>;

/** @param serviceKey the service_role key: nobody else may use schema worker */
export function createDeliveryClient(url: string, serviceKey: string) {
  const options = { auth: { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false } };
  const client = createClient(url, serviceKey, { ...options, db: { schema: 'worker' } });

  async function call(verb: string, args: Record<string, unknown>): Promise<unknown> {
    const { data, error } = await client.rpc(verb, args);
    if (error) throw new DeliveryError(`${verb}: ${error.message}`, { cause: error });
    return data;
  }

  const settle = async (delivery: Pick<Delivery, 'delivery_id' | 'token'>, outcome: Outcome): Promise<boolean> =>
    (await call('settle_delivery', { p_delivery_id: delivery.delivery_id, p_token: delivery.token, p_outcome: outcome })) === true;

  const media: Pick<ChannelTools, 'signMedia' | 'readMedia'> = {
    async signMedia(path, seconds) {
      const { data, error } = await client.storage.from('media').createSignedUrl(path, seconds);
      if (error) throw new DeliveryError(`media: ${error.message}`, { cause: error });
      return data.signedUrl;
    },
    async readMedia(path) {
      const { data, error } = await client.storage.from('media').download(path);
      if (error) throw new DeliveryError(`media: ${error.message}`, { cause: error });
      return { bytes: new Uint8Array(await data.arrayBuffer()), mime: data.type.split(';')[0] ?? '' };
    },
  };

  return {
    media,
    /** Due messages, this worker's until the lease ends. One that no adapter can read is failed here and the rest go on. */
    async claim(worker: string, limit: number, leaseSeconds: number): Promise<Delivery[]> {
      const claimed = await call('claim_deliveries', { p_worker: worker, p_limit: limit, p_lease_seconds: leaseSeconds });
      const messages: Delivery[] = [];
      for (const raw of claimed as { delivery_id: number; token: string }[]) {
        const { data, error } = Delivery.safeParse(raw);
        if (data) messages.push(data);
        else {
          console.error(
            `delivery ${raw.delivery_id} is malformed:`,
            error.issues.map(({ path, code }) => `${path.join('.')} ${code}`).join(', '),
          );
          await settle(raw, { outcome: 'failed', code: 'delivery_malformed' });
        }
      }
      return messages;
    },
    /** false: the claim was lost, another worker has it */
    settle,
  };
}

// A message as worker.claim_deliveries writes it, for tests of the adapters; what a test cares about is said over it.
import { randomUUID } from 'node:crypto';
import type { ChannelName, ChannelTools, DeliveryOn, ShownApproval } from '../../functions/_shared/channels/channel.ts';

export const shownApproval = (more: Partial<ShownApproval> = {}): ShownApproval => ({
  id: randomUUID(),
  state: 'pending',
  version: 1,
  content_hash: 'hash',
  gate: 'publish',
  title: 'Promo samosas',
  headline: 'Samosas -20 %',
  body: 'Vendredi chez Lala, les samosas à -20 %.',
  hashtags: ['#samosas'],
  platform: 'facebook',
  language: 'fr',
  media: null,
  scheduled_at: null,
  goes_out_at: null,
  score: 90,
  verdict_say: 'Le prix est juste.',
  used_house_model: false,
  needs_two_factor: false,
  ...more,
});

const addresses: { [Name in ChannelName]: DeliveryOn<Name>['address'] } = {
  push: { endpoint: 'http://127.0.0.1:9/_local/push/none', p256dh: '', auth: '' },
  whatsapp: { wa_id: '261340000000', window_open: true },
  telegram: { chat_id: '1' },
  email: { email: 'lala@example.test' },
};

/** An approval with a token by default. */
export function deliveryOn<Name extends ChannelName>(channel: Name, more: Partial<DeliveryOn<Name>> = {}): DeliveryOn<Name> {
  const approval = shownApproval();
  return {
    delivery_id: 1,
    token: randomUUID(),
    channel,
    kind: 'approval',
    attempt: 1,
    user: { id: randomUUID(), name: 'Lala', language: 'fr' },
    tenant: { id: randomUUID(), name: 'Chez Lala', slug: 'chez-lala', timezone: 'Indian/Antananarivo' },
    address: addresses[channel],
    approval,
    tokens: { decide: 'd'.repeat(43) },
    waiting_count: 2,
    link: `/decide/${approval.id}`,
    data: {},
    ...more,
  } as DeliveryOn<Name>;
}

/** Tools that reach no media. */
export const noMedia = (): ChannelTools => ({
  signal: AbortSignal.timeout(10_000),
  appUrl: 'https://nexio.test',
  signMedia: () => Promise.reject(new Error('no media here')),
  readMedia: () => Promise.reject(new Error('no media here')),
});

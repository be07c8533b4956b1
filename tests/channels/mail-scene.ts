// A mail as worker.claim_deliveries writes it, with what a test wants otherwise. Used by the mail tests.
import type { DeliveryOn, ShownApproval } from '../../functions/_shared/channels/channel.ts';

export type Mail = DeliveryOn<'email'>;

export const shownApproval = (more: Partial<ShownApproval> = {}): ShownApproval => ({
  id: '0b0e2f86-3a2b-4c52-9d5e-1f1f6a0f2a11',
  state: 'pending',
  version: 2,
  content_hash: 'c0ffee',
  gate: 'publish',
  title: 'Promotion de Noël',
  headline: 'Noël chez Lala',
  body: 'Dix samosas pour 5 000 Ar, jusqu’au 24 décembre.',
  hashtags: ['#samosas', '#noel'],
  platform: 'facebook',
  language: 'fr',
  media: null,
  scheduled_at: '2026-12-20T09:30:00+00:00',
  goes_out_at: null,
  score: 82,
  verdict_say: 'Clair, et le prix y est.',
  used_house_model: true,
  needs_two_factor: false,
  ...more,
});

/** 43 letters, as decide_by_token takes them */
export const decideToken = 'kQx7mT2vB9nL4pR8sW1yZ6aD3fG5hJ0cVbNmQwErTy_';

export const mailDelivery = (more: Partial<Mail> = {}): Mail => ({
  delivery_id: 71,
  token: 'b3a4f8a0-3f4a-4f7e-8a5c-6c2b6a1f9d10',
  channel: 'email',
  kind: 'approval',
  attempt: 1,
  user: { id: '5f0f6a52-7c1e-4b7e-9f53-2b8d2b8f6e01', name: 'Lala', language: 'fr' },
  tenant: { id: '9a3c5d1e-2f4b-4c6d-8e7f-0a1b2c3d4e5f', name: 'Samosas de Lala', slug: 'lala', timezone: 'Indian/Antananarivo' },
  address: { email: 'lala@samosas.example' },
  approval: shownApproval(),
  tokens: { decide: decideToken },
  waiting_count: 1,
  link: '/decide/0b0e2f86-3a2b-4c52-9d5e-1f1f6a0f2a11',
  data: {},
  ...more,
});

// The sentence and sign of a notification by its kind; kinds and params are those that engine.notify is called with.
import { m } from '$paraglide/messages';
import type { Notification } from '$lib/api/notifications.ts';
import { skillWords } from '$lib/i18n/catalog-words.svelte.ts';
import { formatTime } from '$lib/i18n/format.ts';
import { roleName } from '$lib/i18n/role-names.ts';
import type { IconName } from '$lib/ui/icons.ts';

type Params = Notification['params'];
const text = (value: Params[string] | undefined) => String(value ?? '');

/** By detector of the card. */
const insights: Record<string, () => string> = {
  anomaly: () => m.notify_insight_anomaly(),
  opportunity: () => m.notify_insight_opportunity(),
  timing: () => m.notify_insight_timing(),
  recycler: () => m.notify_insight_recycler(),
  crisis: () => m.notify_insight_crisis(),
};

const words: Record<string, { icon: IconName; say: (params: Params) => string }> = {
  approval_requested: { icon: 'decide', say: ({ title }) => m.notify_approval_requested({ title: text(title) }) },
  approvals_requested: {
    icon: 'decide',
    say: ({ title, count }) => m.notify_approvals_requested({ title: text(title), count: text(count) }),
  },
  run_failed: { icon: 'warning', say: ({ title }) => m.notify_run_failed({ title: text(title) }) },
  content_published: { icon: 'globe', say: ({ headline }) => m.notify_content_published({ headline: text(headline) }) },
  lead_received: { icon: 'person', say: ({ name }) => m.notify_lead_received({ name: text(name) }) },
  brand_dna_proposed: { icon: 'brand', say: () => m.notify_brand_proposed() },
  subscriber_joined: { icon: 'people', say: ({ name }) => m.notify_subscriber_joined({ name: text(name) }) },
  reputation_alert: { icon: 'warning', say: ({ title }) => m.notify_reputation_alert({ title: text(title) }) },
  page_published: { icon: 'globe', say: ({ title }) => m.notify_page_published({ title: text(title) }) },
  not_delivered: { icon: 'warning', say: () => m.notify_not_delivered() },
  reply_mode_lowered: { icon: 'chat', say: () => m.notify_reply_mode_lowered() },
  going_out: { icon: 'clock', say: ({ title, at }) => m.notify_going_out({ title: text(title), time: formatTime(text(at)) }) },
  autonomy_offered: {
    icon: 'spark',
    say: ({ skill, count }) => m.notify_autonomy_offered({ skill: skillWords(text(skill))[0], count: text(count) }),
  },
  reply_mode_offered: { icon: 'chat', say: ({ count }) => m.notify_reply_mode_offered({ count: text(count) }) },
  autonomy_taken: { icon: 'warning', say: ({ skill }) => m.notify_autonomy_taken({ skill: skillWords(text(skill))[0] }) },
  client_decided: {
    icon: 'person',
    say: ({ client, title, decision }) => {
      const said = { client: text(client), title: text(title) };
      return decision === 'approve' ? m.notify_client_approved(said) : m.notify_client_rejected(said);
    },
  },
  trial_ended: { icon: 'clock', say: () => m.notify_trial_ended() },
  cost_hold: { icon: 'chart', say: ({ percent }) => m.notify_cost_hold({ percent: text(percent) }) },
  integration_expiring: {
    icon: 'link',
    say: ({ account }) => m.notify_integration_expiring({ account: text(account).replaceAll('_', ' ') }),
  },
  insight: { icon: 'spark', say: ({ detector }) => insights[text(detector)]?.() ?? m.notify_insight() },
  chat_linked: { icon: 'lock', say: ({ channel }) => m.notify_chat_linked({ channel: channel === 'telegram' ? 'Telegram' : 'WhatsApp' }) },
  role_set: { icon: 'people', say: ({ role }) => m.notify_role_set({ role: roleName(text(role)) }) },
  member_welcome: { icon: 'people', say: () => m.notify_member_welcome() },
};

export const notificationSentence = ({ kind, params }: Notification): string => words[kind]?.say(params) ?? m.notify_other();
export const notificationIcon = (kind: string): IconName => words[kind]?.icon ?? 'info';

// What an insight says: a headline, the figures behind it, and what its buttons are called. Used by the card.
import { m } from '$paraglide/messages';
import type { Insight } from '$lib/api/insights.ts';
import type { IconName } from '$lib/ui/icons.ts';
import { formatNumber } from '$lib/i18n/format.ts';
import { platformName } from '$lib/i18n/platform-names.ts';
import { formatName } from '../week/format-names.ts';

type Params = Insight['params'];
type Words = { title: string; text: string };

const number = (value: unknown) => formatNumber(Number(value ?? 0));
const percent = (value: unknown) => m.percent({ value: number(value) });
const text = (value: unknown) => String(value ?? '');
const platform = (params: Params) => (params.platform ? platformName(params.platform) : '');

const words: Record<Insight['code'], (params: Params) => Words> = {
  engagement_fell: (params) => ({
    title: m.insight_fell_title({ platform: platform(params), percent: percent(params.percent) }),
    text: params.format
      ? m.insight_fell_text_format({ value: number(params.value), mean: number(params.mean), format: formatName(params.format) })
      : m.insight_fell_text({ value: number(params.value), mean: number(params.mean) }),
  }),
  better_hour: (params) => ({
    title: m.insight_hour_title({ platform: platform(params), hour: number(params.hour) }),
    text: m.insight_hour_text({ percent: percent(params.percent), usual: number(params.usual_hour) }),
  }),
  old_hit: (params) => ({
    title: m.insight_hit_title({ title: text(params.title) }),
    text: m.insight_hit_text({ rate: percent(params.rate), reach: number(params.reach) }),
  }),
  competitor_price: (params) => ({
    title: m.insight_price_title({ name: text(params.name) }),
    text: [m.insight_price_text({ before: text(params.before), after: text(params.after) }), effect(params)].filter(Boolean).join(' '),
  }),
  competitor_offer_added: (params) => ({
    title: m.insight_offer_title({ name: text(params.name) }),
    text: [text(params.after), effect(params)].filter(Boolean).join(' · '),
  }),
  many_angry: (params) => ({
    title: m.insight_angry_title({ count: number(params.count) }),
    text:
      Array.isArray(params.topic) && params.topic.length > 0
        ? m.insight_angry_text({ topic: params.topic.join(', ') })
        : m.insight_angry_text_other(),
  }),
};

function effect(params: Params): string {
  return params.effect_low === undefined ? '' : m.insight_effect({ low: percent(params.effect_low), high: percent(params.effect_high) });
}

const actions: Record<string, () => string> = {
  post_what_works: () => m.insight_do_post(),
  use_best_time: () => m.insight_do_time(),
  recycle: () => m.insight_do_recycle(),
  counter_campaign: () => m.insight_do_counter(),
  unified_response: () => m.insight_do_response(),
  pause_ads: () => m.insight_do_pause(),
  apology_post: () => m.insight_do_apology(),
};

export const icons: Record<Insight['detector'], IconName> = {
  anomaly: 'chart',
  opportunity: 'eye',
  timing: 'clock',
  recycler: 'again',
  crisis: 'warning',
};
export const tones: Partial<Record<Insight['detector'], 'warn' | 'bad'>> = { anomaly: 'warn', crisis: 'bad' };
export const insightWords = ({ code, params }: Pick<Insight, 'code' | 'params'>): Words =>
  words[code]?.(params) ?? { title: code.replaceAll('_', ' '), text: '' };
export const actionName = (key: string): string => actions[key]?.() ?? m.insight_apply();

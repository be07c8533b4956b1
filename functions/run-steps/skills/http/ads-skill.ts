// Skills meta-ads-api, google-ads-api, tiktok-ads-api, linkedin-ads-api: read campaigns; lower, pause or start them within what was allowed.
// Up, on again and live cost money: they want an approval of gate `money` in the run. Down and pause want none. Listed in http-skills.ts.
import { type AdsNetwork, type Campaign, type CampaignState, type NewCampaign } from '../../../_shared/platforms/ads.ts';
import { googleAds } from '../../../_shared/platforms/google/ads.ts';
import { linkedInAds } from '../../../_shared/platforms/linkedin/ads.ts';
import { metaAds } from '../../../_shared/platforms/meta/ads.ts';
import { digest } from '../../../_shared/platforms/mask.ts';
import { tiktokAds } from '../../../_shared/platforms/tiktok/ads.ts';
import { once } from './effect.ts';
import type { HttpSkill, HttpWork } from './http-skill.ts';
import { tell } from './phrases.ts';
import type { SkillWork } from '../skill.ts';

/** `scale` and `pause_and_alert` are the words of roas-calculator for set_budget and pause. */
type Wish = {
  act: 'report' | 'set_budget' | 'pause' | 'resume' | 'create_paused' | 'scale' | 'pause_and_alert';
  from?: string;
  to?: string;
  campaign_id: string;
  daily_budget?: number;
  creative?: Record<string, unknown>;
  currency: string;
};
type Act = Exclude<Wish['act'], 'scale' | 'pause_and_alert'>;
type Change = { campaign_id: string; field: 'status' | 'daily_budget'; before: string; after: string };
type Done = { say: string; campaigns?: Campaign[]; changed?: Change[]; currency?: string };

const wishOf = ({ context }: SkillWork): Wish => context.input as Wish;
const actOf = ({ act }: Wish): Act => (act === 'scale' ? 'set_budget' : act === 'pause_and_alert' ? 'pause' : act);

/** TikTok's least daily budget of a campaign, in US dollars: https://ads.tiktok.com/help/article/budget */
const leastDollars: Partial<Record<AdsNetwork['name'], number>> = { tiktok: 50 };

async function report({ context, door, now }: HttpWork, network: AdsNetwork): Promise<Done> {
  const { from, to } = context.input as Wish;
  const last = to ?? now.slice(0, 10);
  const first = from ?? new Date(Date.parse(last) - 6 * 86_400_000).toISOString().slice(0, 10);
  const { campaigns, currency } = await network.report(door, first, last);
  const spend = Math.round(campaigns.reduce((sum, one) => sum + one.spend, 0) * 100) / 100;
  return {
    say: tell(context.run.language, 'ads_read', { count: campaigns.length, spend, currency }),
    campaigns: campaigns.slice(0, 200),
    currency,
  };
}

async function create(work: HttpWork, network: AdsNetwork): Promise<Done> {
  const { creative = {}, daily_budget = 0 } = wishOf(work);
  const text = (...names: string[]) =>
    String(names.map((name) => creative[name]).find((value) => typeof value === 'string' && value !== '') ?? '');
  const { run_id, key, step_id } = work.step;
  const name = `Nexio · ${text('headline', 'name', 'title') || key} · ${step_id}`.slice(0, 200);
  const wish: NewCampaign = {
    name,
    daily_budget,
    headline: text('headline', 'title'),
    text: text('text', 'body'),
    url: text('url', 'address'),
  };
  const effect = await once(work, `ads:${run_id}:${key}:${step_id}:create`, 'create_campaign', async () => ({
    id: await network.create(work.door, wish),
  }));
  const { language } = work.context.run;
  if (effect.state === 'unknown') return { say: tell(language, 'look_first') };
  const changed: Change[] = [{ campaign_id: String(effect.data.id), field: 'status', before: 'none', after: 'paused' }];
  return { say: tell(language, 'ads_created', { name }), changed };
}

/** What the wish makes of the campaign: the field, its value before and after, and whether it costs more than now. */
function planned(act: Act, campaign: CampaignState, wish: Wish): Omit<Change, 'campaign_id'> & { costsMore: boolean } {
  if (act === 'set_budget') {
    const after = wish.daily_budget ?? campaign.daily_budget;
    return { field: 'daily_budget', before: String(campaign.daily_budget), after: String(after), costsMore: after > campaign.daily_budget };
  }
  return { field: 'status', before: campaign.status, after: act === 'pause' ? 'paused' : 'active', costsMore: act === 'resume' };
}

async function change(work: HttpWork, network: AdsNetwork, act: Act): Promise<Done> {
  const { door, client, step, context } = work;
  const { language } = context.run;
  const wish = wishOf(work);
  const campaign = await network.read(door, wish.campaign_id);
  if (!campaign) return { say: tell(language, 'ads_unknown', { id: wish.campaign_id }) };
  const { currency } = campaign;
  const { costsMore, ...plan } = planned(act, campaign, wish);
  const told = { name: campaign.name, before: plan.before, after: plan.after };
  if (plan.before === plan.after) return { say: tell(language, 'ads_same', told), currency };
  const least = currency === 'USD' ? leastDollars[network.name] : undefined;
  if (plan.field === 'daily_budget' && least && Number(plan.after) < least)
    return { say: tell(language, 'ads_least', { least, currency }), currency };
  if (costsMore && !(await client.hasApproval(step, 'money'))) return { say: tell(language, 'ads_approval', told), currency };
  const key = `ads:${step.run_id}:${step.key}:${step.step_id}:${await digest(campaign.id, plan.field, plan.after)}`;
  const effect = await once(work, key, 'change_campaign', async () => {
    if (plan.field === 'daily_budget') await network.setBudget(door, campaign, Number(plan.after));
    else await network.setStatus(door, campaign, plan.after as 'active' | 'paused');
    return { before: plan.before, after: plan.after };
  });
  // found half done: what stands there now is no longer what was, so it was not repeated
  if (effect.state === 'unknown') return { say: tell(language, 'look_first'), currency };
  return { say: tell(language, 'ads_changed', told), changed: [{ campaign_id: campaign.id, ...plan }], currency };
}

function adsSkill(network: AdsNetwork): HttpSkill {
  return {
    empty: (work) => ({ act: actOf(wishOf(work)), campaigns: [], changed: [], currency: wishOf(work).currency }),
    instead: (work) => {
      const { act, campaign_id, daily_budget, currency } = wishOf(work);
      if (act === 'report') return '';
      const what = [actOf({ act } as Wish), campaign_id, daily_budget === undefined ? '' : `${daily_budget} ${currency}`]
        .filter(Boolean)
        .join(' · ');
      return tell(work.context.run.language, 'ads_by_hand', { what });
    },
    run: async (work) => {
      const wish = wishOf(work);
      const act = actOf(wish);
      const {
        campaigns = [],
        changed = [],
        currency,
        say,
      } = act === 'report'
        ? await report(work, network)
        : act === 'create_paused'
          ? await create(work, network)
          : await change(work, network, act);
      return { say, act, campaigns, changed, currency: currency || wish.currency };
    },
  };
}

export const adsSkills: Record<string, HttpSkill> = {
  'meta-ads-api': adsSkill(metaAds),
  'google-ads-api': adsSkill(googleAds),
  'tiktok-ads-api': adsSkill(tiktokAds),
  'linkedin-ads-api': adsSkill(linkedInAds),
};

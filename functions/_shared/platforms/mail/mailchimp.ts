// The tenant's Mailchimp list: how many, a campaign on it, its results. Called by skill mailchimp-api. Mailchimp stays the master of consent.
// https://mailchimp.com/developer/marketing/api/campaigns/ · https://mailchimp.com/developer/marketing/docs/errors/
import type { Ask, Door } from '../door.ts';
import { count, isRow, part, type Row, text } from '../json.ts';
import { PlatformError } from '../platform-error.ts';
import type { MailStats } from './sendgrid.ts';

/** The key ends in its data centre: `…-us21`. */
export function hostOf(door: Door): string {
  const [, centre] = /-([a-z]{2}\d{1,3})$/.exec(door.secret.token ?? '') ?? [];
  if (!centre) throw new PlatformError('token_expired', 'the key names no data centre', { status: 401 });
  return `${centre}.api.mailchimp.com`;
}

async function call(door: Door, path: string, options: Ask = {}): Promise<Row> {
  const headers = { authorization: `Basic ${btoa(`nexio:${door.secret.token}`)}` };
  const { body } = await door.ask(hostOf(door), `/3.0/${path}`, { ...options, headers });
  return isRow(body) ? body : {};
}

const listOf = (door: Door, listId: string): string => encodeURIComponent(listId || (door.secret.list_id ?? ''));

/** Subscribed people, as Mailchimp counts them. @throws PlatformError */
export const countPeople = async (door: Door, listId: string): Promise<number> =>
  count(part(await call(door, `lists/${listOf(door, listId)}`, { query: { fields: 'stats.member_count' } }), 'stats').member_count);

/** A campaign with its text, not sent yet; gives its id. The account's secret: token, list_id, from_name, reply_to. @throws PlatformError */
export async function makeCampaign(door: Door, wish: { list_id: string; segment: string; subject: string; html: string }): Promise<string> {
  const recipients = {
    list_id: wish.list_id || door.secret.list_id,
    ...(/^\d+$/.test(wish.segment) ? { segment_opts: { saved_segment_id: Number(wish.segment) } } : {}),
  };
  const settings = { subject_line: wish.subject, from_name: door.secret.from_name, reply_to: door.secret.reply_to };
  const { id } = await call(door, 'campaigns', { method: 'POST', json: { type: 'regular', recipients, settings } });
  await call(door, `campaigns/${text(id)}/content`, { method: 'PUT', json: { html: wish.html }, isRepeatable: true });
  return text(id, 60);
}

/** Sends a campaign now, or at `at`. @throws PlatformError */
export async function sendCampaign(door: Door, id: string, at: string | null): Promise<void> {
  const path = `campaigns/${encodeURIComponent(id)}/actions`;
  if (at) await call(door, `${path}/schedule`, { method: 'POST', json: { schedule_time: at }, isRepeatable: false });
  else await call(door, `${path}/send`, { method: 'POST', isRepeatable: false });
}

/** @throws PlatformError */
export async function readReport(door: Door, id: string): Promise<MailStats & { people: number }> {
  const report = await call(door, `reports/${encodeURIComponent(id)}`);
  const sent = count(report.emails_sent);
  const { hard_bounces, soft_bounces } = part(report, 'bounces');
  return {
    people: sent,
    delivered: Math.max(0, sent - count(hard_bounces) - count(soft_bounces)),
    opened: count(part(report, 'opens').unique_opens),
    clicked: count(part(report, 'clicks').unique_subscriber_clicks),
    unsubscribed: count(report.unsubscribed),
    complained: count(report.abuse_reports),
  };
}

// Skills that write to a list: sendgrid-api, mailchimp-api. Only who asked for it, after a person approved gate `outreach` in the run, each chunk once.
// Listed in http-skills.ts.
import { isTrial } from '../../../_shared/platforms/door.ts';
import { countPeople, hostOf, makeCampaign, readReport, sendCampaign } from '../../../_shared/platforms/mail/mailchimp.ts';
import { host, type MailStats, newBatch, readStats, sendLetter, suppressedOf } from '../../../_shared/platforms/mail/sendgrid.ts';
import { mask } from '../../../_shared/platforms/mask.ts';
import { PlatformError } from '../../../_shared/platforms/platform-error.ts';
import { once } from './effect.ts';
import { type HttpSkill, type HttpWork, Unavailable } from './http-skill.ts';
import { tell } from './phrases.ts';

type Letter = {
  act: 'send' | 'schedule' | 'stats';
  campaign_id: string;
  subject: string;
  html: string;
  text: string;
  send_at: string | null;
  people: Person[];
};
type Person = { email: string; name?: string };

const chunkSize = 1000;
const dayMs = 86_400_000;
const noStats = null as MailStats | null;

async function sendToList(work: HttpWork) {
  const { context, door, client, step } = work;
  const { language } = context.run;
  const { act, subject, html, text, send_at, people } = context.input as Letter;
  const base = { act, stats: noStats, trial: isTrial(host, door.env) };
  const none = (phrase: 'nobody' | 'not_approved' | 'look_first') => ({
    say: tell(language, phrase),
    ...base,
    accepted: 0,
    refused: [],
    batch_id: '',
  });
  if (people.length === 0) return none('nobody');
  if (!(await client.hasApproval(step, 'outreach'))) return none('not_approved');

  const suppressed = new Map(
    (
      await suppressedOf(
        door,
        people.map(({ email }) => email),
      )
    ).map(({ email, reason }) => [email, reason]),
  );
  const refused = people
    .flatMap(({ email }) => {
      const reason = suppressed.get(email.toLowerCase());
      return reason ? [{ address_masked: mask(email), reason }] : [];
    })
    .slice(0, 1000);
  const wanted = people.filter(({ email }) => !suppressed.has(email.toLowerCase()));
  const name = `${step.run_id}:${step.key}:${step.step_id}`;
  const batch = await once(work, `mail-batch:${name}`, 'mail_batch', async () => ({ batch_id: await newBatch(door) }));
  const batch_id = batch.state === 'done' ? String(batch.data.batch_id) : '';
  const letter = {
    subject,
    text: text || html.replaceAll(/<[^>]+>/g, ' ').trim(),
    html,
    category: `nexio-${step.run_id}`,
    batch_id,
    send_at: act === 'schedule' ? send_at : null,
  };
  let accepted = 0;
  for (let at = 0; at < wanted.length; at += chunkSize) {
    const chunk = wanted.slice(at, at + chunkSize);
    const effect = await once(work, `mail:${name}:${at / chunkSize}`, 'send_newsletter', () => sendLetter(door, chunk, letter));
    if (effect.state === 'done') accepted += chunk.length;
  }
  if (accepted === 0 && wanted.length > 0) return none('look_first');
  return { say: tell(language, 'mailed', { accepted, refused: refused.length }), ...base, accepted, refused, batch_id };
}

const sendGrid: HttpSkill = {
  empty: ({ context }) => ({ act: (context.input as Letter).act, accepted: 0, refused: [], stats: noStats, batch_id: '', trial: false }),
  run: async (work) => {
    const { act, campaign_id } = work.context.input as Letter;
    if (act !== 'stats')
      return sendToList(work).catch((error: unknown) => {
        if (error instanceof PlatformError && error.reason === 'sender') throw new Unavailable('permission_missing');
        throw error;
      });
    const since = new Date(Date.parse(work.now) - 30 * dayMs).toISOString().slice(0, 10);
    const stats = await readStats(work.door, campaign_id || `nexio-${work.step.run_id}`, since);
    const say = tell(work.context.run.language, 'mail_stats', { delivered: stats.delivered, clicked: stats.clicked });
    return { say, act, accepted: 0, refused: [], stats, batch_id: '', trial: isTrial(host, work.door.env) };
  },
};

type Campaign = {
  act: 'read_list' | 'send' | 'schedule' | 'stats';
  list_id: string;
  campaign_id: string;
  subject: string;
  html: string;
  segment: string;
  send_at: string | null;
};

const mailchimp: HttpSkill = {
  empty: ({ context }) => {
    const { act, campaign_id } = context.input as Campaign;
    return { act, people: 0, campaign_id, stats: noStats, trial: false };
  },
  run: async (work) => {
    const { context, door, client, step } = work;
    const { language } = context.run;
    const { act, list_id, campaign_id, subject, html, segment, send_at } = context.input as Campaign;
    const base = { act, campaign_id, stats: noStats, trial: isTrial(hostOf(door), door.env) };
    if (act === 'stats') {
      const { people, ...stats } = await readReport(door, campaign_id);
      return { say: tell(language, 'mail_stats', { delivered: stats.delivered, clicked: stats.clicked }), ...base, people, stats };
    }
    const people = await countPeople(door, list_id);
    if (act === 'read_list') return { say: tell(language, 'list_size', { people }), ...base, people };
    if (people === 0) return { say: tell(language, 'nobody'), ...base, people };
    if (!(await client.hasApproval(step, 'outreach'))) return { say: tell(language, 'not_approved'), ...base, people };
    const name = `${step.run_id}:${step.key}:${step.step_id}`;
    const made = await once(work, `campaign:${name}`, 'make_campaign', async () => ({
      id: await makeCampaign(door, { list_id, segment, subject, html }),
    }));
    if (made.state === 'unknown') return { say: tell(language, 'look_first'), ...base, people };
    const id = String(made.data.id);
    const sent = await once(work, `campaign-send:${name}`, 'send_campaign', async () => {
      await sendCampaign(door, id, act === 'schedule' ? send_at : null);
      return { id };
    });
    const say = sent.state === 'unknown' ? tell(language, 'look_first') : tell(language, 'mailed', { accepted: people, refused: 0 });
    return { say, ...base, people, campaign_id: id };
  },
};

export const listSkills: Record<string, HttpSkill> = { 'sendgrid-api': sendGrid, 'mailchimp-api': mailchimp };

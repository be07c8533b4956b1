// Skills that write to one person: whatsapp-api, email-sender. Nothing goes out without consent, without a person's approval of gate `outreach`
// in the run, or twice. Listed in http-skills.ts.
import { parsePhoneNumberFromString } from 'libphonenumber-js';
import { isTrial } from '../../../_shared/platforms/door.ts';
import { host as mailHost, sendLetter, suppressedOf } from '../../../_shared/platforms/mail/sendgrid.ts';
import { digest, mask } from '../../../_shared/platforms/mask.ts';
import { sendWhatsApp, type Template } from '../../../_shared/platforms/meta/whatsapp.ts';
import { PlatformError } from '../../../_shared/platforms/platform-error.ts';
import { once } from './effect.ts';
import { type HttpSkill, type HttpWork, Unavailable } from './http-skill.ts';
import { type Phrase, tell } from './phrases.ts';
import type { SkillWork } from '../skill.ts';

const dayMs = 86_400_000;

type WhatsApp = {
  to: string;
  body: string;
  template?: Template;
  last_inbound_at: string | null;
  consent: 'wrote_first' | 'opted_in' | 'none';
  buttons?: string[];
  country?: string;
};

/** Free text is allowed for 24 hours after the person's last message. */
const isWithinWindow = ({ last_inbound_at }: WhatsApp, now: string): boolean =>
  last_inbound_at !== null && Date.parse(now) - Date.parse(last_inbound_at) < dayMs && Date.parse(last_inbound_at) <= Date.parse(now);

const byHand = ({ context }: SkillWork): string => tell(context.run.language, 'by_hand', { to: mask(String(context.input.to)) });

const whatsApp: HttpSkill = {
  empty: ({ context, now }) => {
    const input = context.input as WhatsApp;
    return {
      state: 'not_sent',
      message_id: '',
      to_masked: mask(input.to).slice(0, 20),
      within_window: isWithinWindow(input, now),
      trial: false,
    };
  },
  instead: byHand,
  run: async (work) => {
    const { context, door, client, step, now } = work;
    const input = context.input as WhatsApp;
    const { language } = context.run;
    const number = parsePhoneNumberFromString(input.to, { defaultCountry: input.country as 'MG' | undefined, extract: false });
    const within_window = isWithinWindow(input, now);
    const base = {
      to_masked: mask(number?.number ?? input.to).slice(0, 20),
      within_window,
      trial: isTrial('graph.facebook.com', door.env),
    };
    const stop = (state: string, phrase: Phrase) => ({ say: tell(language, phrase), state, message_id: '', ...base });
    if (input.consent === 'none') return stop('no_consent', 'no_consent');
    if (!number?.isValid()) return stop('bad_number', 'bad_number');
    const template = input.template ?? null;
    if (!within_window && !template) return stop('needs_template', 'needs_template');
    if (!(await client.hasApproval(step, 'outreach'))) return stop('not_sent', 'not_approved');

    const key = `whatsapp:${step.run_id}:${step.key}:${await digest(number.number, input.body, template?.name ?? '')}`;
    const message = { to: number.number, body: input.body, buttons: input.buttons ?? [], template: within_window ? null : template };
    const effect = await once(work, key, 'send_whatsapp', async () => await sendWhatsApp(door, message));
    if (effect.state === 'unknown') return stop('not_sent', 'look_first');
    const { state, message_id } = effect.data;
    if (state !== 'sent') return stop(String(state), state as 'needs_template' | 'bad_number' | 'rate_limited');
    return { say: tell(language, 'sent', { to: base.to_masked }), state, message_id, ...base };
  },
};

type Mail = { to: string; subject: string; body: string; consent: 'wrote_first' | 'opted_in' | 'customer' | 'none' };

/** The sender's domain is the account's trouble; a wrong address is the letter's. */
async function deliver({ door }: HttpWork, { to, subject, body }: Mail): Promise<Record<string, unknown>> {
  try {
    return { state: 'sent', ...(await sendLetter(door, [{ email: to }], { subject, text: body })) };
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error;
    if (error.reason === 'sender') throw new Unavailable('permission_missing');
    if (error.trouble === 'refused' && error.reason.startsWith('personalizations')) return { state: 'bad_address' };
    throw error;
  }
}

const emailSender: HttpSkill = {
  empty: ({ context }) => ({ state: 'not_sent', message_id: '', to_masked: mask(String(context.input.to)), trial: false }),
  instead: byHand,
  run: async (work) => {
    const { context, door, client, step } = work;
    const input = context.input as Mail;
    const { language } = context.run;
    const base = { to_masked: mask(input.to), trial: isTrial(mailHost, door.env) };
    const stop = (state: string, phrase: Phrase) => ({ say: tell(language, phrase), state, message_id: '', ...base });
    if (input.consent === 'none') return stop('no_consent', 'no_consent');
    if (!/^[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;]{2,}$/.test(input.to)) return stop('bad_address', 'bad_address');
    if (!(await client.hasApproval(step, 'outreach'))) return stop('not_sent', 'not_approved');
    if ((await suppressedOf(door, [input.to])).length > 0) return stop('suppressed', 'suppressed');

    const key = `email:${step.run_id}:${step.key}:${await digest(input.to, input.subject, input.body)}`;
    const effect = await once(work, key, 'send_email', () => deliver(work, input));
    if (effect.state === 'unknown') return stop('not_sent', 'look_first');
    if (effect.data.state !== 'sent') return stop('bad_address', 'bad_address');
    return { say: tell(language, 'sent', { to: base.to_masked }), state: 'sent', message_id: effect.data.message_id, ...base };
  },
};

export const sendSkills: Record<string, HttpSkill> = { 'whatsapp-api': whatsApp, 'email-sender': emailSender };

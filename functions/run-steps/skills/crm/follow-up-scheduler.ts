// Skill follow-up-scheduler: when to write to a lead again, where, and when to leave them in peace. Pure; listed in crm-skills.ts.
import { seedOf } from '../../../_shared/house/grammar/fill.ts';
import { type LocalTime, localTime, toInstant } from '../local-time.ts';
import { sayFrom } from '../say.ts';
import { sayMoment } from '../say-figures.ts';
import type { SkillFunction } from '../skill.ts';
import { followUpPhrases } from './follow-up-phrases.ts';
import { isAfter, latest, type Lead } from './lead.ts';

type Channel = 'whatsapp' | 'email' | 'call';
type Attempt = { channel: Channel; at: string; answered: boolean };
type Input = {
  lead: Lead;
  attempts: Attempt[];
  consent: { whatsapp: boolean; email: boolean };
  timezone: string;
  now: string;
  quiet?: string[];
  country?: string;
};
type Writable = Exclude<Channel, 'call'>;
type Output = {
  say: string;
  act: 'send' | 'wait' | 'stop';
  channel: Channel | null;
  due_at: string | null;
  attempt: number;
  needs_template: boolean;
  because: string;
};

const hour = 3_600_000;
const mostAttempts = 3;
/** hours after the last word until the first, second and third attempt */
const patience = [24, 3 * 24, 7 * 24];
const opens = 8;
const closes = 19;
const whatsappWindow = 24 * hour;

/** 7 Sunday; 5 Friday where the weekend holds it and Sunday is a working day. */
export function restDay(country: string | undefined): number {
  if (!country) return 7;
  const locale = new Intl.Locale('und', { region: country }) as Intl.Locale & { getWeekInfo?: () => { weekend: number[] } };
  const weekend = locale.getWeekInfo?.().weekend ?? [6, 7];
  return weekend.includes(5) && !weekend.includes(7) ? 5 : 7;
}

/** The moment itself when it may be used, else the next opening, spread over half an hour so that a house does not write to all at once. */
function allowed(moment: LocalTime, rest: number, quiet: ReadonlySet<string>, lead: string): LocalTime {
  const mayWrite = (day: LocalTime) => day.dayOfWeek !== rest && !quiet.has(day.toPlainDate().toString());
  if (mayWrite(moment) && moment.hour >= opens && moment.hour < closes) return moment;
  let day = moment.hour >= opens ? moment.add({ days: 1 }) : moment;
  while (!mayWrite(day)) day = day.add({ days: 1 });
  return day.startOfDay().with({ hour: opens, minute: seedOf(lead) % 30 });
}

/** The wished channel, else the other one; null when neither is agreed to or known. */
function openChannel(wished: Writable, { lead, consent }: Input): Writable | null {
  const may: Record<Writable, boolean> = { whatsapp: consent.whatsapp && lead.phone !== '', email: consent.email && lead.email !== '' };
  const other = wished === 'whatsapp' ? 'email' : 'whatsapp';
  return may[wished] ? wished : may[other] ? other : null;
}

/** First WhatsApp, then e-mail, then where they wrote from. */
function wishedChannel(attempt: number, lead: Lead): Writable {
  if (attempt === 1) return 'whatsapp';
  return attempt === 2 || /mail/i.test(lead.source) ? 'email' : 'whatsapp';
}

export const followUpScheduler: SkillFunction = ({ context }) => {
  const input = context.input as Input;
  const { lead, attempts: given, timezone, now, quiet = [], country } = input;
  const { language } = context.run;
  const attempts = given.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
  const last = attempts.at(-1);
  const stop = (why: 'is_closed' | 'answered' | 'three_times' | 'no_channel'): Output => {
    const because = sayFrom(followUpPhrases, language, why, { name: lead.name });
    const peace = sayFrom(followUpPhrases, language, 'stop', { name: lead.name });
    return {
      say: `${peace} ${because}`.slice(0, 500),
      act: 'stop',
      channel: null,
      due_at: null,
      attempt: Math.min(4, attempts.length),
      needs_template: false,
      because,
    };
  };

  if (lead.status === 'won' || lead.status === 'lost') return stop('is_closed');
  if (attempts.some(({ answered }) => answered) || (last && isAfter(lead.last_reply_at, last.at))) return stop('answered');
  if (attempts.length >= mostAttempts) return stop('three_times');
  const attempt = attempts.length + 1;
  const channel = openChannel(wishedChannel(attempt, lead), input);
  if (channel === null) return stop('no_channel');

  const since = last?.at ?? latest([lead.created_at, lead.last_reply_at, lead.last_contact_at]) ?? lead.created_at;
  const wished = Math.max(Date.parse(since) + (patience[attempt - 1] ?? 0) * hour, Date.parse(now));
  const due = allowed(localTime(new Date(wished).toISOString(), timezone), restDay(country), new Set(quiet), lead.id);
  const due_at = toInstant(due);
  const isWindowClosed = !lead.last_reply_at || Date.parse(due_at) - Date.parse(lead.last_reply_at) > whatsappWindow;
  const isAhead = last !== undefined && Date.parse(last.at) > Date.parse(now);
  const values = {
    name: lead.name,
    attempt: String(attempt),
    channel: sayFrom(followUpPhrases, language, channel),
    when: sayMoment(due, language),
  };
  const because = sayFrom(
    followUpPhrases,
    language,
    isAhead ? 'planned' : ((['first', 'second', 'third'] as const)[attempt - 1] ?? 'third'),
    values,
  );
  return {
    say: sayFrom(followUpPhrases, language, isAhead ? 'wait' : 'send', values),
    act: isAhead ? 'wait' : 'send',
    channel,
    due_at,
    attempt,
    needs_template: channel === 'whatsapp' && isWindowClosed,
    because,
  } satisfies Output;
};

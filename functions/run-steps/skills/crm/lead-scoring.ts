// Skill lead-scoring: which leads of the board are warm today. Pure; listed in crm-skills.ts.
import type { Language } from '../../../_shared/payloads.ts';
import { daysSince } from '../local-time.ts';
import { sayFrom } from '../say.ts';
import { sayList, sayNumber, sayTime } from '../say-figures.ts';
import type { SkillFunction } from '../skill.ts';
import { isAfter, lastContact, lastSign, type Lead, latest, type LeadEvent } from './lead.ts';
import { scoringPhrases } from './scoring-phrases.ts';

type Input = { leads: Lead[]; events: LeadEvent[]; now: string };
type Part = { part: 'intent' | 'recency' | 'engagement' | 'stage' | 'reachable'; points: number; because: string };
type Scored = {
  id: string;
  lead_points: number;
  band: 'hot' | 'warm' | 'cool' | 'cold';
  parts: Part[];
  next_act: 'answer_now' | 'follow_up' | 'wait' | 'close';
};

const intents = { order: 40, asked_date: 30, asked_price: 25, form: 20, message: 15 } as const;
type Intent = keyof typeof intents;
const stages: Partial<Record<Lead['status'], number>> = { qualified: 4, proposal: 7, negotiation: 10 };
const spoken = new Set(['message', 'form', 'reply', 'order', 'asked_price', 'asked_date']);
const silenceBeforeFollowUp = 3;
const silenceBeforeClose = 45;

const count = (events: LeadEvent[], ...kinds: string[]) => events.filter(({ kind }) => kinds.includes(kind)).length;

function intentPart(lead: Lead, events: LeadEvent[], language: Language): Part {
  const shown = (Object.keys(intents) as Intent[]).filter(
    (kind) => events.some((event) => event.kind === kind) || (kind === 'message' && lead.message !== ''),
  );
  const points = shown.length === 0 ? 0 : Math.min(40, Math.max(...shown.map((kind) => intents[kind])) + 5 * (shown.length - 1));
  const names = shown.map((kind) => sayFrom(scoringPhrases, language, kind));
  const because =
    shown.length > 0
      ? sayFrom(scoringPhrases, language, 'intent', { list: sayList(names, language) })
      : sayFrom(scoringPhrases, language, 'no_intent');
  return { part: 'intent', points, because };
}

function engagementPart(events: LeadEvent[], language: Language): Part {
  const [answers, opens] = [count(events, 'reply', 'mail_click'), count(events, 'mail_open')];
  const said = { answers: sayNumber(answers, language), opens: sayNumber(opens, language) };
  const missed = count(events, 'no_show');
  const because = sayFrom(scoringPhrases, language, 'engagement', said);
  const minus = missed > 0 ? ` ${sayFrom(scoringPhrases, language, 'no_show', { points: sayNumber(10 * missed, language) })}` : '';
  return { part: 'engagement', points: Math.min(15, 3 * answers + opens), because: (because + minus).slice(0, 160) };
}

function reachablePart({ phone, email }: Lead, language: Language): Part {
  const key = phone && email ? 'reach_both' : phone ? 'reach_phone' : email ? 'reach_email' : 'reach_none';
  return { part: 'reachable', points: (phone ? 6 : 0) + (email ? 4 : 0), because: sayFrom(scoringPhrases, language, key) };
}

function nextAct(lead: Lead, events: LeadEvent[], points: number, now: string): Scored['next_act'] {
  if (lead.status === 'lost') return 'close';
  if (lead.status === 'won') return 'wait';
  const said = latest([
    lead.last_reply_at,
    lead.message === '' ? null : lead.created_at,
    ...events.filter(({ kind }) => spoken.has(kind)).map(({ at }) => at),
  ]);
  if (isAfter(said, lastContact(lead, events))) return 'answer_now';
  const silent = daysSince(lastSign(lead, events), now);
  if (silent >= silenceBeforeClose && points < 20) return 'close';
  const contact = lastContact(lead, events);
  return contact === null || daysSince(contact, now) >= silenceBeforeFollowUp ? 'follow_up' : 'wait';
}

/** Name, sex, origin, religion and language have no weight: they are not read. */
function score(lead: Lead, all: LeadEvent[], now: string, language: Language): Scored {
  const events = all.filter(({ lead_id, at }) => lead_id === lead.id && Date.parse(at) <= Date.parse(now));
  const silent = (Date.parse(now) - Date.parse(lastSign(lead, events))) / 86_400_000;
  const stage = stages[lead.status] ?? 0;
  const parts: Part[] = [
    intentPart(lead, events, language),
    {
      part: 'recency',
      points: Math.round(25 * 0.5 ** (Math.max(0, silent) / 7)),
      because: sayFrom(scoringPhrases, language, 'recency', { days: sayTime(Math.max(0, Math.floor(silent)), 'day', language) }),
    },
    engagementPart(events, language),
    { part: 'stage', points: stage, because: sayFrom(scoringPhrases, language, stage > 0 ? 'stage' : 'stage_early') },
    reachablePart(lead, language),
  ];
  const sum = parts.reduce((total, { points }) => total + points, 0) - 10 * count(events, 'no_show');
  const lead_points = Math.min(100, Math.max(0, sum));
  const band = lead_points >= 70 ? 'hot' : lead_points >= 45 ? 'warm' : lead_points >= 20 ? 'cool' : 'cold';
  return { id: lead.id, lead_points, band, parts, next_act: nextAct(lead, events, lead_points, now) };
}

export const leadScoring: SkillFunction = ({ context }) => {
  const { leads, events, now } = context.input as Input;
  const { language } = context.run;
  const scored = leads.map((lead) => score(lead, events, now, language));
  const nameOf = (id: string) => leads.find((lead) => lead.id === id)?.name ?? id;
  const waiting = scored.filter(({ next_act }) => next_act === 'answer_now').toSorted((a, b) => b.lead_points - a.lead_points);
  const hot = scored.filter(({ band }) => band === 'hot').length;
  const say = sayFrom(scoringPhrases, language, waiting.length > 0 ? 'summary_answer' : 'summary', {
    leads: sayNumber(leads.length, language),
    hot: sayNumber(hot, language),
    list: sayList(
      waiting.map(({ id }) => nameOf(id)),
      language,
      3,
    ),
  });
  return { say, leads: scored };
};

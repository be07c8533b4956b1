// Skill pipeline-manager: who should move on the board, who stands too long, who is the same person. Pure; listed in crm-skills.ts.
import type { Language } from '../../../_shared/payloads.ts';
import { daysSince } from '../local-time.ts';
import { sayFrom } from '../say.ts';
import { sayList, sayNumber } from '../say-figures.ts';
import { type SkillFunction, SkillError } from '../skill.ts';
import { isAfter, lastContact, lastSign, type Lead, latest, type LeadEvent, statuses, type Status } from './lead.ts';
import { pipelinePhrases } from './pipeline-phrases.ts';
import { isSamePerson } from './same-person.ts';

type Input = {
  leads: Lead[];
  events: Partial<LeadEvent>[];
  now: string;
  act: 'propose' | 'create' | 'move';
  lead_id: string;
  to_status?: Status;
  country?: string;
};
type Move = { lead_id: string; from: Status; to: Status; because: string; done: boolean };
type Reason = keyof typeof pipelinePhrases;

const openStatuses: readonly Status[] = ['new', 'contacted', 'qualified', 'proposal', 'negotiation'];
/** days in a column without a sign from either side */
const patience: Partial<Record<Status, number>> = { new: 1, contacted: 3, qualified: 5, proposal: 7, negotiation: 7 };
const silenceUntilLost = 60;
const mostAttempts = 3;

const at = (events: LeadEvent[], ...kinds: string[]) => latest(events.filter(({ kind }) => kinds.includes(kind)).map((event) => event.at));

/** The one step that the facts speak for; null when the lead stands where it belongs. */
function proposal(lead: Lead, events: LeadEvent[], now: string): [Status, Reason] | null {
  if (!openStatuses.includes(lead.status)) return null;
  if (at(events, 'order', 'payment') !== null) return ['won', 'bought'];
  if (at(events, 'refused') !== null) return ['lost', 'refused'];
  const attempts = events.filter(({ kind }) => kind === 'follow_up').length;
  if (attempts >= mostAttempts && daysSince(lastSign(lead, events), now) >= silenceUntilLost) return ['lost', 'silent'];
  const asked = at(events, 'asked_price', 'asked_date', 'asked_quantity');
  const answered = latest([lead.last_reply_at, at(events, 'reply', 'message'), asked]);
  const offered = at(events, 'offer_sent');
  switch (lead.status) {
    case 'new':
      return lastContact(lead, events) === null ? null : ['contacted', 'contacted'];
    case 'contacted':
      return asked !== null && answered !== null ? ['qualified', 'qualified'] : null;
    case 'qualified':
      return offered === null ? null : ['proposal', 'offered'];
    case 'proposal':
      return offered !== null && isAfter(answered, offered) ? ['negotiation', 'answered_offer'] : null;
    default:
      return null;
  }
}

/** The one move that needs nobody: one of ours has written. All others are a person's. */
const isDoneAtOnce = (from: Status, to: Status): boolean => from === 'new' && to === 'contacted';

/** A person's wish; null when it would go backwards. */
function wishedMove(lead: Lead, to: Status, language: Language): Move | null {
  if (statuses.indexOf(to) <= statuses.indexOf(lead.status) || !openStatuses.includes(lead.status)) return null;
  const because = sayFrom(pipelinePhrases, language, 'wished');
  return { lead_id: lead.id, from: lead.status, to, because, done: isDoneAtOnce(lead.status, to) };
}

/** Ids of leads that are a person of their own: the first of those who share a number or an address. */
function newPeople(leads: Lead[], asked: string, country: string): string[] {
  const isKnown = (lead: Lead, place: number) =>
    leads.some((other, index) => (asked ? other.id !== lead.id : index < place) && isSamePerson(lead, other, country));
  return leads.filter((lead, index) => (asked === '' || lead.id === asked) && !isKnown(lead, index)).map(({ id }) => id);
}

export const pipelineManager: SkillFunction = ({ context }) => {
  const { leads, events: given, now, act, lead_id, to_status, country = '' } = context.input as Input;
  const { language } = context.run;
  const known = given.filter(
    (event): event is LeadEvent => typeof event.lead_id === 'string' && typeof event.kind === 'string' && typeof event.at === 'string',
  );
  const eventsOf = (lead: Lead) => known.filter((event) => event.lead_id === lead.id && Date.parse(event.at) <= Date.parse(now));
  const wanted = leads.find(({ id }) => id === lead_id);
  if (act === 'move' && to_status === undefined) throw new SkillError('input_missing', { field: 'to_status' }, false);
  if ((act === 'move' || (act === 'create' && lead_id !== '')) && !wanted)
    throw new SkillError('input_missing', { field: 'lead_id', problem: `no lead is called ${lead_id}` }, false);

  const proposals = (act === 'create' ? [] : leads).flatMap((lead): Move[] => {
    const found = lead.id === lead_id && act === 'move' ? null : proposal(lead, eventsOf(lead), now);
    if (!found) return [];
    const [to, why] = found;
    return [
      { lead_id: lead.id, from: lead.status, to, because: sayFrom(pipelinePhrases, language, why), done: isDoneAtOnce(lead.status, to) },
    ];
  });
  const wish = act === 'move' && wanted && to_status ? wishedMove(wanted, to_status, language) : null;
  const moves = [...(wish ? [wish] : []), ...proposals].slice(0, 200);
  const stale = leads.flatMap((lead) => {
    const limit = patience[lead.status];
    const since = latest([lastSign(lead, eventsOf(lead)), lastContact(lead, eventsOf(lead))]) ?? lead.created_at;
    const days = daysSince(since, now);
    return limit !== undefined && days > limit ? [{ lead_id: lead.id, status: lead.status, days }] : [];
  });
  const created = act === 'create' ? newPeople(leads, lead_id, country).slice(0, 200) : [];
  const counts = Object.fromEntries(statuses.map((status) => [status, leads.filter((lead) => lead.status === status).length]));
  const isRefused = act === 'move' && wish === null;
  return {
    say: summary({ act, isRefused, moves, created, stale: stale.length, leads }, language),
    moves,
    created,
    stale: stale.slice(0, 200),
    counts,
  };
};

type Summary = { act: Input['act']; isRefused: boolean; moves: Move[]; created: string[]; stale: number; leads: Lead[] };

function summary({ act, isRefused, moves, created, stale, leads }: Summary, language: Language): string {
  const nameOf = (id: string) => leads.find((lead) => lead.id === id)?.name ?? id;
  const values = {
    list: sayList(
      moves.map(({ lead_id }) => nameOf(lead_id)),
      language,
      3,
    ),
    moves: sayNumber(moves.length, language),
    stale: sayNumber(stale, language),
    created: sayNumber(created.length, language),
  };
  if (isRefused) return sayFrom(pipelinePhrases, language, 'backwards', values);
  if (act === 'create') return sayFrom(pipelinePhrases, language, created.length > 0 ? 'created' : 'already_known', values);
  return sayFrom(pipelinePhrases, language, moves.length > 0 ? 'proposed' : 'nothing_moves', values);
}

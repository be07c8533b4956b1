// A lead as the board of the CRM keeps it, and what is known of its silence. Used by the skills of this folder.
export const statuses = ['new', 'contacted', 'qualified', 'proposal', 'negotiation', 'won', 'lost'] as const;
export type Status = (typeof statuses)[number];

export type Lead = {
  id: string;
  name: string;
  email: string;
  phone: string;
  source: string;
  status: Status;
  message: string;
  created_at: string;
  last_contact_at: string | null;
  last_reply_at: string | null;
};

/** `kind`: what they did (message, reply, page_visit, form, mail_open, mail_click, order, no_show, asked_price, asked_date, asked_quantity, payment,
 * refused) or what we did (sent, offer_sent, follow_up). */
export type LeadEvent = { lead_id: string; kind: string; at: string };

const ours = new Set(['sent', 'offer_sent', 'follow_up']);
const isOurs = ({ kind }: LeadEvent) => ours.has(kind);

/** The latest of some moments; null when there is none. */
export const latest = (moments: readonly (string | null | undefined)[]): string | null =>
  moments
    .filter((moment) => moment !== null && moment !== undefined)
    .toSorted((a, b) => Date.parse(a) - Date.parse(b))
    .at(-1) ?? null;

export const isAfter = (moment: string | null, other: string | null): boolean =>
  moment !== null && (other === null || Date.parse(moment) > Date.parse(other));

/** When they last gave a sign of life: an event of theirs, a reply, or their first appearance. */
export const lastSign = (lead: Lead, events: readonly LeadEvent[]): string =>
  latest([lead.created_at, lead.last_reply_at, ...events.filter((event) => !isOurs(event)).map(({ at }) => at)]) ?? lead.created_at;

/** When we last wrote to them or called them. */
export const lastContact = (lead: Lead, events: readonly LeadEvent[]): string | null =>
  latest([lead.last_contact_at, ...events.filter(isOurs).map(({ at }) => at)]);

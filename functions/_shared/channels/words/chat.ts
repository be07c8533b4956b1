// What Nexio says in a chat, in four languages: approvals, answers, help. Shared by WhatsApp and Telegram; put together by ../write-chat.ts.
// Titles of buttons have at most 20 letters, hints at most 60 (WhatsApp's limits, held by tests/channels/chat-words.test.ts).
import type { Language } from '../../payloads.ts';
import { ar } from './chat/ar.ts';
import { en } from './chat/en.ts';
import { fr } from './chat/fr.ts';
import { mg } from './chat/mg.ts';

/** What became of a message, out of the data of an answer (engine.decision_outcome and more). Names and titles are data. */
export type Told = {
  title: string;
  decision: 'approve' | 'reject' | 'edit' | '';
  state: string;
  /** who decided, '' when nobody says */
  name: string;
  /** why not, in the person's own words; '' when they gave none */
  reason: string;
  /** how many were stopped; title then names them all */
  count: number;
  isEdited: boolean;
  /** names of what differs from what was shown, in the person's language */
  changed: string[];
  limitMb: number;
};

export type Figures = {
  published: number;
  scheduled: number;
  ready: number;
  pending: number;
  leads: number;
  tasks: number;
  /** null = without limit */
  taskLimit: number | null;
};

export type ChatWords = {
  approve: string;
  reject: string;
  why: string;
  show: string;
  stop: string;
  /** under a new text of the person's own */
  sendMine: string;
  keepOld: string;
  /** beside them, when the text may be a no with its reason */
  isRefusal: string;
  gates: Record<'publish' | 'outreach' | 'money' | 'settings', string>;
  /** small print under an approval */
  hint: string;
  version: (version: number) => string;
  /** how the house model's work is marked wherever it shows */
  house: string;
  scheduled: (when: string) => string;
  peer: (say: string) => string;
  /** the whole text stands in the message before */
  cut: string;
  noPicture: string;
  decideInApp: (url: string) => string;
  openApp: (url: string) => string;
  confirmEdit: (version: number) => string;
  outcomes: Record<
    | 'decided'
    | 'already_decided'
    | 'stale'
    | 'forbidden'
    | 'not_found'
    | 'needs_two_factor'
    | 'edit_dropped'
    | 'stopped'
    | 'not_going_out'
    | 'nothing_to_stop'
    | 'no_text_to_edit'
    | 'text_too_long'
    | 'nothing_waits'
    | 'no_tenant'
    | 'no_permission'
    | 'media_unsupported'
    | 'media_too_large'
    | 'media_lost'
    | 'forwarded'
    | 'daily_tasks_spent'
    | 'daily_cost_spent'
    | 'brand_dna_missing'
    | 'agent_locked'
    | 'failed',
    (told: Told) => string
  >;
  parts: Record<'body' | 'headline' | 'hashtags' | 'call_to_action' | 'media' | 'scheduled_at', string>;
  whyNobody: (title: string) => string;
  whyPraise: (title: string) => string;
  whyRefute: (title: string) => string;
  /** what the reviewer would change */
  better: (suggestion: string) => string;
  score: (score: number) => string;
  linkFirst: (url: string) => string;
  codeWrong: string;
  codeLocked: string;
  chatTaken: string;
  /** '' = no business */
  linked: (tenant: string) => string;
  help: string;
  askWhich: (count: number) => string;
  draftStarted: (title: string) => string;
  draftWithPhoto: (title: string) => string;
  voiceKept: string;
  photoKept: string;
  today: { heading: string; pending: (count: number) => string; running: (count: number) => string; goingOut: string; nothing: string };
  report: { heading: string; lines: (figures: Figures) => string[] };
  paused: (agents: number, scheduled: number) => string;
  resumed: (agents: number) => string;
  goingOut: (title: string, when: string) => string;
  /** under it: how to hold it back */
  stopIt: string;
  /** in an approval that goes out by itself */
  goesOut: (when: string) => string;
  result: string;
  lead: string;
  alert: string;
};

export const chatWords: Record<Language, ChatWords> = { mg, fr, en, ar };

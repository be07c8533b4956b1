// A delivery as a chat says it: heading, text, buttons, picture, in the person's language. Called by the adapters of WhatsApp and Telegram, which give it their form.
import type { Language } from '../payloads.ts';
import type { DeliveryOn } from './channel.ts';
import { sayBell } from './words/bells.ts';
import { chatWords, type ChatWords, type Told } from './words/chat.ts';
import { pushWords } from './words/push.ts';

export type ChatText = {
  /** stands out; '' for plain talk */
  heading: string;
  /** Texts of people and agents as they are: an adapter escapes what its platform would interpret. */
  body: string;
  /** small print, at most 60 letters; '' for none */
  small: string;
  /** ids that engine.answer_text knows */
  buttons: { id: 'approve' | 'reject' | 'why' | 'show'; title: string }[];
  picture: { path: string; mime: string; alt: string } | null;
};

type ChatDelivery = DeliveryOn<'whatsapp'> | DeliveryOn<'telegram'>;

const word = (value: unknown): string => (typeof value === 'string' ? value : '');
const number = (value: unknown): number => (Number.isFinite(Number(value)) ? Number(value) : 0);
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
const lines = (...parts: (string | null | undefined)[]): string => parts.filter(Boolean).join('\n');
const paragraphs = (...parts: (string | null | undefined)[]): string => parts.filter(Boolean).join('\n\n');

/** Malagasy has no calendar of its own in ICU; French day names would be wrong there, so figures. */
function sayTime(at: unknown, language: Language, timezone: string): string {
  const time = new Date(String(at));
  if (Number.isNaN(time.getTime())) return '';
  const locale = { mg: 'fr-FR', fr: 'fr-FR', en: 'en-GB', ar: 'ar-u-nu-latn' }[language];
  const day: Intl.DateTimeFormatOptions =
    language === 'mg' ? { day: '2-digit', month: '2-digit' } : { weekday: 'long', day: 'numeric', month: 'long' };
  return new Intl.DateTimeFormat(locale, { ...day, hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: timezone }).format(time);
}

const plain = (body: string, heading = ''): ChatText => ({ heading, body, small: '', buttons: [], picture: null });

function writeApproval(say: ChatWords, { approval, tenant, user, link }: ChatDelivery, appUrl: string): ChatText {
  if (!approval) return plain(say.openApp(`${appUrl}${link}`));
  const { gate, title, body, hashtags, scheduled_at, verdict_say, score, version, used_house_model, needs_two_factor, media } = approval;
  const zone = tenant?.timezone ?? 'UTC';
  const marks = [say.version(version), score === null ? '' : say.score(score), used_house_model ? say.house : '']
    .filter(Boolean)
    .join(' · ');
  const text = paragraphs(
    body || title,
    hashtags?.join(' '),
    lines(scheduled_at ? say.scheduled(sayTime(scheduled_at, user.language, zone)) : '', verdict_say ? say.peer(verdict_say) : '', marks),
    needs_two_factor ? say.decideInApp(`${appUrl}${link}`) : '',
  );
  return {
    heading: [say.gates[gate], tenant?.name].filter(Boolean).join(' · '),
    body: text,
    small: needs_two_factor ? '' : say.hint,
    buttons: needs_two_factor
      ? []
      : [
          { id: 'approve', title: say.approve },
          { id: 'reject', title: say.reject },
          { id: 'why', title: say.why },
        ],
    picture: media ? { path: media.path, mime: media.mime ?? '', alt: media.alt ?? '' } : null,
  };
}

function told(say: ChatWords, data: Record<string, unknown>): Told {
  const decision = word(data.decision);
  return {
    // a title in another script keeps its own direction inside the sentence
    title: `\u2068${word(data.title)}\u2069`,
    decision: decision === 'approve' || decision === 'reject' || decision === 'edit' ? decision : '',
    state: word(data.state),
    name: word(data.decided_by_name),
    isEdited: data.is_edited === true,
    changed: list(data.changed).flatMap((part) => say.parts[part as keyof ChatWords['parts']] ?? []),
    limitMb: number(data.limit_mb),
  };
}

function writeOutcome(say: ChatWords, { data, link }: ChatDelivery, appUrl: string): ChatText {
  const known = word(data.outcome) as keyof ChatWords['outcomes'];
  const sentence = say.outcomes[Object.hasOwn(say.outcomes, known) ? known : 'failed'](told(say, data));
  return plain(known === 'needs_two_factor' || known === 'brand_dna_missing' ? lines(sentence, `${appUrl}${link}`) : sentence);
}

function writeWhy(say: ChatWords, data: Record<string, unknown>): ChatText {
  const title = word(data.title);
  const heading = word(data.say) === '' ? '' : data.verdict === 'refute' ? say.whyRefute(title) : say.whyPraise(title);
  const findings = list(data.findings).map((finding) => {
    const [quote, reason, suggestion] = ['quote', 'reason', 'suggestion'].map((name) => word(field(finding, name)));
    return `• ${[quote && `« ${quote} »`, reason].filter(Boolean).join(' : ')}${suggestion ? `\n  ${say.better(suggestion)}` : ''}`;
  });
  if (heading === '') return plain(say.whyNobody(title));
  return plain(
    paragraphs(word(data.say), findings.join('\n'), data.score === null || data.score === undefined ? '' : say.score(number(data.score))),
    heading,
  );
}

function writeToday(say: ChatWords, { data, user }: ChatDelivery): ChatText {
  const { today } = say;
  const zone = word(data.timezone) || 'UTC';
  const goingOut = list(data.schedule).map((one) => `• ${sayTime(field(one, 'at'), user.language, zone)} · ${word(field(one, 'title'))}`);
  const pending = number(data.pending);
  const running = number(data.running);
  return plain(
    paragraphs(
      lines(today.pending(pending), ...list(data.waiting).map((title) => `• ${word(title)}`)),
      running > 0 ? today.running(running) : '',
      goingOut.length > 0 ? lines(today.goingOut, ...goingOut) : today.nothing,
    ),
    today.heading,
  );
}

function writeNews(heading: string, { data, user, link }: ChatDelivery, say: ChatWords, appUrl: string): ChatText {
  const more = number(data.count) - 1;
  return plain(
    paragraphs(lines(sayBell(user.language, data), more > 0 ? pushWords[user.language].more(more) : ''), say.openApp(`${appUrl}${link}`)),
    heading,
  );
}

const confirming = (say: ChatWords, data: Record<string, unknown>): ChatText => ({
  ...plain(word(data.body), say.confirmEdit(number(data.version))),
  buttons: [
    { id: 'approve', title: say.sendMine },
    { id: 'reject', title: say.keepOld },
  ],
});

const figures = (data: Record<string, unknown>) => ({
  published: number(data.published),
  scheduled: number(data.scheduled),
  ready: number(data.ready),
  pending: number(data.pending),
  leads: number(data.leads),
  tasks: number(data.tasks),
  taskLimit: data.task_limit === null || data.task_limit === undefined ? null : number(data.task_limit),
});

/** What a chat is told. A kind without words of its own says that there is news, and where. */
export function writeChat(delivery: ChatDelivery, appUrl: string): ChatText {
  const { kind, data, user, waiting_count, link } = delivery;
  const say = chatWords[user.language];
  const show: ChatText['buttons'] = [{ id: 'show', title: say.show }];
  switch (kind) {
    case 'approval':
      return writeApproval(say, delivery, appUrl);
    case 'digest':
      return { ...plain(pushWords[user.language].waiting(Math.max(1, number(data.count) || waiting_count))), buttons: show };
    case 'confirm_edit':
      return confirming(say, data);
    case 'outcome':
      return writeOutcome(say, delivery, appUrl);
    case 'why':
      return writeWhy(say, data);
    case 'ask_which':
      return { ...plain(lines(say.askWhich(number(data.count)), ...list(data.titles).map((title) => `• ${word(title)}`))), buttons: show };
    case 'link_first':
      return plain(say.linkFirst(`${appUrl}/settings/channels`));
    case 'code_wrong':
      return plain(say.codeWrong);
    case 'code_locked':
      return plain(say.codeLocked);
    case 'chat_taken':
      return plain(say.chatTaken);
    case 'linked':
      return plain(say.linked(word(data.tenant)));
    case 'help':
      return plain(say.help);
    case 'draft_started':
      return plain((data.has_photo === true ? say.draftWithPhoto : say.draftStarted)(word(data.title)));
    case 'voice_kept':
      return plain(say.voiceKept);
    case 'photo_kept':
      return plain(say.photoKept);
    case 'today':
      return writeToday(say, delivery);
    case 'report':
      return plain(say.report.lines(figures(data)).join('\n'), say.report.heading);
    case 'paused':
      return plain(say.paused(number(data.count), number(data.scheduled)));
    case 'resumed':
      return plain(say.resumed(number(data.count)));
    case 'going_out':
      return plain(
        lines(
          say.goingOut(word(data.title), sayTime(data.at, user.language, delivery.tenant?.timezone ?? 'UTC')),
          `${pushWords[user.language].stopIt} ${appUrl}${link}`,
        ),
      );
    case 'result':
      return writeNews(say.result, delivery, say, appUrl);
    case 'lead':
      return writeNews(say.lead, delivery, say, appUrl);
    default:
      return writeNews(say.alert, delivery, say, appUrl);
  }
}

// A delivery as a chat says it: heading, text, buttons, picture, in the person's language. Called by the adapters of WhatsApp and Telegram, which give it their form.
import { type ChatDelivery, type ChatText, field, lines, list, number, paragraphs, plain, sayTime, word } from './chat-parts.ts';
import { sayBell } from './words/bells.ts';
import { chatWords, type ChatWords, type Told } from './words/chat.ts';
import { pushWords } from './words/push.ts';
import { writeToday, writeReport } from './write-day.ts';

function writeApproval(say: ChatWords, { approval, tenant, user, link }: ChatDelivery, appUrl: string): ChatText {
  if (!approval) return plain(say.openApp(`${appUrl}${link}`));
  const { gate, title, body, hashtags, scheduled_at, goes_out_at, verdict_say, score, version, used_house_model, needs_two_factor, media } =
    approval;
  const zone = tenant?.timezone ?? 'UTC';
  const marks = [say.version(version), score === null ? '' : say.score(score), used_house_model ? say.house : '']
    .filter(Boolean)
    .join(' · ');
  const text = paragraphs(
    body || title,
    hashtags?.join(' '),
    lines(
      goes_out_at ? say.goesOut(sayTime(goes_out_at, user.language, zone)) : '',
      scheduled_at ? say.scheduled(sayTime(scheduled_at, user.language, zone)) : '',
      verdict_say ? say.peer(verdict_say) : '',
      marks,
    ),
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
          goes_out_at ? { id: 'stop', title: say.stop } : { id: 'why', title: say.why },
        ],
    picture: media ? { path: media.path, mime: media.mime ?? '', alt: media.alt ?? '' } : null,
  };
}

function told(say: ChatWords, data: Record<string, unknown>): Told {
  const decision = word(data.decision);
  const reason = word(data.reason);
  return {
    // a title in another script keeps its own direction inside the sentence
    title: `\u2068${word(data.title)}\u2069`,
    decision: decision === 'approve' || decision === 'reject' || decision === 'edit' ? decision : '',
    state: word(data.state),
    name: word(data.decided_by_name),
    reason: reason && `\u2068${reason}\u2069`,
    count: number(data.count),
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
    ...(data.is_refusal === true ? [{ id: 'refuse' as const, title: say.isRefusal }] : []),
    { id: 'approve', title: say.sendMine },
    { id: 'reject', title: say.keepOld },
  ],
});

function writeGoingOut(say: ChatWords, { data, user, tenant, link }: ChatDelivery, appUrl: string): ChatText {
  const more = number(data.gathered) - 1;
  const sentence = say.goingOut(word(data.title), sayTime(data.at, user.language, tenant?.timezone ?? 'UTC'));
  return {
    ...plain(lines(sentence, more > 0 ? pushWords[user.language].more(more) : '', say.stopIt, say.openApp(`${appUrl}${link}`))),
    buttons: [{ id: 'stop', title: say.stop }],
  };
}

/** What a chat is told. A kind without words of its own says that there is news, and where. */
export function writeChat(delivery: ChatDelivery, appUrl: string): ChatText {
  const { kind, data, user, waiting_count } = delivery;
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
      return writeReport(say, data);
    case 'paused':
      return plain(say.paused(number(data.count), number(data.scheduled)));
    case 'resumed':
      return plain(say.resumed(number(data.count)));
    case 'going_out':
      return writeGoingOut(say, delivery, appUrl);
    case 'result':
      return writeNews(say.result, delivery, say, appUrl);
    case 'lead':
      return writeNews(say.lead, delivery, say, appUrl);
    default:
      return writeNews(say.alert, delivery, say, appUrl);
  }
}

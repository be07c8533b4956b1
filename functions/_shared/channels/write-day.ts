// /today and /report as a chat tells them (data of engine.tell_today, engine.tell_report). Called by write-chat.ts.
import { type ChatDelivery, type ChatText, field, lines, list, number, paragraphs, plain, sayTime, word } from './chat-parts.ts';
import type { ChatWords } from './words/chat.ts';

export function writeToday(say: ChatWords, { data, user }: ChatDelivery): ChatText {
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

const figures = (data: Record<string, unknown>) => ({
  published: number(data.published),
  scheduled: number(data.scheduled),
  ready: number(data.ready),
  pending: number(data.pending),
  leads: number(data.leads),
  tasks: number(data.tasks),
  taskLimit: data.task_limit === null || data.task_limit === undefined ? null : number(data.task_limit),
});

export const writeReport = (say: ChatWords, data: Record<string, unknown>): ChatText =>
  plain(say.report.lines(figures(data)).join('\n'), say.report.heading);

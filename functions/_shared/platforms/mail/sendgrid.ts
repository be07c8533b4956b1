// Letters by SendGrid: one to one person, or one text to many of whom none sees another. Called by skills email-sender and sendgrid-api.
// https://www.twilio.com/docs/sendgrid/api-reference/mail-send/mail-send · limits: …/mail-send/limitations (1,000 personalisations)
import type { Ask, Door } from '../door.ts';
import { count, part, type Row, rows, text } from '../json.ts';

export const host = 'api.sendgrid.com';

export type Letter = { subject: string; text: string; html?: string; send_at?: string | null; category?: string; batch_id?: string };

const troubleIn: Ask['troubleIn'] = (status, body) => {
  const [error] = rows(part({ body }, 'body').errors);
  if (status < 400 || !error) return undefined;
  // the sender's domain or address is not authenticated
  const isSender = status === 403 && /verified Sender Identity/i.test(text(error.message));
  const trouble =
    status === 401
      ? 'token_expired'
      : status === 403
        ? 'permission_missing'
        : status === 429
          ? 'rate_limited'
          : status >= 500
            ? 'unavailable'
            : 'refused';
  return { trouble, reason: isSender ? 'sender' : text(error.field, 60), message: text(error.message, 300) };
};

const call = (door: Door, path: string, options: Ask = {}) =>
  door.ask(host, `/v3/${path}`, { ...options, headers: { authorization: `Bearer ${door.secret.token}` }, troubleIn });

/** As plain as the text: paragraphs, nothing that could be markup of somebody else's. */
export function htmlOf(body: string): string {
  const safe = body.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return safe
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${paragraph.replaceAll('\n', '<br>')}</p>`)
    .join('\n');
}

/** Every letter names who sends it, where they live, and how to say no in one click (RFC 8058). */
function payload(door: Door, people: { email: string; name?: string }[], letter: Letter): Row {
  const { from_email, from_name, postal_address, unsubscribe_url, unsubscribe_email } = door.secret;
  const foot = postal_address ? `\n\n--\n${[from_name, postal_address].filter(Boolean).join('\n')}` : '';
  const ways = [unsubscribe_url && `<${unsubscribe_url}>`, `<mailto:${unsubscribe_email ?? from_email}?subject=unsubscribe>`]
    .filter(Boolean)
    .join(', ');
  const headers = { 'List-Unsubscribe': ways, ...(unsubscribe_url ? { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' } : {}) };
  const footHtml = foot ? htmlOf(foot.trim()) : '';
  return {
    personalizations: people.map(({ email, name }) => ({ to: [name ? { email, name } : { email }] })),
    from: { email: from_email, ...(from_name ? { name: from_name } : {}) },
    subject: letter.subject,
    content: [
      { type: 'text/plain', value: letter.text + foot },
      { type: 'text/html', value: (letter.html || htmlOf(letter.text)) + footHtml },
    ],
    headers,
    ...(letter.category ? { categories: [letter.category] } : {}),
    ...(letter.batch_id ? { batch_id: letter.batch_id } : {}),
    ...(letter.send_at ? { send_at: Math.floor(Date.parse(letter.send_at) / 1000) } : {}),
  };
}

/** Hands one text over for up to 1,000 people. The account's secret: token, from_email, from_name, postal_address, unsubscribe_url. @throws PlatformError */
export async function sendLetter(door: Door, people: { email: string; name?: string }[], letter: Letter): Promise<{ message_id: string }> {
  const { headers } = await call(door, 'mail/send', { method: 'POST', json: payload(door, people, letter), isRepeatable: false });
  return { message_id: (headers.get('x-message-id') ?? '').slice(0, 200) };
}

export async function newBatch(door: Door): Promise<string> {
  const { body } = await call(door, 'mail/batch', { method: 'POST' });
  return text(part({ body }, 'body').batch_id, 120);
}

export type Suppressed = { email: string; reason: 'bounced' | 'complained' | 'unsubscribed' | 'invalid' };

/** Addresses of these that must never be written to again. */
export async function suppressedOf(door: Door, emails: string[]): Promise<Suppressed[]> {
  const lists = { bounces: 'bounced', spam_reports: 'complained', unsubscribes: 'unsubscribed', invalid_emails: 'invalid' } as const;
  const found: Suppressed[] = [];
  const wanted = new Set(emails.map((email) => email.toLowerCase()));
  for (const [list, reason] of Object.entries(lists)) {
    // one person is looked up, many are compared with the list
    const one = emails.length === 1 ? `/${encodeURIComponent(emails[0] ?? '')}` : '';
    for (let offset = 0; ; offset += 500) {
      const { body } = await call(door, `suppression/${list}${one}`, one ? {} : { query: { limit: 500, offset } });
      const page = rows(body);
      found.push(...page.map((row) => ({ email: text(row.email, 200).toLowerCase(), reason })).filter(({ email }) => wanted.has(email)));
      if (one || page.length < 500) break;
    }
  }
  return found;
}

export type MailStats = { delivered: number; opened: number; clicked: number; unsubscribed: number; complained: number };

/** What came back for one campaign since `startDate` (YYYY-MM-DD). */
export async function readStats(door: Door, category: string, startDate: string): Promise<MailStats> {
  const { body } = await call(door, 'categories/stats', { query: { categories: category, start_date: startDate, aggregated_by: 'day' } });
  const sums: MailStats = { delivered: 0, opened: 0, clicked: 0, unsubscribed: 0, complained: 0 };
  for (const { stats } of rows(body))
    for (const one of rows(stats)) {
      const metrics = part(one, 'metrics');
      sums.delivered += count(metrics.delivered);
      sums.opened += count(metrics.unique_opens);
      sums.clicked += count(metrics.unique_clicks);
      sums.unsubscribed += count(metrics.unsubscribes);
      sums.complained += count(metrics.spam_reports);
    }
  return sums;
}

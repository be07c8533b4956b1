// What a mail says: subject, plain text and the same as simple HTML, in the person's language. Pure; used by mail.ts beside this file.
import type { DeliveryOn, ShownApproval } from './channel.ts';
import { shorten } from './shorten.ts';
import { sayBell } from './words/bells.ts';
import { mailWords, type InvitedRole, type MailWords } from './words/mail.ts';

export type WrittenMail = {
  /** one line */
  subject: string;
  text: string;
  html: string;
  /** where mails of this kind are turned off; null for what a person has to decide */
  unsubscribe: string | null;
};

type Mail = DeliveryOn<'email'>;
/** `quote` = words of others, shown apart from ours */
type Part = { say: string } | { quote: string; dir: 'rtl' | 'ltr' } | { link: string; label: string };

const directionOf = (language: string): 'rtl' | 'ltr' => (language === 'ar' ? 'rtl' : 'ltr');
const oneLine = (text: string): string => text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();

/** Day and time in figures: the same in every language that has no calendar of its own in Intl (Malagasy). */
function formatTime(iso: string, mail: Mail): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  const tag = { mg: 'fr', fr: 'fr', en: 'en-GB', ar: 'ar-u-nu-arab' }[mail.user.language];
  return new Intl.DateTimeFormat(tag, { dateStyle: 'short', timeStyle: 'short', timeZone: mail.tenant?.timezone ?? 'UTC' }).format(date);
}

function aboutApproval(mail: Mail, approval: ShownApproval, words: MailWords): Part[] {
  const content = [approval.headline, approval.body, approval.hashtags?.join(' ')].filter(Boolean);
  return [
    { say: words.approval[approval.gate] },
    { quote: content.length > 0 ? content.join('\n\n') : approval.title, dir: directionOf(approval.language ?? mail.user.language) },
    ...(approval.media ? [{ say: words.has_picture }] : []),
    ...(approval.scheduled_at ? [{ say: words.planned(formatTime(approval.scheduled_at, mail)) }] : []),
    ...(approval.verdict_say ? [{ say: words.peer(shorten(approval.verdict_say, 500)) }] : []),
    ...(approval.score === null ? [] : [{ say: words.score(approval.score) }]),
    ...(approval.used_house_model ? [{ say: words.house }] : []),
  ];
}

function compose(mail: Mail, appUrl: string, words: MailWords): { subject: string; parts: Part[] } {
  const { approval, data, kind } = mail;
  const inApp = `${appUrl}${mail.link}`;
  if (kind === 'approval' && approval) {
    const subject = words.to_decide(approval.title);
    const parts = aboutApproval(mail, approval, words);
    if (mail.tokens) {
      const page = `${appUrl}/d/${mail.tokens.decide}`;
      return { subject, parts: [...parts, { label: words.open_page, link: page }, { say: words.once }] };
    }
    return { subject, parts: [...parts, { say: words.two_factor }, { label: words.open_app, link: inApp }] };
  }
  if (kind === 'digest') {
    const count = Number(data.count) || mail.waiting_count;
    return { subject: words.digest_subject(count), parts: [{ say: words.digest(count) }, { label: words.open_app, link: inApp }] };
  }
  if (kind === 'invitation') {
    const business = oneLine(mail.tenant?.name ?? 'Nexio');
    const parts: Part[] = [
      { say: words.invitation(oneLine(String(data.by ?? '')), business) },
      { say: words.invitation_role[data.role as InvitedRole] ?? '' },
      { label: words.open_invitation, link: inApp },
      { say: words.invitation_end },
    ];
    return { subject: words.invitation_subject(business), parts };
  }
  const news = sayBell(mail.user.language, data);
  return { subject: news, parts: [{ say: news }, { label: words.open_app, link: inApp }] };
}

const escapeHtml = (value: string): string => value.replaceAll(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

function asText(part: Part): string {
  if ('say' in part) return part.say;
  if ('link' in part) return `${part.label}\n${part.link}`;
  // quoted as mail quotes, so that words of others cannot pass for ours
  return part.quote
    .split('\n')
    .map((line) => `> ${line}`.trimEnd())
    .join('\n');
}

function asHtml(part: Part): string {
  if ('say' in part) return `<p style="margin:0 0 12px">${escapeHtml(part.say)}</p>`;
  if ('quote' in part) {
    const lines = escapeHtml(part.quote).replaceAll('\n', '<br>');
    return `<blockquote dir="${part.dir}" style="margin:0 0 12px;padding:12px 16px;border-inline-start:4px solid #2f5bea;background:#f2f4fa">${lines}</blockquote>`;
  }
  const style =
    'display:inline-block;padding:14px 22px;border-radius:12px;background:#0b0f14;color:#ffffff;font-weight:700;text-decoration:none';
  const label = escapeHtml(part.label.replace(/\s*[:：]\s*$/, ''));
  return `<p style="margin:20px 0"><a href="${escapeHtml(part.link)}" style="${style}">${label}</a></p>`;
}

/** @param appUrl where the app is, without a slash at the end */
export function writeMail(mail: Mail, appUrl: string): WrittenMail {
  const { language, name } = mail.user;
  const words = mailWords[language];
  const { subject, parts } = compose(mail, appUrl, words);
  const isInvitation = mail.kind === 'invitation';
  const tenant = mail.tenant?.name ?? '';
  const all: Part[] = [
    { say: words.hello(oneLine(name)) },
    ...parts,
    ...(isInvitation ? [] : [{ say: words.why_mail }]),
    { say: ['Nexio', tenant].filter(Boolean).join(' · ') },
  ];
  const html = `<!doctype html><html lang="${language}" dir="${directionOf(language)}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>${escapeHtml(oneLine(subject))}</title></head>
<body style="margin:0;padding:20px;font:16px/1.5 system-ui,sans-serif;color:#12161f;background:#ffffff"><div style="max-width:34rem;margin:0 auto">
${all.map(asHtml).join('\n')}
</div></body></html>`;
  return {
    subject: shorten(oneLine(tenant === '' || isInvitation ? subject : `${subject} · ${tenant}`), 150),
    text: `${all.map(asText).join('\n\n')}\n`,
    html,
    unsubscribe: mail.kind === 'approval' || isInvitation ? null : `${appUrl}/settings/notifications`,
  };
}

// Mail over SMTP: the last resort. What waits stands in the mail, one link leads to the page where it is decided; the mail itself decides nothing.
// Environment: SMTP_HOST, SMTP_PORT (465, or 2525: hosted functions may not use 25 and 587), SMTP_USER, SMTP_PASSWORD, SMTP_FROM ("Nexio <a@b.c>"),
// SMTP_TLS implicit | starttls | none (none only on the own machine; default implicit on 465, else starttls).
import nodemailer, { type Transporter } from 'nodemailer';
import { isTrial, type Channel, type ChannelEnvironment, type Outcome } from './channel.ts';
import { writeMail } from './write-mail.ts';

type Account = {
  host: string;
  port: number;
  tls: 'implicit' | 'starttls' | 'none';
  user: string;
  password: string;
  from: { name: string; address: string };
};

const isLoopback = (host: string): boolean => /^(127\.\d+\.\d+\.\d+|localhost|::1)$/.test(host);

/** One mailbox and nothing else: no list, no comment, no line break. */
const isAddress = (text: string): boolean => /^[^\s@<>()[\]\\,;:"]{1,64}@[^\s@<>()[\]\\,;:"]{1,255}$/.test(text);

function readAccount(env: ChannelEnvironment): Account | null {
  const host = env.SMTP_HOST?.trim() ?? '';
  const [, name = '', address = ''] = /^\s*(?:"?([^"<\r\n]*?)"?\s*<)?([^<>\s]+@[^<>\s]+?)>?\s*$/.exec(env.SMTP_FROM ?? '') ?? [];
  if (host === '' || !isAddress(address)) return null;
  const port = Number(env.SMTP_PORT ?? 465);
  const wished = env.SMTP_TLS?.trim() || (port === 465 ? 'implicit' : 'starttls');
  const tls = wished === 'implicit' || (wished === 'none' && isLoopback(host)) ? wished : 'starttls';
  return { host, port, tls, user: env.SMTP_USER ?? '', password: env.SMTP_PASSWORD ?? '', from: { name: name || 'Nexio', address } };
}

function createTransport({ host, port, tls, user, password }: Account): Transporter {
  return nodemailer.createTransport({
    host,
    port,
    secure: tls === 'implicit',
    requireTLS: tls === 'starttls',
    ignoreTLS: tls === 'none',
    ...(user === '' ? {} : { auth: { user, pass: password } }),
    tls: { minVersion: 'TLSv1.2' },
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}

/**
 * What the server said: 4xx is for now (greylisting, full mailbox), 5xx for ever (https://www.rfc-editor.org/rfc/rfc5321#section-4.2.1);
 * no answer at all is for now.
 */
function outcomeOf(error: unknown): Outcome {
  const {
    responseCode = 0,
    code = '',
    command = '',
    message = '',
  } = (error ?? {}) as Partial<Record<'code' | 'command' | 'message', string>> & {
    responseCode?: number;
  };
  // a server that will not speak in secret, or cannot show who it is, hears neither password nor mail
  if (code === 'ETLS') return { outcome: 'retry', code: 'mail_not_encrypted' };
  if (code === 'EAUTH' && responseCode >= 500) return { outcome: 'failed', code: 'mail_login_refused' };
  if (responseCode >= 500) return { outcome: 'failed', code: /^RCPT/i.test(command) ? 'mail_address_refused' : 'mail_refused' };
  if (responseCode >= 400) return { outcome: 'retry', code: 'mail_later' };
  return { outcome: 'retry', code: /certificate/i.test(message) ? 'mail_certificate_refused' : 'mail_unreachable' };
}

/** Fails with channel_not_configured where SMTP_HOST or SMTP_FROM is missing. `external_id` is the mail's Message-ID: the same on each try. */
export function createMail(env: ChannelEnvironment): Channel<'email'> {
  const account = readAccount(env);
  if (!account) return async () => ({ outcome: 'failed', code: 'channel_not_configured' });
  const transport = createTransport(account);
  const domain = account.from.address.slice(account.from.address.lastIndexOf('@') + 1);

  return async (delivery, { appUrl }) => {
    const { email } = delivery.address;
    if (!isAddress(email)) return { outcome: 'failed', code: 'mail_address_refused' };
    const { subject, text, html, unsubscribe } = writeMail(delivery, appUrl);
    const messageId = `<delivery-${delivery.delivery_id}@${domain}>`;
    try {
      await transport.sendMail({
        from: account.from,
        to: { name: '', address: email },
        subject,
        text,
        html,
        messageId,
        // answers by machines are not wanted (RFC 3834)
        headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': delivery.user.language },
        ...(unsubscribe ? { list: { unsubscribe } } : {}),
      });
      return { outcome: 'sent', external_id: messageId, is_trial: isTrial(env, 'email') };
    } catch (error) {
      return outcomeOf(error);
    }
  };
}

// Double of a mail server: real SMTP on a socket (RFC 5321), refuses what mail servers refuse, and hands each mail on parsed. What it took was
// sent to nobody. Used by `npm start` (mails then lie in /_local/mailbox) and by the tests of the mail channel.
import type { AddressInfo } from 'node:net';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { writeMail } from '../auth/mail-links.ts';
import type { Session } from '../session.ts';
import type { Double } from './chat-double.ts';

export interface TakenMail {
  /** envelope, not header */
  from: string;
  to: string;
  subject: string;
  text: string;
  html: string;
  /** as they came over the wire, name (lower case) and value in one line each */
  headers: string[];
  message_id: string;
  /** first address in the text that is no quoted line; null when there is none */
  link: string | null;
  /** it came over TLS */
  is_encrypted: boolean;
}

/**
 * What the next mail meets. Codes as servers give them: 421 closing, 450 and 451 later (greylisting), 452 full, 535 wrong password, 550 no such
 * mailbox, 552 too large, 554 spam (https://www.rfc-editor.org/rfc/rfc5321#section-4.2.3).
 */
export interface SmtpFault {
  at: 'connect' | 'auth' | 'mail' | 'rcpt' | 'data';
  code: number;
  message?: string;
}

export interface SmtpOptions {
  /** called before the mail is accepted; what it throws is a 451 */
  keep?: (mail: TakenMail) => Promise<void>;
  /** none: plain, as on one machine; implicit: TLS from the first byte (port 465); starttls: demanded before AUTH (port 2525) */
  tls?: { mode: 'implicit' | 'starttls'; key: Buffer; cert: Buffer };
}

export interface SmtpDouble {
  host: string;
  port: number;
  user: string;
  password: string;
  /** SMTP_HOST, SMTP_PORT, SMTP_USER, SMTP_PASSWORD, SMTP_FROM, SMTP_TLS of the mail channel */
  env: Record<string, string>;
  /** oldest first */
  mails: TakenMail[];
  /** how often a client tried to sign in */
  readonly logins: number;
  /** the next mails meet these, one each */
  script(...faults: SmtpFault[]): void;
  stop(): Promise<void>;
}

const host = '127.0.0.1';
const user = 'nexio';
const password = 'only-on-this-machine';
const from = 'nexio@mail.example';
const largest = 10_000_000;

const refusal = (code: number, message: string): Error => Object.assign(new Error(message), { responseCode: code });

/** Listens on a free port of 127.0.0.1. */
export async function startSmtpDouble(options: SmtpOptions = {}): Promise<SmtpDouble> {
  const mails: TakenMail[] = [];
  const faults: SmtpFault[] = [];
  let logins = 0;
  const takeFault = (at: SmtpFault['at']): Error | null => {
    const [next] = faults;
    if (next?.at !== at) return null;
    faults.shift();
    return refusal(next.code, next.message ?? `${next.code} on demand`);
  };
  const server = new SMTPServer({
    name: 'mail.example',
    banner: 'local double, nothing leaves this machine',
    size: largest,
    authMethods: ['PLAIN', 'LOGIN'],
    disableReverseLookup: true,
    closeTimeout: 1000,
    ...(options.tls
      ? { secure: options.tls.mode === 'implicit', key: options.tls.key, cert: options.tls.cert }
      : { disabledCommands: ['STARTTLS'], allowInsecureAuth: true }),
    onConnect: (_, done) => done(takeFault('connect')),
    onAuth(login, _, done) {
      logins += 1;
      const fault = takeFault('auth');
      if (fault) return done(fault);
      if (login.username !== user || login.password !== password) return done(refusal(535, '5.7.8 Authentication credentials invalid'));
      done(null, { user });
    },
    onMailFrom({ address }, _, done) {
      const fault = takeFault('mail');
      // the account may send as its own domain only
      done(fault ?? (address.endsWith('@mail.example') ? null : refusal(553, '5.7.1 Sender address rejected: not owned by user nexio')));
    },
    onRcptTo({ address }, _, done) {
      const fault = takeFault('rcpt');
      // names that never exist (RFC 2606)
      done(
        fault ?? (/@(.+\.)?invalid$/i.test(address) ? refusal(550, `5.1.1 <${address}>: Recipient address rejected: User unknown`) : null),
      );
    },
    onData(stream, session, done) {
      const parsed = simpleParser(stream, { skipTextToHtml: true, skipImageLinks: true });
      void parsed.then(
        async (mail) => {
          const fault = takeFault('data');
          if (fault) return done(fault);
          if (stream.sizeExceeded) return done(refusal(552, '5.3.4 Message size exceeds fixed limit'));
          const text = mail.text ?? '';
          const taken: TakenMail = {
            from: session.envelope.mailFrom ? session.envelope.mailFrom.address : '',
            to: session.envelope.rcptTo.map(({ address }) => address).join(', '),
            subject: mail.subject ?? '',
            text,
            html: mail.html || '',
            headers: mail.headerLines.map(({ line }) => line.replaceAll(/\r?\n[ \t]+/g, ' ')),
            message_id: mail.messageId ?? '',
            link: /^(?!>).*?(https?:\/\/[^\s<>"]+)/m.exec(text)?.[1] ?? null,
            is_encrypted: session.secure,
          };
          try {
            await options.keep?.(taken);
          } catch {
            return done(refusal(451, '4.3.0 Mail could not be stored'));
          }
          mails.push(taken);
          done(null, `2.0.0 Ok: queued as ${mails.length}`);
        },
        () => done(refusal(554, '5.6.0 Message could not be read')),
      );
    },
  });
  // a client that breaks off is no error of ours
  server.on('error', () => {});
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject);
    server.listen(0, host, resolve);
  });
  const { port } = server.server.address() as AddressInfo;
  const mode = options.tls?.mode ?? 'none';
  return {
    host,
    port,
    user,
    password,
    env: {
      SMTP_HOST: host,
      SMTP_PORT: String(port),
      SMTP_USER: user,
      SMTP_PASSWORD: password,
      SMTP_FROM: `Nexio <${from}>`,
      SMTP_TLS: mode,
    },
    mails,
    get logins() {
      return logins;
    },
    script: (...more) => void faults.push(...more),
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** The mail server of this machine: what it takes lies in /_local/mailbox beside the mails of sign-in. */
export async function startMailServer(session: Session): Promise<Double> {
  const server = await startSmtpDouble({ keep: ({ to, subject, text, link }) => writeMail(session, { to, subject, text }, link) });
  return { env: server.env, stop: server.stop };
}

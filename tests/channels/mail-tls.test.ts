// Mail over TLS, from the first byte and by STARTTLS: to a server whose certificate is trusted, and to those where nothing may be said, neither
// password nor mail.
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { promisify } from 'node:util';
import { afterEach, describe, expect, test } from 'vitest';
import { createMail } from '../../functions/_shared/channels/mail.ts';
import { startSmtpDouble, type SmtpDouble, type SmtpFault } from '../../local/doubles/smtp.ts';
import { noMedia } from './delivery.ts';
import { mailDelivery, shownApproval } from './mail-scene.ts';

const root = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(root, 'tests', path));
const own = { key: read('channels/tls/mail.key'), cert: read('channels/tls/mail.crt') };
const shop = { key: read('sites/tls/shop.key'), cert: read('sites/tls/shop.crt') };
const modes = ['implicit', 'starttls'] as const;
const publicOnes = getCACertificates('default');
let server: SmtpDouble | undefined;

afterEach(async () => {
  setDefaultCACertificates(publicOnes);
  await server?.stop();
  server = undefined;
});

async function listen(mode: (typeof modes)[number], pair = own): Promise<SmtpDouble> {
  return (server = await startSmtpDouble({ tls: { mode, ...pair } }));
}
const trust = (authority: string) => setDefaultCACertificates([...publicOnes, String(read(`${authority}/tls/authority.crt`))]);
/** the certificate names localhost */
const environment = (double: SmtpDouble) => ({ ...double.env, SMTP_HOST: 'localhost', CHANNELS_TRIAL: 'email' });
const send = (double: SmtpDouble, more: Record<string, string> = {}, mail = mailDelivery()) =>
  createMail({ ...environment(double), ...more })(mail, noMedia());

describe.each(modes)('%s', (mode) => {
  test('brings a mail encrypted, emoji and both directions whole', async () => {
    trust('channels');
    const double = await listen(mode);
    const title = '🎄 عرض Noël 👩‍👩‍👧 خصم';
    expect(await send(double, {}, mailDelivery({ approval: shownApproval({ title, body: `${title}\nمرحبًا Tana 🥟` }) }))).toMatchObject({
      outcome: 'sent',
    });
    expect(double.mails).toHaveLength(1);
    expect(double.mails[0]).toMatchObject({ is_encrypted: true, to: 'lala@samosas.example' });
    expect(double.mails[0]?.subject).toContain(title);
    expect(double.mails[0]?.text).toContain('> مرحبًا Tana 🥟');
    // on the wire the subject is encoded words (RFC 2047), no raw bytes
    const subject = double.mails[0]?.headers.find((line) => line.startsWith('Subject:'));
    expect(subject).toMatch(/^[\u0020-\u007E]+$/);
  });

  test('says nothing to a server whose certificate nobody vouches for', async () => {
    const double = await listen(mode);
    expect(await send(double)).toEqual({ outcome: 'retry', code: 'mail_certificate_refused' });
    expect(double.logins).toBe(0);
    expect(double.mails).toEqual([]);
  });

  test('nor to one whose certificate is for another name', async () => {
    trust('sites');
    const double = await listen(mode, shop);
    expect(await send(double)).toEqual({ outcome: 'retry', code: 'mail_certificate_refused' });
    expect(double.logins).toBe(0);
  });

  test.each<[SmtpFault, object]>([
    [
      { at: 'rcpt', code: 451, message: '4.7.1 Greylisted, come back later' },
      { outcome: 'retry', code: 'mail_later' },
    ],
    [
      { at: 'rcpt', code: 550 },
      { outcome: 'failed', code: 'mail_address_refused' },
    ],
    [
      { at: 'auth', code: 535 },
      { outcome: 'failed', code: 'mail_login_refused' },
    ],
  ])('%j becomes %j, and the next mail goes', async (fault, outcome) => {
    trust('channels');
    const double = await listen(mode);
    double.script(fault);
    expect(await send(double)).toEqual(outcome);
    expect(await send(double)).toMatchObject({ outcome: 'sent' });
  });
});

test('a server that takes no STARTTLS gets no password in the clear', async () => {
  server = await startSmtpDouble();
  expect(await send(server, { SMTP_TLS: 'starttls' })).toEqual({ outcome: 'retry', code: 'mail_not_encrypted' });
  expect(server.logins).toBe(0);
  expect(server.mails).toEqual([]);
});

test('functions run on Deno: there too, both ways', { timeout: 60_000 }, async () => {
  const results: unknown[] = [];
  for (const mode of modes) {
    const double = await listen(mode);
    const options = [
      'run',
      '--no-remote',
      '--node-modules-dir=manual',
      '--no-lock',
      '--allow-net',
      '--allow-read',
      '--allow-env',
      '--allow-sys',
    ];
    const run = (more: Record<string, string>) =>
      promisify(execFile)(join(root, 'node_modules/.bin/deno'), [...options, 'tests/channels/mail-deno-scene.ts'], {
        cwd: root,
        env: { ...process.env, ...environment(double), ...more },
        timeout: 25_000,
      });
    results.push(
      JSON.parse((await run({ NODE_EXTRA_CA_CERTS: join(import.meta.dirname, 'tls/authority.crt') })).stdout),
      JSON.parse((await run({})).stdout),
    );
    expect(double.mails.map(({ is_encrypted }) => is_encrypted)).toEqual([true]);
    await double.stop();
  }
  const sent = expect.objectContaining({ outcome: 'sent' }) as unknown;
  const refused = { outcome: 'retry', code: 'mail_certificate_refused' };
  expect(results).toEqual([sent, refused, sent, refused]);
});

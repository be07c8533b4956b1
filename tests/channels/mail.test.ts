// The mail channel over real SMTP on a socket: what arrives, what cannot be smuggled in, and what becomes of each answer of the server.
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createMail } from '../../functions/_shared/channels/mail.ts';
import type { ChannelTools, Outcome } from '../../functions/_shared/channels/channel.ts';
import { startSmtpDouble, type SmtpDouble, type SmtpFault, type TakenMail } from '../../local/doubles/smtp.ts';
import { decideToken, mailDelivery, shownApproval, type Mail } from './mail-scene.ts';

let server: SmtpDouble;
const appUrl = 'https://app.nexio.example';
const tools: ChannelTools = {
  signal: new AbortController().signal,
  appUrl,
  signMedia: () => Promise.reject(new Error('no media in a mail')),
  readMedia: () => Promise.reject(new Error('no media in a mail')),
};

beforeAll(async () => {
  server = await startSmtpDouble();
});
afterEach(() => void server.mails.splice(0));
afterAll(() => server.stop());

const send = (mail: Mail, env: Record<string, string> = server.env): Promise<Outcome> =>
  createMail({ ...env, CHANNELS_TRIAL: 'whatsapp,email' })(mail, tools);
async function arrived(mail: Mail): Promise<TakenMail> {
  expect(await send(mail)).toMatchObject({ outcome: 'sent' });
  return server.mails.at(-1) as TakenMail;
}
const linksIn = (text: string): string[] => text.match(/https?:\/\/[^\s<>"]+/g) ?? [];

describe('a mail about an approval', () => {
  test('says in its subject what waits, holds the post, and has one link: the page that decides', async () => {
    const mail = await arrived(mailDelivery());
    expect(mail).toMatchObject({ to: 'lala@samosas.example', from: 'nexio@mail.example' });
    expect(mail.subject).toContain('À décider');
    expect(mail.subject).toContain('Promotion de Noël');
    for (const part of ['Dix samosas pour 5 000 Ar', '#samosas #noel', '82/100', '20/12/2026 12:30', 'modèle maison'])
      expect(mail.text).toContain(part);
    expect(linksIn(mail.text)).toEqual([`${appUrl}/d/${decideToken}`]);
    expect(linksIn(mail.html)).toEqual([`${appUrl}/d/${decideToken}`]);
    expect(mail.headers).toContain('Auto-Submitted: auto-generated');
  });

  test('leads to the app where a second factor is needed, and carries no token', async () => {
    const mail = await arrived(mailDelivery({ tokens: null, approval: shownApproval({ gate: 'money', needs_two_factor: true }) }));
    expect(linksIn(mail.text)).toEqual([`${appUrl}/decide/0b0e2f86-3a2b-4c52-9d5e-1f1f6a0f2a11`]);
    expect(mail.text).toContain('double vérification');
  });

  test.each([
    ['mg', 'ltr', 'Miandry ny hevitrao', 'Misy lahatsoratra miandry'],
    ['fr', 'ltr', 'À décider', 'Un post attend'],
    ['en', 'ltr', 'To decide', 'A post is waiting'],
    ['ar', 'rtl', 'بانتظار قرارك', 'منشور ينتظر قرارك'],
  ] as const)('speaks %s, written %s', async (language, direction, subject, sentence) => {
    const mail = await arrived(mailDelivery({ user: { id: null, name: 'Lala', language } }));
    expect(mail.subject).toContain(subject);
    expect(mail.text).toContain(sentence);
    expect(mail.html).toContain(`<html lang="${language}" dir="${direction}">`);
    // the post keeps the direction of its own language
    expect(mail.html).toContain('<blockquote dir="ltr"');
  });

  test('keeps emoji, Arabic and long texts whole', async () => {
    const body = `عرض خاص 🎄 ${'samosa '.repeat(400)}fin.`;
    const mail = await arrived(mailDelivery({ approval: shownApproval({ body }) }));
    expect(mail.text.replaceAll(/\s+/g, ' ')).toContain(body.replaceAll(/\s+/g, ' '));
  });

  test('is the same mail to a mail reader when it is sent twice', async () => {
    const first = await arrived(mailDelivery());
    const second = await arrived(mailDelivery({ attempt: 2 }));
    expect(first.message_id).not.toBe('');
    expect(second.message_id).toBe(first.message_id);
  });
});

describe('what others wrote', () => {
  test('adds no header and no recipient', async () => {
    const evil = 'Noël\r\nBcc: thief@evil.example\r\nX-Evil: yes\r\n\r\n<script>';
    const mail = await arrived(
      mailDelivery({
        user: { id: null, name: evil, language: 'fr' },
        tenant: { id: '9a3c5d1e-2f4b-4c6d-8e7f-0a1b2c3d4e5f', name: evil, slug: 'x', timezone: 'UTC' },
        approval: shownApproval({ title: evil, body: evil, headline: evil }),
      }),
    );
    expect(mail.to).toBe('lala@samosas.example');
    expect(mail.headers.filter((line) => /^(bcc|cc|x-evil)/i.test(line))).toEqual([]);
    expect(mail.headers.filter((line) => /^to:/i.test(line))).toEqual(['To: lala@samosas.example']);
    expect(mail.subject).not.toMatch(/[\r\n]/);
    expect(mail.html).not.toContain('<script>');
  });

  test('stands as a quote and cannot put a link of its own in front of ours', async () => {
    const mail = await arrived(mailDelivery({ approval: shownApproval({ body: 'Voyez\nhttps://evil.example/d/x' }) }));
    expect(mail.text).toContain('> https://evil.example/d/x');
    expect(mail.html).not.toContain('href="https://evil.example');
    expect(mail.link).toBe(`${appUrl}/d/${decideToken}`);
  });

  test.each(['two@a.example, b@b.example', 'a@b.example\r\nRCPT TO:<x@y.example>', 'nobody', '<a@b.example>', ''])(
    'an address that is none is never tried: %j',
    async (email) => {
      expect(await send(mailDelivery({ address: { email } }))).toEqual({ outcome: 'failed', code: 'mail_address_refused' });
      expect(server.mails).toEqual([]);
    },
  );
});

describe('other kinds', () => {
  test('a digest says how many wait', async () => {
    const mail = await arrived(mailDelivery({ kind: 'digest', approval: null, tokens: null, link: '/decide', data: { count: 7 } }));
    expect(mail.subject).toContain('7');
    expect(linksIn(mail.text)).toEqual([`${appUrl}/decide`]);
  });

  test.each([
    ['mg', 'Manasa anao', 'Hamorona ianao'],
    ['fr', 'vous invite', 'Vous créez'],
    ['en', 'invites you', 'You create'],
    ['ar', 'يدعوك', 'تنشئ وتقرر'],
  ] as const)('an invitation in %s says who invites to what, and its one link lets in', async (language, sentence, role) => {
    const evil = 'Lala\r\nBcc: thief@evil.example';
    const mail = await arrived(
      mailDelivery({
        kind: 'invitation',
        approval: null,
        tokens: null,
        user: { id: null, name: '', language },
        link: `/join/${decideToken}`,
        data: { invitation_id: '1', by: evil, role: 'staff', email: 'lala@samosas.example' },
      }),
    );
    expect(mail.subject).toContain('Samosas de Lala');
    for (const part of [sentence, role, 'Samosas de Lala']) expect(mail.text).toContain(part);
    expect(linksIn(mail.text)).toEqual([`${appUrl}/join/${decideToken}`]);
    expect(linksIn(mail.html)).toEqual([`${appUrl}/join/${decideToken}`]);
    expect(mail.headers.filter((line) => /^(bcc|list-unsubscribe)/i.test(line))).toEqual([]);
    expect(mail.to).toBe('lala@samosas.example');
  });

  test('an invitation from a business with a name of many letters keeps its end', async () => {
    const name = `مقهى ${'👩‍👩‍👧'.repeat(200)}`;
    const tenant = { id: '9a3c5d1e-2f4b-4c6d-8e7f-0a1b2c3d4e5f', name, slug: 'x', timezone: 'UTC' };
    const mail = await arrived(
      mailDelivery({ kind: 'invitation', approval: null, tokens: null, tenant, link: '/join/x', data: { by: '', role: 'admin' } }),
    );
    expect(mail.subject).toMatch(/^Invitation.*مقهى (👩‍👩‍👧)+…$/u);
    expect(mail.text.replaceAll(/\s/g, '')).toContain(name.replaceAll(/\s/g, ''));
  });

  test('news can be turned off from the mail program, what has to be decided cannot', async () => {
    const unsubscribe = (mail: TakenMail) => mail.headers.filter((line) => line.startsWith('List-Unsubscribe:'));
    const lead = mailDelivery({
      kind: 'lead',
      approval: null,
      tokens: null,
      link: '/leads',
      data: { code: 'lead_received', name: 'Rado' },
    });
    expect(unsubscribe(await arrived(lead))).toEqual([`List-Unsubscribe: <${appUrl}/settings/notifications>`]);
    expect(unsubscribe(await arrived(mailDelivery()))).toEqual([]);
  });
});

describe('the answer of the server', () => {
  test.each<[SmtpFault, Outcome]>([
    [
      { at: 'rcpt', code: 550 },
      { outcome: 'failed', code: 'mail_address_refused' },
    ],
    [
      { at: 'rcpt', code: 450 },
      { outcome: 'retry', code: 'mail_later' },
    ],
    [
      { at: 'mail', code: 452 },
      { outcome: 'retry', code: 'mail_later' },
    ],
    [
      { at: 'data', code: 554 },
      { outcome: 'failed', code: 'mail_refused' },
    ],
    [
      { at: 'data', code: 451 },
      { outcome: 'retry', code: 'mail_later' },
    ],
    [
      { at: 'auth', code: 535 },
      { outcome: 'failed', code: 'mail_login_refused' },
    ],
    [
      { at: 'auth', code: 454 },
      { outcome: 'retry', code: 'mail_later' },
    ],
    [
      { at: 'connect', code: 421 },
      { outcome: 'retry', code: 'mail_later' },
    ],
  ])('%j becomes %j', async (fault, outcome) => {
    server.script(fault);
    expect(await send(mailDelivery())).toEqual(outcome);
    expect(server.mails).toEqual([]);
    expect(await send(mailDelivery())).toMatchObject({ outcome: 'sent', is_trial: true });
  });

  test('a mailbox that is none is not tried again', async () => {
    expect(await send(mailDelivery({ address: { email: 'lala@nowhere.invalid' } }))).toEqual({
      outcome: 'failed',
      code: 'mail_address_refused',
    });
  });

  test('no server is for now; no account is for ever; a wrong password says so', async () => {
    const gone = await startSmtpDouble();
    await gone.stop();
    expect(await send(mailDelivery(), gone.env)).toEqual({ outcome: 'retry', code: 'mail_unreachable' });
    expect(await send(mailDelivery(), {})).toEqual({ outcome: 'failed', code: 'channel_not_configured' });
    expect(await send(mailDelivery(), { ...server.env, SMTP_PASSWORD: 'wrong' })).toEqual({
      outcome: 'failed',
      code: 'mail_login_refused',
    });
  });

  test('a sender that the account does not own is refused', async () => {
    expect(await send(mailDelivery(), { ...server.env, SMTP_FROM: 'Bank <bank@bank.example>' })).toEqual({
      outcome: 'failed',
      code: 'mail_refused',
    });
  });
});

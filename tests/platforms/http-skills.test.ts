// Every card of kind http: with its platform's double the double's facts, without the account what the card promises, in four languages.
import { encode } from 'fast-png';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { languages } from '../../supabase/payloads.ts';
import { cardNames, readCard } from '../cards.ts';
import { cases, portrait, source, voice } from './cases.ts';
import { type Scene, startScene } from './scene.ts';

let scene: Scene;
beforeAll(async () => {
  // what is refused is told to the log; the tests read it from the output
  vi.spyOn(console, 'error').mockImplementation(() => {});
  scene = await startScene();
  // a red product of 60 x 60 on a white ground
  const data = new Uint8Array(120 * 100 * 4);
  for (let at = 0; at < 120 * 100; at += 1) {
    const [x, y] = [at % 120, Math.floor(at / 120)];
    const isProduct = x >= 30 && x < 90 && y >= 20 && y < 80;
    data.set(isProduct ? [180, (x * 2) % 90, y % 60, 255] : [250, 250, 250, 255], at * 4);
  }
  const picture = { bytes: new Uint8Array(encode({ width: 120, height: 100, data, channels: 4, depth: 8 })), mime: 'image/png' };
  scene.kept.files.set(source, picture);
  scene.kept.files.set(portrait, picture);
  scene.kept.files.set(voice, { bytes: new Uint8Array(2000), mime: 'audio/ogg' });
});
afterAll(() => scene.close());

const cards = cardNames()
  .map(readCard)
  .filter(({ kind }) => kind === 'http');

it('has a case for each of the 35', () => {
  expect(cards.map(({ name }) => name).toSorted()).toEqual(Object.keys(cases).toSorted());
  expect(cards).toHaveLength(35);
  expect(cards.filter(({ active }) => !active)).toEqual([]);
});

describe('with its account', () => {
  it.each(Object.entries(cases))('%s hands over what the platform says', async (name, { facts, ...wish }) => {
    const { output, failure } = await scene.run(name, wish);
    expect(failure).toBeNull();
    expect(output).toMatchObject(facts);
    expect(String(output.say).length).toBeGreaterThan(10);
    if (cards.find((card) => card.name === name)?.account) expect(output.availability).toMatchObject({ status: 'ok', message: '' });
  });
});

/** These do a part of their work, or all of it here, without the account. */
const without: Record<string, string> = {
  'background-remover': 'ok',
  'product-photoshoot': 'key_missing',
  'social-tracker': 'account_missing',
};

describe('without its account', () => {
  const owned = cards.filter(({ account }) => account !== undefined);

  it.each(owned.map(({ name, account_owner }) => [name, account_owner] as const))(
    '%s says so in four languages and the chain goes on',
    async (name, owner) => {
      const before = scene.platforms.seen.length;
      const told = new Set<string>();
      for (const language of languages) {
        const { input } = cases[name] ?? { input: {} };
        const { output, failure } = await scene.run(name, {
          input: { ...input, ...('language' in input ? { language } : {}) },
          language,
          secret: null,
        });
        expect(failure).toBeNull();
        const { status, message } = output.availability as { status: string; message: string };
        expect(status).toBe(without[name] ?? (owner === 'platform' ? 'key_missing' : 'account_missing'));
        told.add(String(output.say));
        if (status !== 'ok') expect(String(output.say) + message).toContain(message);
      }
      expect(told.size).toBe(4);
      expect(scene.platforms.seen.length).toBe(before);
    },
  );

  it('a letter is not sent, and what to do by hand is said', async () => {
    for (const name of ['whatsapp-api', 'email-sender']) {
      const { output } = await scene.run(name, { input: cases[name]?.input ?? {}, secret: null, approved: ['outreach'] });
      expect(output).toMatchObject({ state: 'not_sent', message_id: '', trial: false });
      expect(output.say).toMatch(/Envoyez-le à la main à (?:\+26134|r•••|034)/);
    }
  });

  it('an advertisement’s change is written out for the owner', async () => {
    const input = { act: 'scale', campaign_id: '901', daily_budget: 24, currency: 'EUR' };
    const { output } = await scene.run('meta-ads-api', { input, secret: null });
    expect(output).toMatchObject({ act: 'set_budget', changed: [], currency: 'EUR' });
    expect(output.say).toContain('set_budget · 901 · 24 EUR');
  });
});

describe('when the platform refuses', () => {
  const asked = Object.entries(cases).filter(([name, { host, secret }]) => host !== null && secret && name !== 'industry-directories');

  it.each(asked)('%s: a token that is none', async (name, { facts: _facts, ...wish }) => {
    const secret = Object.fromEntries(
      Object.keys(wish.secret ?? {}).map((field) => [
        field,
        field === 'token' && name === 'mailchimp-api' ? 'wrong-us21' : field === 'token' ? 'wrong:key' : (wish.secret?.[field] ?? ''),
      ]),
    );
    if (secret.refresh_token) secret.refresh_token = '1//revoked';
    const isSigned = name === 'kling-3.0';
    if (isSigned) scene.platforms.script('api.klingai.com', 'bad_token');
    const env = { GOOGLE_CLIENT_ID: 'c', GOOGLE_CLIENT_SECRET: 's' };
    // a text that was spoken before would be free
    const input = 'text' in wish.input && name !== 'sendgrid-api' ? { ...wish.input, text: 'Un autre texte' } : wish.input;
    const { output, failure } = await scene.run(name, { ...wish, input, secret, env: { ...wish.env, ...env } });
    expect(failure).toBeNull();
    expect((output.availability as { status: string }).status).toMatch(/^(token_expired|permission_missing)$/);
    expect(JSON.stringify(output)).not.toContain('wrong:key');
  });

  it.each(asked)('%s: an access that has ended is said without asking', async (name, { facts: _facts, ...wish }) => {
    const before = scene.platforms.seen.length;
    const { output } = await scene.run(name, { ...wish, isExpired: true });
    if (name === 'social-tracker') return;
    expect(output.availability).toMatchObject({ status: 'token_expired' });
    expect(scene.platforms.seen.length).toBe(before);
  });

  it.each(asked)(
    '%s: too busy or down, tried again later; at the third try the chain goes on',
    async (name, { facts: _facts, host, ...wish }) => {
      for (const fault of ['rate_limited', 'down'] as const) {
        const fresh = {
          ...wish,
          input: name === 'google-tts' || name === 'elevenlabs' ? { ...wish.input, text: `Autre texte ${fault}` } : wish.input,
        };
        scene.platforms.script(host ?? '', ...Array.from({ length: 4 }, () => fault));
        const first = await scene.run(name, fresh);
        expect(first.failure, fault).toMatchObject({ code: 'platform_busy', is_retryable: true });
        scene.platforms.script(host ?? '', ...Array.from({ length: 4 }, () => fault));
        const third = await scene.run(name, { ...fresh, attempt: 3 });
        expect(third.failure, fault).toBeNull();
        expect(third.output.availability, fault).toMatchObject({ status: 'unavailable' });
        scene.platforms.script(host ?? '');
      }
    },
  );
});

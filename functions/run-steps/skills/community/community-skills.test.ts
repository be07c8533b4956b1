// The community skills on messages as customers write them, in four languages; values worked by hand from the cards.
import { describe, expect, it } from 'vitest';
import { runSkill } from '../../../../tests/run-skill.ts';
import type { BrandDna } from '../../../_shared/payloads.ts';
import { communitySkills } from './community-skills.ts';
import { autoReplyModes } from './auto-reply-modes.ts';
import { crisisEscalator } from './crisis-escalator.ts';
import { leadFlagger } from './lead-flagger.ts';
import { sentimentAnalyzer } from './sentiment-analyzer.ts';

const now = '2026-11-21T12:00:00Z';
const message = (id: string, text: string, more: Record<string, unknown> = {}) => ({
  id,
  platform: 'facebook',
  text,
  received_at: now,
  author: `author ${id}`,
  ...more,
});

type Read = { id: string; language: string; sentiment: number; mood: string; intents: string[]; words: string[]; confidence: number };
async function analyse(...texts: string[]): Promise<Read[]> {
  const output = await runSkill(sentimentAnalyzer, 'sentiment-analyzer', { messages: texts.map((text, at) => message(String(at), text)) });
  return output.messages as Read[];
}

describe('sentiment-analyzer', () => {
  it('counts as its card says: tanh(sum / 4), negation x -0.7, strength x 1.5', async () => {
    const [plain, negated, strong] = await analyse('Le plat est bon', "Le plat n'est pas bon", 'Le plat est très bon');
    expect(plain?.sentiment).toBeCloseTo(Math.tanh(2 / 4), 3);
    expect(negated?.sentiment).toBeCloseTo(Math.tanh((2 * -0.7) / 4), 3);
    expect(strong?.sentiment).toBeCloseTo(Math.tanh((2 * 1.5) / 4), 3);
    expect(negated?.words).toEqual(['pas … bon']);
  });

  it.each([
    ['mg', 'Ratsy be ny sakafo, tsy hiverina intsony aho', 'negative'],
    ['mg', 'Tsara be ny samosa, misaotra tompoko!', 'positive'],
    ['mg', 'Tsy tsara ny serivisy androany', 'negative'],
    ['mg', 'Tsy ratsy mihitsy ny sakafo', 'positive'],
    ['fr', 'Je suis très déçue, c’est froid et pas bon', 'negative'],
    ['fr', 'C’était délicieux, merci 😍', 'positive'],
    ['fr', 'Pas mal du tout ce plat', 'positive'],
    ['fr', 'Ce n’est jamais froid, on adore', 'positive'],
    ['en', 'Not good at all, this is a scam', 'negative'],
    ['en', 'I love it, best samosas of the town', 'positive'],
    ['en', "The food wasn't fresh and the driver was rude", 'negative'],
    ['ar', 'الأكل سيء جدا والخدمة بطيئة', 'negative'],
    ['ar', 'الأكل لذيذ جدا شكرا لكم', 'positive'],
    ['ar', 'مش حلو خالص، فين الاوردر دلوقتي', 'negative'],
    ['ar', 'واعر بزاف ديال الماكلة زوينة', 'positive'],
  ])('hears %s: %s', async (language, text, mood) => {
    expect((await analyse(text))[0]).toMatchObject({ language, mood });
  });

  it.each([
    ['Ohatrinona ny samosa iray?', 'price'],
    ['Combien coûte la robe ?', 'price'],
    ['How much is the red bag?', 'price'],
    ['بكم الكيلو؟', 'price'],
    ['chhal taman 3afak', 'price'],
    ['Mbola misy ve?', 'availability'],
    ['Vous êtes où exactement ?', 'place'],
    ['What time do you open on Sunday?', 'hours'],
    ['Te hividy roa aho', 'order'],
    ['Je voudrais commander pour demain', 'order'],
    ['Toujours pas reçu mon colis', 'complaint'],
    ['Je vais porter plainte', 'threat'],
    ['Earn money fast https://bit.ly/x follow me', 'spam'],
    ['Avo lenta', 'other'],
  ])('knows what %s wants: %s', async (text, intent) => {
    expect((await analyse(text))[0]?.intents).toContain(intent);
  });

  it('does not see irony, and says that it is unsure', async () => {
    expect((await analyse('Bravo, super service 😡'))[0]).toMatchObject({ confidence: 0.3, mood: 'neutral' });
  });

  it('survives nothing, noise, markup and 3,000 letters', async () => {
    const read = await analyse('', '🤷', '<script>alert(1)</script>', 'ا'.repeat(3000), 'z'.repeat(3000), '\u0000\ud800', '!!!! ???');
    expect(read).toHaveLength(7);
    for (const one of read) expect(Math.abs(one.sentiment)).toBeLessThanOrEqual(1);
  });

  it.each(['mg', 'fr', 'en', 'ar'] as const)('says what it read in %s', async (language) => {
    const output = await runSkill(sentimentAnalyzer, 'sentiment-analyzer', { messages: [message('1', 'bon')] }, { language });
    expect(output.say).toMatch(/1/);
  });
});

describe('crisis-escalator', () => {
  const angry = (id: number, minutesAgo: number, more: Record<string, unknown> = {}) => ({
    id: `m${id}`,
    author: `a${id}`,
    text: `Commande ${id} jamais reçue, livraison nulle`,
    sentiment: -0.6,
    received_at: new Date(Date.parse(now) - minutesAgo * 60_000).toISOString(),
    ...more,
  });
  const escalate = (messages: unknown[], more = {}) => runSkill(crisisEscalator, 'crisis-escalator', { messages, now, ...more });

  it('calls five within sixty minutes a crisis, names the matter and offers three answers', async () => {
    const kind = Array.from({ length: 10 }, (_, at) => angry(20 + at, 90 + at, { text: 'Merci pour le gâteau', sentiment: 0.5 }));
    const output = await escalate([...[1, 2, 3, 4, 5].map((id) => angry(id, id * 10)), ...kind]);
    expect(output).toMatchObject({
      level: 'crisis',
      negative_last_hour: 5,
      authors: 5,
      offers: ['unified_response', 'pause_ads', 'apology_post'],
    });
    expect(output.topic).toContain('livraison');
    expect(output.topic).not.toContain('gateau');
    expect(output.examples).toHaveLength(5);
  });

  it('is on watch at three, and calm when the fifth is 61 minutes old', async () => {
    expect(await escalate([1, 2, 3].map((id) => angry(id, 5)))).toMatchObject({ level: 'watch', offers: ['unified_response'] });
    expect(
      await escalate([1, 2].map((id) => angry(id, 5)).concat([3, 4, 5].map((id) => angry(id, 61))), { usual_an_hour: 3 }),
    ).toMatchObject({
      level: 'none',
      negative_last_hour: 2,
    });
    expect(
      await escalate(
        [1, 2].map((id) => angry(id, 5)),
        { usual_an_hour: 1 },
      ),
    ).toMatchObject({ level: 'watch', usual_an_hour: 1 });
  });

  it('tells a quarrel from a storm, and copies from people', async () => {
    const one = await escalate([1, 2, 3, 4, 5].map((id) => angry(id, id, { author: 'Rabe' })));
    expect(one).toMatchObject({ level: 'crisis', authors: 1 });
    expect(one.say).toContain('querelle');
    const copied = await escalate([1, 2, 3, 4, 5].map((id) => angry(id, id, { text: 'Boycottez cette boutique, arnaque !' })));
    expect(copied).toMatchObject({ authors: 1 });
    expect(copied.say).toContain('organisé');
  });

  it('feels by itself what came without a feeling, and stands no message and broken dates', async () => {
    expect(await escalate([angry(1, 5, { sentiment: undefined })])).toMatchObject({ negative_last_hour: 1 });
    expect(await escalate([])).toMatchObject({ level: 'none', negative_last_hour: 0, authors: 0, examples: [] });
    expect(await escalate([{ text: 'nul' }, angry(2, 5, { received_at: 'yesterday' })])).toMatchObject({ negative_last_hour: 0 });
  });
});

describe('lead-flagger', () => {
  const brand_services = ['Samosa', 'Gâteau d’anniversaire', 'Gâteau'];
  const flag = async (...texts: string[]) =>
    (
      await runSkill(leadFlagger, 'lead-flagger', {
        messages: texts.map((text, at) => ({ id: `m${at}`, author: 'Voahirana', text })),
        brand_services,
        country: 'MG',
      })
    ).flagged as Record<string, unknown>[];

  it('takes service, quantity, day and number out of an order', async () => {
    const [lead] = await flag('Je voudrais commander 20 samosas pour vendredi, mon numéro 034 12 345 67');
    expect(lead).toMatchObject({ strength: 'hot', service: 'Samosa', contact: { phone: '+261341234567', email: '' } });
    expect(lead?.quantity).toMatch(/^20/);
    expect(lead?.when).toContain('vendredi');
  });

  it('is warm for a bare price, and hot once there is a day', async () => {
    const [bare, dated] = await flag('Ohatrinona ny samosa?', 'Ohatrinona ny samosa ho an’ny zoma?');
    expect(bare).toMatchObject({ strength: 'warm', intents: ['price'], service: 'Samosa' });
    expect(dated).toMatchObject({ strength: 'hot' });
  });

  it('finds the longest service, and forgives one typing error from six letters up', async () => {
    expect((await flag('Combien le gateau d’anniversaire ?'))[0]).toMatchObject({ service: 'Gâteau d’anniversaire' });
    expect((await flag('Combien le samsa ?'))[0]).toMatchObject({ service: 'Samosa' });
    expect((await flag('Combien le gatau ?'))[0]).toMatchObject({ service: 'Gâteau' });
    expect((await flag('Combien le sambo ?'))[0]).toMatchObject({ service: '' });
  });

  it('leaves praise, complaints and spam alone', async () => {
    expect(
      await flag(
        'Merci, c’était délicieux !',
        'Combien pour me rembourser, arnaque !',
        'Click here to win https://bit.ly/z free price',
        'Aiza ianareo?',
      ),
    ).toEqual([]);
  });
});

describe('auto-reply-modes', () => {
  const brand = { name: 'Hery', services: [{ name: 'Samosa', price: '2 000 Ar' }], opening_hours: '7h-18h' } as unknown as BrandDna;
  const good = { act: 'reply', body: 'Bonjour, le samosa est à 2 000 Ar.', confidence: 0.9, needs_person: '', facts_used: ['prix'] };
  const ask = (more: Record<string, unknown> = {}, draft: Record<string, unknown> = {}) =>
    runSkill(
      autoReplyModes,
      'auto-reply-modes',
      {
        mode: 'semi',
        draft: { ...good, ...draft },
        mood: 'neutral',
        intents: ['hours'],
        sent_today: 0,
        daily_cap: 100,
        sent_since_raise: 10,
        ...more,
      },
      { brand },
    );

  it.each([
    ['sends a light answer that rests on a fact', {}, {}, 'earned'],
    ['waits in manual mode', { mode: 'manual' }, {}, 'manual_mode'],
    ['keeps prices back in semi', { intents: ['price'] }, {}, 'sensitive_intent'],
    ['lets prices go in full', { mode: 'full', intents: ['price'] }, {}, 'earned'],
    ['waits for a complaint in full', { mode: 'full', intents: ['complaint'] }, {}, 'sensitive_intent'],
    ['waits in a bad mood', { mood: 'negative' }, {}, 'negative_mood'],
    ['waits below 0.8', {}, { confidence: 0.79 }, 'low_confidence'],
    ['waits when a person must decide', {}, { needs_person: 'le stock ?' }, 'needs_person'],
    ['waits for another act', {}, { act: 'hide_proposed' }, 'needs_person'],
    ['waits without a fact', {}, { facts_used: [] }, 'sensitive_intent'],
    ['waits for a figure that the brand does not hold', {}, { body: 'Le samosa est à 1 500 Ar.' }, 'money_or_promise'],
    ['waits for a promise', {}, { body: 'Nous vous le livrons demain.' }, 'money_or_promise'],
    ['waits for the first ten', { sent_since_raise: 9 }, {}, 'trial_period'],
    ['waits when nobody counted', { sent_since_raise: undefined }, {}, 'trial_period'],
    ['stops at the cap', { sent_today: 100 }, {}, 'daily_cap'],
    ['waits for a draft that says nothing of itself', {}, { act: undefined, body: undefined, confidence: undefined }, 'needs_person'],
  ])('%s', async (_what, more, draft, because) => {
    expect(await ask(more, draft)).toMatchObject({ because, release: because === 'earned' ? 'send' : 'wait_for_person' });
  });
});

it('holds a skill for each of its code cards', () => {
  expect(Object.keys(communitySkills).sort()).toEqual(['auto-reply-modes', 'crisis-escalator', 'lead-flagger', 'sentiment-analyzer']);
});

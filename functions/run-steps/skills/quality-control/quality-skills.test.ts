// Hashtags and likeness; counts worked by hand from the cards.
import { describe, expect, it } from 'vitest';
import { runSkill } from '../../../../tests/run-skill.ts';
import type { BrandDna } from '../../../_shared/payloads.ts';
import { hashtagValidator } from './hashtag-validator.ts';
import { plagiarismDetector } from './plagiarism-detector.ts';
import { containment, longestShared, shingle } from './shared-words.ts';

const brand = {
  name: 'Hery Samosa',
  competitors: ['Kanto Mofo'],
  tagline: 'Le goût qui réveille Analakely chaque matin',
  place: 'Analakely',
} as BrandDna;

describe('hashtag-validator', () => {
  const check = (hashtags: string[], platform = 'instagram', more = {}) =>
    runSkill(hashtagValidator, 'hashtag-validator', { hashtags, platform, ...more }, { brand });

  it('names the fault of each that it drops, and keeps the order of the rest', async () => {
    const output = await check(
      [
        '#Samosa',
        '#tsara_be',
        'nohash',
        '#2026',
        '#SAMOSA',
        '#follow4follow',
        '#KantoMofo',
        '#سمبوسة',
        '#bad-word',
        `#${'a'.repeat(100)}`,
        '#shadow',
      ],
      'instagram',
      { banned: ['shadow'] },
    );
    expect(output.kept).toEqual(['#Samosa', '#tsara_be', '#سمبوسة']);
    expect(Object.fromEntries((output.dropped as { hashtag: string; reason: string }[]).map(({ hashtag, reason }) => [hashtag.slice(0, 12), reason]))).toEqual({
      nohash: 'malformed', '#2026': 'digits_only', '#SAMOSA': 'duplicate', '#follow4foll': 'begging', '#KantoMofo': 'names_another_firm',
      '#bad-word': 'malformed', '#aaaaaaaaaaa': 'too_long', '#shadow': 'banned',
    }); // prettier-ignore
  });

  it.each([
    ['instagram', 10],
    ['tiktok', 10],
    ['x', 2],
    ['facebook', 3],
    ['linkedin', 3],
    ['whatsapp', 3],
    ['nexio_page', 3],
  ])('%s takes %i', async (platform, limit) => {
    const output = await check(
      Array.from({ length: 12 }, (_none, at) => `#tag${at}`),
      platform,
    );
    expect(output).toMatchObject({ limit });
    expect(output.kept).toHaveLength(limit);
    expect((output.dropped as { reason: string }[]).every(({ reason }) => reason === 'too_many')).toBe(true);
  });

  it('sees one word in two cases and forms, and stands hostile ones', async () => {
    expect((await check(['#Été', '#ete', '#إفطار', '#افطار'])).kept).toEqual(['#Été', '#إفطار']);
    expect((await check(['#<script>', '#a b', '#', '#😀', '#\u202eabc'])).kept).toEqual([]);
    expect(await check([])).toMatchObject({ kept: [], dropped: [] });
  });
});

describe('shared words', () => {
  it('is the share of five-word runs of the shorter text', () => {
    // runs of a: 6; of b: 2 (one two three four five / two three four five nine); shared 1
    const a = shingle('one two three four five six seven eight nine ten', []);
    const b = shingle('ONE two, three four five nine', []);
    expect(containment(a, b)).toBe(0.5);
    expect(longestShared(b, a)).toBe('ONE two, three four five');
    expect(containment(a, shingle('four words are here', []))).toBe(0);
  });
});

describe('plagiarism-detector', () => {
  const post = 'Ce vendredi, dix samosas achetés et deux offerts pour toute la famille, venez avant midi au marché couvert.';
  const detect = (body: string, more: Record<string, unknown> = {}) =>
    runSkill(plagiarismDetector, 'plagiarism-detector', { text: { body }, language: 'fr', ...more }, { brand });

  it('finds a copy behind case, accents and punctuation, and where it is from', async () => {
    const page = { reference: 'https://kanto.mg', text: `Accueil. ${post.toUpperCase().replaceAll(',', ' —')} Contact.` };
    const output = await detect(post, {
      pages: [page],
      contents: [{ reference: 'c1', text: 'Un tout autre sujet pour parler de nos horaires de mardi.' }],
    });
    expect(output).toMatchObject({
      similarity: 1,
      compared_with: 2,
      matches: [{ source: 'competitor_page', reference: 'https://kanto.mg', similarity: 1 }],
    });
    expect(output.say).toContain('100 %');
  });

  it('reports from a quarter, and says that the web was not searched', async () => {
    const output = await detect(post, {
      pieces: [{ reference: 'piece 3', text: 'Rien de commun ici, sinon le prix du jour pour nos clients fidèles.' }],
    });
    expect(output).toMatchObject({ similarity: 0, matches: [] });
    expect(output.say).toContain('pas une preuve');
  });

  it('takes the fixed phrases of the brand out', async () => {
    const both = 'Le goût qui réveille Analakely chaque matin';
    expect(await detect(`${both} !`, { contents: [{ reference: 'c', text: both }] })).toMatchObject({ similarity: 0 });
  });

  it('compares what has no body whole, and refuses nothing at all', async () => {
    const scenes = [{ voice_over: post }];
    const output = await runSkill(
      plagiarismDetector,
      'plagiarism-detector',
      { text: { scenes }, language: 'fr', contents: [{ reference: 'c', text: post }] },
      { brand: null },
    );
    expect(output.similarity).toBe(1);
    await expect(detect('  ')).rejects.toThrow('input_missing');
  });

  it('is quick over 400 texts', async () => {
    const contents = Array.from({ length: 400 }, (_none, at) => ({ reference: `c${at}`, text: `${post} `.repeat(8) + at }));
    const started = performance.now();
    expect((await detect(post, { contents })).matches).toHaveLength(10);
    expect(performance.now() - started).toBeLessThan(3000);
  });
});

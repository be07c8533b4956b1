// Near texts are near, far ones far, and the place's own model is taken where there is one.
import { afterEach, expect, it, vi } from 'vitest';

const cosine = (a: number[], b: number[]) => a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);
const fresh = async () => (vi.resetModules(), (await import('./embed-text.ts')).embedText);

afterEach(() => vi.unstubAllGlobals());

it('gives 384 numbers of unit length, nearer for what shares words or parts of them', async () => {
  const embedText = await fresh();
  const [offer, like, other] = await Promise.all(
    ['Promo samosas vendredi', 'Une promotion sur les samosas ce vendredi', 'Réunion du syndicat des eaux'].map(embedText),
  );
  expect(offer).toHaveLength(384);
  expect(cosine(offer ?? [], offer ?? [])).toBeCloseTo(1);
  expect(cosine(offer ?? [], like ?? [])).toBeGreaterThan(cosine(offer ?? [], other ?? []) + 0.2);
});

it('gives null for a text without words', async () => {
  expect(await (await fresh())('… 🙂 !')).toBeNull();
});

it('asks the hosted model where there is one', async () => {
  const run = vi.fn(async () => [1, 0]);
  const Session = vi.fn(function (this: { run: typeof run }) {
    this.run = run;
  });
  vi.stubGlobal('Supabase', { ai: { Session } });
  const embedText = await fresh();
  expect(await embedText('Bonjour')).toEqual([1, 0]);
  await embedText('Encore');
  expect(Session).toHaveBeenCalledExactlyOnceWith('gte-small');
  expect(run).toHaveBeenCalledWith('Bonjour', { mean_pool: true, normalize: true });
});

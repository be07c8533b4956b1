// The house's music: the right piece for a request, and a WAV file that a player reads and hears.
import { describe, expect, it } from 'vitest';
import { runSkill } from '../../../../tests/run-skill.ts';
import { beds, loopSeconds, moods } from '../../../_shared/music/beds.ts';
import { playBed } from '../../../_shared/music/play-bed.ts';
import { chooseBed, musicLibrary } from './music-library.ts';

function bucket() {
  const stored = new Map<string, Uint8Array>();
  const client = {
    reserveEffect: async (_step: unknown, key: string) =>
      stored.has(key.slice('media:'.length)) ? ('settled' as const) : ('new' as const),
    storeMedia: async (path: string, bytes: Uint8Array) => void stored.set(path, bytes),
    settleEffect: async () => {},
  };
  return { stored, client };
}

describe('music-library', () => {
  it.each(moods)('has two pieces in mood %s, of 7 to 16 seconds', (mood) => {
    const own = beds.filter((bed) => bed.mood === mood);
    expect(own).toHaveLength(2);
    for (const bed of own) expect(loopSeconds(bed) > 7 && loopSeconds(bed) <= 16).toBe(true);
  });

  it('plays a file of exactly one round, loud but not cut off', () => {
    for (const bed of beds) {
      const wav = playBed(bed);
      const view = new DataView(wav.buffer);
      const samples = new Int16Array(wav.buffer, 44);
      expect(new TextDecoder().decode(wav.subarray(0, 4))).toBe('RIFF');
      expect(samples.length / view.getUint32(24, true)).toBeCloseTo(loopSeconds(bed), 2);
      const loudest = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
      expect(loudest, bed.title).toBeGreaterThan(4000);
      expect(loudest, bed.title).toBeLessThan(32_000);
    }
  });

  it('stores the piece in the folder of the tenant and says that it is ours', async () => {
    const { stored, client } = bucket();
    const output = await runSkill(musicLibrary, 'music-library', { mood: 'warm', seconds: 20, language: 'fr' }, { client });
    expect(output).toMatchObject({ licence: 'own', loops: true, mime: 'audio/wav' });
    expect([...stored.keys()]).toEqual([output.path]);
    expect(output.say).toContain(output.title);
  });

  it('takes the less used one, and the same for the same request', () => {
    const [a, b] = beds.filter(({ mood }) => mood === 'calm').map(({ title }) => title);
    expect(chooseBed({ mood: 'calm', seconds: 30, used: [{ title: a ?? '', times: 2 }] })?.title).toBe(b);
    expect(chooseBed({ mood: 'calm', seconds: 30, used: [{ title: b ?? '', times: 1 }] })?.title).toBe(a);
    expect(chooseBed({ mood: 'calm', seconds: 16 })?.title).toBe('Ranomasina'); // one round of 16 s ends with the video
  });
});

// transition-effects by the values that its card promises.
import { describe, expect, it } from 'vitest';
import { runSkill } from '../../../../tests/run-skill.ts';
import { transitionEffects } from './transition-effects.ts';

const run = (input: Record<string, unknown>) =>
  runSkill(transitionEffects, 'transition-effects', input) as Promise<{ transitions: Record<string, unknown>[] }>;

describe('transition-effects', () => {
  it('keeps one kind by tone and another only before the last scene', async () => {
    const { transitions } = await run({ scenes: [{ seconds: 2 }, { seconds: 3 }, { seconds: 2 }], tones: ['bold'] });
    expect(transitions).toEqual([
      { after_scene: 1, kind: 'slide', seconds: 0.25, at_seconds: 2 },
      { after_scene: 2, kind: 'zoom', seconds: 0.25, at_seconds: 5 },
    ]);
  });

  it('cuts where a scene is under a second and a half: nothing flashes', async () => {
    const { transitions } = await run({ scenes: [{ seconds: 1 }, { seconds: 1 }, { seconds: 1 }, { seconds: 4 }], tones: ['playful'] });
    expect(transitions.map(({ kind }) => kind)).toEqual(['cut', 'cut', 'cut']);
  });

  it('moves to a pause of the voice within 0.4 s and not beyond', async () => {
    const cues = [
      { from_seconds: 0, to_seconds: 2.2, text: 'Un' },
      { from_seconds: 2.4, to_seconds: 4, text: 'Deux' },
    ];
    const { transitions } = await run({ scenes: [{ seconds: 2 }, { seconds: 3.5 }, { seconds: 2 }], tones: ['calm'], cues });
    expect(transitions.map(({ at_seconds }) => at_seconds)).toEqual([2.3, 5.5]);
  });
});

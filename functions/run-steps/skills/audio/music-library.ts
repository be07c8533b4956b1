// Skill music-library: a bed of the house in the mood of the video, played once and kept in bucket media. In audio-skills.ts.
import { type Bed, beds, loopSeconds, type Mood } from '../../../_shared/music/beds.ts';
import { playBed } from '../../../_shared/music/play-bed.ts';
import { type Phrases, sayFrom } from '../say.ts';
import { SkillError, type SkillFunction } from '../skill.ts';

type Input = { mood: Mood; seconds: number; used?: { title: string; times: number }[] };

const phrases = {
  chosen: {
    mg: 'Nisafidy ny mozika « {title} » aho: anay izy, azo ampiasaina malalaka, ary averimberina hatramin’ny faran’ny video.',
    fr: 'J’ai choisi « {title} » : une musique à nous, libre d’emploi, qui tourne jusqu’à la fin de la vidéo.',
    en: 'I chose “{title}”: music of our own, free to use, looped to the end of the video.',
    ar: 'اخترت «{title}»: موسيقى خاصة بنا حرة الاستعمال، تتكرر حتى نهاية الفيديو.',
  },
} satisfies Phrases;

/** Seconds left over when the last round is cut: the less, the better the end sounds. */
const leftover = (bed: Bed, seconds: number): number => {
  const loop = loopSeconds(bed);
  return Math.ceil(seconds / loop) * loop - seconds;
};

/** Mood, then least used by this tenant, then the round that ends nearest; ties by title: the same request, the same piece. */
export function chooseBed({ mood, seconds, used = [] }: Input): Bed | undefined {
  const times = (bed: Bed) => used.find(({ title }) => title === bed.title)?.times ?? 0;
  return beds
    .filter((bed) => bed.mood === mood)
    .toSorted((a, b) => times(a) - times(b) || leftover(a, seconds) - leftover(b, seconds) || a.title.localeCompare(b.title))[0];
}

export const musicLibrary: SkillFunction = async ({ step, context }, client) => {
  const input = context.input as Input;
  const bed = chooseBed(input);
  if (!bed) throw new SkillError('input_missing', { field: 'mood' }, false);
  const path = `${step.tenant_id}/${step.run_id}/${step.key}-${step.step_id}-${step.round}.wav`;
  const effect = await client.reserveEffect(step, `media:${path}`, 'store_media');
  if (effect === 'claim_lost') throw new SkillError('claim_lost', {}, false);
  if (effect !== 'settled') {
    const bytes = playBed(bed);
    await client.storeMedia(path, bytes, 'audio/wav');
    await client.settleEffect(step, `media:${path}`, { bytes: bytes.length });
  }
  return {
    say: sayFrom(phrases, context.run.language, 'chosen', { title: bed.title }),
    path,
    mime: 'audio/wav',
    seconds: Math.round(loopSeconds(bed) * 1000) / 1000,
    title: bed.title,
    author: 'Nexio',
    licence: 'own',
    loops: true,
    beats_per_minute: bed.beats_per_minute,
  };
};

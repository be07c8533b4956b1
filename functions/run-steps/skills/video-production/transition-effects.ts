// Skill transition-effects: how one scene passes into the next, by tone, moved to the nearest pause of the voice. Pure; listed in video-skills.ts.
import type { Language } from '../../../_shared/payloads.ts';
import { sayFrom } from '../say.ts';
import type { SkillFunction } from '../skill.ts';

type Tone = 'warm' | 'playful' | 'formal' | 'expert' | 'bold' | 'calm';
type Kind = 'cut' | 'fade' | 'slide' | 'zoom' | 'wipe';
type Input = { scenes: { seconds: number }[]; tones: Tone[]; cues?: { from_seconds: number; to_seconds: number }[] };

/** `last`: the one other kind that a video may have, before its last scene. */
const styles: Record<Tone, { kind: Kind; last: Kind; seconds: number }> = {
  calm: { kind: 'fade', last: 'fade', seconds: 0.5 },
  warm: { kind: 'fade', last: 'zoom', seconds: 0.5 },
  formal: { kind: 'cut', last: 'fade', seconds: 0.3 },
  expert: { kind: 'fade', last: 'cut', seconds: 0.3 },
  bold: { kind: 'slide', last: 'zoom', seconds: 0.25 },
  playful: { kind: 'zoom', last: 'slide', seconds: 0.25 },
};

const phrases = {
  fade: {
    mg: 'Mifandimby moramora ny sary.',
    fr: 'Les scènes se fondent l’une dans l’autre.',
    en: 'The scenes melt into one another.',
    ar: 'تذوب المشاهد بعضها في بعض.',
  },
  cut: {
    mg: 'Miova avy hatrany ny sary.',
    fr: 'Coupes franches entre les scènes.',
    en: 'Clean cuts between the scenes.',
    ar: 'قطع مباشر بين المشاهد.',
  },
  slide: { mg: 'Misosa ny sary.', fr: 'Les scènes glissent.', en: 'The scenes slide in.', ar: 'تنزلق المشاهد.' },
  zoom: {
    mg: 'Manakaiky ny sary rehefa miova.',
    fr: 'On s’approche à chaque scène.',
    en: 'Each scene comes closer.',
    ar: 'يقترب كل مشهد.',
  },
  wipe: { mg: 'Mifafa ny sary.', fr: 'Une scène efface l’autre.', en: 'One scene wipes the other away.', ar: 'يمسح مشهد مشهدًا.' },
} satisfies Record<Kind, Record<Language, string>>;

/** A pause of the voice is where a cue ends and the next has not begun. */
function nearestPause(at: number, cues: { from_seconds: number; to_seconds: number }[]): number {
  const pauses = cues.map((cue, n) => (cue.to_seconds + (cues[n + 1]?.from_seconds ?? cue.to_seconds)) / 2);
  const nearest = pauses.toSorted((a, b) => Math.abs(a - at) - Math.abs(b - at))[0];
  return nearest !== undefined && Math.abs(nearest - at) <= 0.4 ? nearest : at;
}

const rounded = (seconds: number) => Math.round(seconds * 100) / 100;

export const transitionEffects: SkillFunction = ({ context }) => {
  const { scenes, tones, cues = [] } = context.input as Input;
  const style = styles[tones[0] ?? 'warm'];
  let end = 0;
  const transitions = scenes.slice(0, -1).map((scene, n) => {
    end += scene.seconds;
    const next = scenes[n + 1]?.seconds ?? 0;
    // a scene under 1.5 s has no time to come in
    const isShort = scene.seconds < 1.5 || next < 1.5;
    const kind = isShort ? 'cut' : n === scenes.length - 2 && scenes.length > 2 ? style.last : style.kind;
    return { after_scene: n + 1, kind, seconds: kind === 'cut' ? 0 : style.seconds, at_seconds: rounded(nearestPause(end, cues)) };
  });
  return { say: sayFrom(phrases, context.run.language, style.kind, {}), transitions };
};

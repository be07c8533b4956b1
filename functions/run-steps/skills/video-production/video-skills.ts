// Code skills of video_production that need no ffmpeg, by the name of their card; the others are the render worker's (render/). Spread in registry.ts.
import type { SkillFunction } from '../skill.ts';
import { transitionEffects } from './transition-effects.ts';

export const videoSkills: Record<string, SkillFunction> = { 'transition-effects': transitionEffects };

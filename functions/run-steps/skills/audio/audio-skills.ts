// Code skills of category audio, by the name of their card. Spread in ../registry.ts.
import type { SkillFunction } from '../skill.ts';
import { musicLibrary } from './music-library.ts';

export const audioSkills: Record<string, SkillFunction> = { 'music-library': musicLibrary };

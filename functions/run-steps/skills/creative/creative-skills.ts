// Code skills of category creative_utility, by the name of their card. Spread in ../registry.ts.
import type { SkillFunction } from '../skill.ts';
import { aspectRatioFitter } from './aspect-ratio-fitter.ts';

export const creativeSkills: Record<string, SkillFunction> = { 'aspect-ratio-fitter': aspectRatioFitter };

// Code skills of category public_relations, by the name of their card. Spread in ../registry.ts.
import type { SkillFunction } from '../skill.ts';
import { brandReputation } from './brand-reputation.ts';

export const publicRelationsSkills: Record<string, SkillFunction> = { 'brand-reputation': brandReputation };

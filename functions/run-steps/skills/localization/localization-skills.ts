// Code skills of category localization, by the name of their card. Spread in ../registry.ts.
import type { SkillFunction } from '../skill.ts';
import { culturalCalendar } from './cultural-calendar.ts';
import { currencyConverter } from './currency-converter.ts';
import { localeDetector } from './locale-detector.ts';

export const localizationSkills: Record<string, SkillFunction> = {
  'cultural-calendar': culturalCalendar,
  'currency-converter': currencyConverter,
  'locale-detector': localeDetector,
};

// Code skills of category web, by the name of their card. Spread in ../registry.ts.
import type { SkillFunction } from '../skill.ts';
import { cssOptimizer } from './css-optimizer.ts';
import { formBuilder } from './form-builder.ts';
import { htmlGenerator } from './html-generator.ts';
import { landingPageBuilder } from './landing-page-builder.ts';
import type { MeasureOptions } from './measure-page.ts';
import { pageSpeedFixer } from './page-speed-fixer.ts';
import { schemaMarkup } from './schema-markup.ts';

export const webSkills = (options: MeasureOptions): Record<string, SkillFunction> => ({
  'css-optimizer': cssOptimizer,
  'form-builder': formBuilder,
  'html-generator': htmlGenerator,
  'landing-page-builder': landingPageBuilder,
  'page-speed-fixer': pageSpeedFixer(options),
  'schema-markup': schemaMarkup,
});

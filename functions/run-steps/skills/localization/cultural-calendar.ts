// Skill cultural-calendar: feasts, fasts, mourning, trade and school of a country between two days. In localization-skills.ts.
import type { Language } from '../../../_shared/payloads.ts';
import { daysBetween } from '../local-time.ts';
import { sayFrom } from '../say.ts';
import { SkillError, type SkillFunction } from '../skill.ts';
import { countries } from './calendar/countries.ts';
import { datesOf, endOf, type Feast } from './calendar/feast.ts';
import { countryName } from './locale-detector.ts';
import { localizationPhrases } from './localization-phrases.ts';

type Input = { country: string; from: string; to: string; language: Language };

const mostDays = 800;

function between(feast: Feast, from: string, to: string): { day: string; until: string | null }[] {
  const [first, last] = [Number(from.slice(0, 4)) - 1, Number(to.slice(0, 4))];
  return Array.from({ length: last - first + 1 }, (_none, at) => datesOf(feast.rule, first + at))
    .flat()
    .map((day) => ({ day, until: endOf(feast, day) }))
    .filter(({ day, until }) => day <= to && (until ?? day) >= from);
}

/** @throws SkillError input_missing for a span that ends before it begins or is longer than two years */
export const culturalCalendar: SkillFunction = ({ context }) => {
  const { country, from, to, language } = context.input as Input;
  const span = daysBetween(from, to);
  if (span < 0 || span > mostDays)
    throw new SkillError('input_missing', { field: 'to', problem: `0 to ${mostDays} days after from` }, false);
  const kept = Object.hasOwn(countries, country) ? countries[country] : undefined;
  const speak = context.run.language;
  const place = countryName(country, speak);
  if (!kept) return { say: sayFrom(localizationPhrases, speak, 'not_covered', { country: place }), country, days: [], covered: false };
  const days = kept.feasts
    .flatMap((feast) => between(feast, from, to).map((when) => ({ ...when, feast })))
    .toSorted((a, b) => a.day.localeCompare(b.day) || a.feast.name.en.localeCompare(b.feast.name.en))
    .slice(0, 200)
    .map(({ day, until, feast }) => ({
      day,
      until,
      name: feast.name[language],
      local_name: feast.name[kept.language],
      kind: feast.kind,
      tone: feast.tone,
      advice: feast.advice,
      certain: feast.certain ?? true,
      source: feast.source.slice(0, 160),
    }));
  const [first] = days;
  const values = {
    country: place,
    count: days.length,
    first: first?.name ?? '',
    day: first?.day ?? '',
    unsure: days.filter(({ certain }) => !certain).length,
  };
  return { say: sayFrom(localizationPhrases, speak, first ? 'days_found' : 'no_days', values), country, days, covered: true };
};

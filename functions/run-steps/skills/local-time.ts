// Instants as a tenant's clock and calendar show them, over Temporal (days of 23 and 25 hours included). Used by the code skills.
import { Temporal } from 'temporal-polyfill';
import { SkillError } from './skill.ts';

export type LocalTime = Temporal.ZonedDateTime;

/**
 * @param instant ISO 8601 with Z or an offset
 * @throws SkillError input_missing {field: timezone} for a zone that does not exist
 */
export const localTime = (instant: string, timezone: string): LocalTime =>
  inZone(timezone, () => Temporal.Instant.from(instant).toZonedDateTimeISO(timezone));

/** Midnight, or the first minute there is, with which a day of the tenant's calendar begins. */
export const startOfDay = (day: string, timezone: string): LocalTime =>
  inZone(timezone, () => Temporal.PlainDate.from(day).toZonedDateTime(timezone));

function inZone(timezone: string, make: () => LocalTime): LocalTime {
  try {
    return make();
  } catch (cause) {
    const problem = `no such time, or no timezone called ${timezone}: ${cause instanceof Error ? cause.message : ''}`;
    throw new SkillError('input_missing', { field: 'timezone', problem }, false);
  }
}

/** `2026-11-21` of the tenant's calendar. */
export const localDay = (instant: string, timezone: string): string => localTime(instant, timezone).toPlainDate().toString();

/** Whole days on the calendar from `from` to `to`, below 0 when it is the other way round. Both `YYYY-MM-DD`. */
export const daysBetween = (from: string, to: string): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'day' }).days;

export const addDays = (day: string, days: number): string => Temporal.PlainDate.from(day).add({ days }).toString();

/** 1 Monday to 7 Sunday */
export const weekdayOf = (day: string): number => Temporal.PlainDate.from(day).dayOfWeek;

/** Back to an instant in UTC, e.g. `2026-11-21T05:00:00Z`. */
export const toInstant = (time: LocalTime): string => time.toInstant().toString();

/** Whole days that have passed between two instants, never below 0. */
export const daysSince = (earlier: string, now: string): number =>
  Math.max(0, Math.floor((Date.parse(now) - Date.parse(earlier)) / 86_400_000));

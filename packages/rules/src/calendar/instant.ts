import { dateOfDayNumber, dayNumberOf, type PlainDate } from './plain-date.ts';

/** UTC instant, ISO 8601 with Z. */
export type Instant = string;

const MS_PER_DAY = 86_400_000;
/** China has had one offset and no summer time since 1991; before that this would be an hour off in summer. */
const SHANGHAI_OFFSET_MS = 8 * 3_600_000;

/** The day in Asia/Shanghai, whatever the process time zone. */
export function dateInShanghai(instant: Instant): PlainDate {
  return dateOfDayNumber(Math.floor((Date.parse(instant) + SHANGHAI_OFFSET_MS) / MS_PER_DAY));
}

export function startOfDay(date: PlainDate): Instant {
  return new Date(dayNumberOf(date) * MS_PER_DAY - SHANGHAI_OFFSET_MS).toISOString();
}

/** First moment that is too late for something due on the day. */
export function endOfDay(date: PlainDate): Instant {
  return new Date((dayNumberOf(date) + 1) * MS_PER_DAY - SHANGHAI_OFFSET_MS).toISOString();
}

export function addHours(instant: Instant, hours: number): Instant {
  return new Date(Date.parse(instant) + hours * 3_600_000).toISOString();
}

/** Minutes since midnight in Asia/Shanghai. */
export function minuteOfDay(instant: Instant): number {
  const sinceMidnight = (((Date.parse(instant) + SHANGHAI_OFFSET_MS) % MS_PER_DAY) + MS_PER_DAY) % MS_PER_DAY;
  return Math.floor(sinceMidnight / 60_000);
}

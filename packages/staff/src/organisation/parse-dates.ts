import { addDays } from './wall-time.ts';

const DATE = /\d{4}-\d{2}-\d{2}/;
const LINE = new RegExp(`^(${DATE.source})(?:\\s*(?:至|到|~|～|to)\\s*(${DATE.source}))?$`);
const LONGEST_RUN = 31;

export interface ParsedDates {
  readonly dates: readonly string[];
  /** Lines that are no date and no run of dates. */
  readonly wrong: readonly string[];
}

/** One date a line, or the first and last day of a run: 2027-02-05至2027-02-11. */
export function parseDates(typed: string): ParsedDates {
  const lines = typed
    .split(/[\n,，;；、]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const read = lines.map((line) => ({ line, dates: datesOf(line) }));
  return {
    dates: read.flatMap(({ dates }) => dates),
    wrong: read.filter(({ dates }) => dates.length === 0).map(({ line }) => line),
  };
}

function datesOf(line: string): readonly string[] {
  const [, first, last = first] = LINE.exec(line) ?? [];
  if (first === undefined || last === undefined || !isDate(first) || !isDate(last)) return [];
  const run = Array.from({ length: LONGEST_RUN }, (_, day) => addDays(first, day));
  return run.includes(last) ? run.slice(0, run.indexOf(last) + 1) : [];
}

function isDate(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

import { readFileSync } from 'node:fs';
import type { CalendarData } from '@yimen/rules';
import { z } from 'zod';
import { PlainDate } from './words.ts';

const HOLIDAYS_FILE = new URL('../../data/holidays-cn.json', import.meta.url);

/** One year as the State Council announced it; also the shape of an import of a later year. */
export const YearScheduleFile = z.strictObject({
  papers: z.array(z.string()),
  off: z.array(PlainDate),
  work: z.array(PlainDate),
});

const HolidaysFile = z.object({
  fixedHolidays: z.array(
    z.strictObject({
      name: z.string(),
      monthDay: z.string().regex(/^\d\d-\d\d$/),
      from: PlainDate,
      to: PlainDate.nullable(),
      law: z.string(),
    }),
  ),
  years: z.record(z.string().regex(/^\d{4}$/), YearScheduleFile),
});

/** The schedules shipped with the platform; years imported later are added to `schedules` by the caller. */
export function loadHolidays(): CalendarData {
  shipped ??= readHolidays();
  return shipped;
}

/** Read once: the file is part of the release. */
let shipped: CalendarData | undefined;

function readHolidays(): CalendarData {
  const file = HolidaysFile.parse(JSON.parse(readFileSync(HOLIDAYS_FILE, 'utf8')));
  return { schedules: file.years, fixedHolidays: file.fixedHolidays };
}

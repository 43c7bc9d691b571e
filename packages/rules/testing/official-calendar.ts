import { readFileSync } from 'node:fs';
import {
  type CalendarData,
  createWorkingDayCalendar,
  type YearSchedule,
} from '../src/calendar/working-day-calendar.ts';

const FILE = new URL('../../server/data/holidays-cn.json', import.meta.url);

interface HolidaysFile {
  readonly fixedHolidays: CalendarData['fixedHolidays'];
  readonly years: Readonly<Record<string, YearSchedule>>;
}

// The file is checked against its schema where the server loads it.
const file: HolidaysFile = JSON.parse(readFileSync(FILE, 'utf8'));

export const officialData: CalendarData = { schedules: file.years, fixedHolidays: file.fixedHolidays };

/** The schedules of 2015 to 2026 as announced. */
export const officialCalendar = createWorkingDayCalendar(officialData);

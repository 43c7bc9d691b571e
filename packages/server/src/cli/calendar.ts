import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { findCalendarErrors, putCalendarYear } from '../organisation/index.ts';
import { SYSTEM_CONTEXT } from '../platform/db/access-context.ts';
import { emit } from '../platform/outbox/emit.ts';
import { StartFailure } from '../platform/runtime/index.ts';
import { loadHolidays, YearScheduleFile } from '../policy/index.ts';
import { required, say, withServices } from './context.ts';
import { fitting } from './fitting.ts';

const Year = z.string().refine((text) => /^\d{4}$/.test(text), {
  params: { zh: '应为四位的年份，如 2027。', en: 'must be a year of four digits, such as 2027.' },
});
const File = z.record(Year, YearScheduleFile);

/** A file as `{"2027": {"papers": [address of the notice], "off": [dates], "work": [dates]}}`. */
export async function importCalendarFile([given]: string[]): Promise<void> {
  const years = readFile(required(given, { zh: '节假日文件', en: 'file of the schedule' }));
  await withServices(({ database, clock }) =>
    database.transact(SYSTEM_CONTEXT, async (tx) => {
      for (const [year, { papers, off, work }] of Object.entries(years)) {
        await putCalendarYear(tx, {
          year: Number(year),
          source: papers.join(' '),
          offDays: off.toSorted(),
          workDays: work.toSorted(),
          by: null,
          now: clock.now(),
        });
        await emit(tx, 'calendar.imported', { year: Number(year) }, clock.now());
      }
    }),
  );
  say(
    `已导入 ${Object.keys(years).join('、')} 年节假日安排。`,
    `Imported the schedule of ${Object.keys(years).join(', ')}.`,
  );
}

function readFile(path: string): z.infer<typeof File> {
  const years = fitting(File, parseJson(path), {
    zh: `${path} 不是节假日安排：`,
    en: `${path} is not a holiday schedule: `,
  });
  for (const [year, { off, work }] of Object.entries(years)) {
    const [error] = findCalendarErrors(Number(year), { offDays: off, workDays: work }, loadHolidays().fixedHolidays);
    if (error) throw new StartFailure({ zh: `${year} 年：${error.message.zh}。`, en: `${year}: ${error.message.en}.` });
  }
  return years;
}

function parseJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new StartFailure({ zh: `无法读取 ${path}。`, en: `Cannot read ${path}.` }, error);
  }
}

import type { Tx } from '../platform/db/database.ts';

export type YearImport = {
  readonly year: number;
  readonly source: string;
  readonly offDays: readonly string[];
  readonly workDays: readonly string[] /** Null: on the command line. */;
  readonly by: string | null;
  readonly now: Date;
};

/** A later notice of the State Council replaces the year as a whole. */
export async function putCalendarYear(tx: Tx, given: YearImport): Promise<void> {
  const { year, source, offDays, workDays, by, now } = given;
  const values = { source, off_days: [...offDays], work_days: [...workDays], imported_by: by, imported_at: now };
  await tx
    .insertInto('calendar_year')
    .values({ year, ...values })
    .onConflict((conflict) => conflict.column('year').doUpdateSet(values))
    .execute();
}

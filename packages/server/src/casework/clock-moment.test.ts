import { addDays, countWorkingDays } from '@yimen/rules';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { SYSTEM_CONTEXT } from '../platform/db/access-context.ts';
import { startTestApi } from '../platform/testing/api.ts';
import { clockJson, clockMoment } from './index.ts';

const { services } = await startTestApi();

type Shown = { readonly dueOn: string; readonly workingDaysLeft: number | null };

/** Clocks as a page shows them, due on every day from a week ago to half a year ahead. */
async function clocksSeenOn(today: string, task: { state?: string; unit?: string } = {}): Promise<Shown[]> {
  const t = sql`t`;
  return services.database.transact(SYSTEM_CONTEXT, async (tx) => {
    const { rows } = await sql<{ clock: Shown }>`
      SELECT ${clockJson(t, clockMoment(new Date(`${today}T10:00:00+08:00`)))} AS clock FROM (
        SELECT d::date AS due_on, d AS due_at, d AS warn_at, ${task.state ?? 'open'}::text AS state, ${task.unit ?? 'workingDays'}::text AS limit_unit,
          10 AS limit_amount, false AS due_provisional, '' AS clause_zh, '' AS clause_en, '' AS clause_id
        FROM generate_series(${today}::date - 7, ${today}::date + 180, interval '1 day') d) t`.execute(tx);
    return rows.map(({ clock }) => clock);
  });
}

test.each(['2026-02-10', '2026-02-14', '2026-04-30', '2026-09-27', '2026-12-30'])(
  'seen on %s, a clock says as many working days as the calendar of the rules counts',
  async (today) => {
    const calendar = services.calendar();
    for (const { dueOn, workingDaysLeft } of await clocksSeenOn(today))
      expect(workingDaysLeft, dueOn).toBe(countWorkingDays(today, dueOn, calendar));
  },
);

test('on the eve of the Spring Festival of 2026 the one working day that is left ends ten days later', async () => {
  const shown = await clocksSeenOn('2026-02-14');
  expect(shown.find(({ dueOn }) => dueOn === addDays('2026-02-14', 10))?.workingDaysLeft).toBe(1);
});

test('clocks in hours or calendar days and finished ones name no working days', async () => {
  const others = await Promise.all([
    clocksSeenOn('2026-03-02', { unit: 'hours' }),
    clocksSeenOn('2026-03-02', { unit: 'calendarDays' }),
    clocksSeenOn('2026-03-02', { state: 'done' }),
  ]);
  expect(new Set(others.flat().map(({ workingDaysLeft }) => workingDaysLeft))).toEqual(new Set([null]));
});

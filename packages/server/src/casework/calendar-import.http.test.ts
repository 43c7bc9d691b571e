import * as contract from '@yimen/contracts';
import { expect, test } from 'vitest';
import { startTestApi } from '../platform/testing/api.ts';
import { anIntake, reliefActs, smallCounty } from '../testing/index.ts';

const api = await startTestApi({ now: '2026-12-24T02:00:00.000Z' });
// Signs in anew each time: sessions do not last as long as these clocks.
const county = { ...(await smallCounty(api)), as: api.signInAs };
const { openCase, propose, approve, handOut } = reliefActs(api, county);

/** Paid at once, papers within ten working days. */
async function paidCase(occurredOn: string): Promise<string> {
  const { event } = anIntake();
  const { caseId } = await openCase({ event: { ...event, occurredOn } });
  const { grantId } = (await propose(caseId)).body;
  await approve(grantId, 'society.keeper');
  expect((await handOut(caseId, grantId, 'society.keeper')).status).toBe(200);
  return caseId;
}

async function page(id: string) {
  const { body } = await api.call(contract.getCase, { params: { id } }, { session: await county.as('town.window') });
  const clocks = body.tasks.filter(({ kind, state }) => kind === 'collect-paper' && state === 'open');
  const acts = body.events.map(({ act }) => act);
  return {
    due: [...new Set(clocks.map(({ clock }) => `${clock.dueOn}${clock.provisional ? ' provisional' : ''}`))],
    papers: clocks.length,
    open: body.tasks.filter(({ state }) => state === 'open').map(({ kind }) => kind),
    count: (act: string) => acts.filter((one) => one === act).length,
    events: body.events,
  };
}

/** The days fixed by law, and those of the New Year as the test needs them. */
async function importYear(year: number, newYear: string[]) {
  const fixed = ['05-01', '05-02', '10-01', '10-02', '10-03'].map((day) => `${year}-${day}`);
  const body = {
    source: `国务院办公厅关于${year}年部分节假日安排的通知（测试）`,
    offDays: [...newYear, ...fixed],
    workDays: [],
  };
  const session = await county.as('system.admin');
  expect((await api.call(contract.importCalendar, { params: { year }, body }, { session })).status).toBe(200);
  await api.worker.drain();
}

const daysFrom = (year: number, last: number) =>
  Array.from({ length: last }, (_, index) => `${year}-01-${String(index + 1).padStart(2, '0')}`);

async function at(instant: string): Promise<void> {
  api.clock.set(instant);
  await api.worker.drain();
}

test('T-047 ten working days from 24 December are provisional until the schedule of the next year is imported', async () => {
  const caseId = await paidCase('2026-12-23');
  const before = await page(caseId);
  expect(before.due).toEqual(['2027-01-08 provisional']);

  await importYear(2027, daysFrom(2027, 4));
  const after = await page(caseId);
  expect(after.due).toEqual(['2027-01-11']);
  expect(after.count('task.recomputed')).toBe(after.papers);
  const said = after.events.find(({ act }) => act === 'task.recomputed');
  expect([said?.words.zh, said?.details?.['dueAt']]).toEqual(['节假日安排公布，时限重算', '2027-01-11T16:00:00.000Z']);

  // Two working days before the 11th is the 7th, not the 6th of the provisional count.
  await at('2027-01-06T15:59:00.000Z');
  expect((await page(caseId)).count('task.warned')).toBe(before.count('task.warned'));
  await at('2027-01-06T16:00:00.000Z');
  expect((await page(caseId)).count('task.warned')).toBe(before.count('task.warned') + after.papers);
  await at('2027-01-11T15:59:00.000Z');
  expect((await page(caseId)).open).not.toContain('decide-overdue-paper');
  await at('2027-01-11T16:00:00.000Z');
  expect((await page(caseId)).open).toContain('decide-overdue-paper');
});

test('a schedule that comes after the provisional day takes warning and escalation back, and both come in time again', async () => {
  api.clock.set('2027-12-24T02:00:00.000Z');
  const caseId = await paidCase('2027-12-23');
  expect((await page(caseId)).due).toEqual(['2028-01-07 provisional']);
  await at('2028-01-08T02:00:00.000Z');
  const late = await page(caseId);
  expect(late.open).toContain('decide-overdue-paper');
  expect([late.count('task.warned'), late.count('task.escalated')].every((count) => count >= late.papers)).toBe(true);

  await importYear(2028, daysFrom(2028, 7));
  const after = await page(caseId);
  expect(after.due).toEqual(['2028-01-14']);
  expect(after.open).not.toContain('decide-overdue-paper');

  await at('2028-01-11T16:00:00.000Z');
  const warned = await page(caseId);
  expect(warned.count('task.warned')).toBe(after.count('task.warned') + after.papers);
  await at('2028-01-14T16:00:00.000Z');
  const again = await page(caseId);
  expect(again.count('task.escalated')).toBeGreaterThanOrEqual(after.count('task.escalated') + after.papers);
  expect(again.open).toContain('decide-overdue-paper');
});

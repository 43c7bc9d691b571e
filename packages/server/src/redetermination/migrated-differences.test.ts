import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { migrate } from '../platform/db/migrate.ts';
import { withSession } from '../platform/runtime/index.ts';
import { testDatabaseBefore } from '../platform/testing/index.ts';

// What was held in tables of its own stands with its household since this migration. Both runs were stored before it.
const database = await testDatabaseBefore('20261122004300-hold-differences-with-the-household.sql');
const [ended, current] = [randomUUID(), randomUUID()];
const [mother, son, neighbour] = [randomUUID(), randomUUID(), randomUUID()];
const TOWN = '341503101001';
const VILLAGE = '341503102001';

const held = {
  computedThrice: randomUUID(),
  confirmed: randomUUID(),
  dismissed: randomUUID(),
  overtaken: randomUUID(),
  unreadable: randomUUID(),
  leaving: randomUUID(),
  before: randomUUID(),
};

/** run, household, revision of the item, place, reason, state. */
const ITEMS = [
  [current, held.computedThrice, 3, TOWN, 'differs', 'open'],
  [current, held.confirmed, 1, TOWN, 'differs', 'confirmed'],
  [current, held.dismissed, 1, VILLAGE, 'differs', 'dismissed'],
  [current, held.overtaken, 2, TOWN, 'differs', 'overtaken'],
  [current, held.unreadable, 1, VILLAGE, 'unreadable', 'open'],
  [current, held.leaving, 1, VILLAGE, 'gradual-exit', 'open'],
  [ended, held.before, 1, TOWN, 'differs', 'confirmed'],
] as const;

/** run, household, revision, place, programme, element, member, kind, amount before and after. */
const DIFFERENCES = [
  [current, held.computedThrice, 1, TOWN, 'dibao', 0, null, 'loses', 90_000, 80_000],
  [current, held.computedThrice, 2, TOWN, 'dibao', 0, null, 'leaves', 90_000, null],
  [current, held.computedThrice, 3, TOWN, 'dibao', 0, null, 'gains', 90_000, 95_000],
  // The second of three members has nothing that differs.
  [current, held.computedThrice, 3, TOWN, 'disabilityLiving', 2, son, 'enters', null, 8_000],
  [current, held.computedThrice, 3, TOWN, 'disabilityLiving', 0, mother, 'enters', null, 8_000],
  [current, held.computedThrice, 3, TOWN, 'temporaryAssistance', 1, null, 'enters', null, 200_000],
  // Computed again after it was decided on: what was decided on stays as it was.
  [current, held.confirmed, 1, TOWN, 'dibao', 0, null, 'gains', 70_000, 75_000],
  [current, held.confirmed, 2, TOWN, 'dibao', 0, null, 'gains', 70_000, 99_000],
  [current, held.dismissed, 1, VILLAGE, 'dibao', 0, null, 'becomes-unknown', 60_000, null],
  [current, held.overtaken, 2, TOWN, 'dibao', 0, null, 'gains', 50_000, 55_000],
  [current, held.leaving, 1, VILLAGE, 'dibao', 0, null, 'gradual-exit', 40_000, null],
  [ended, held.before, 1, TOWN, 'disabilityLiving', 1, neighbour, 'gains', 7_000, 8_000],
] as const;

await withSession(database.migratorUrl, async (client) => {
  const clerk = randomUUID();
  await client.query(
    "INSERT INTO yimen.account (id, login, name, password_hash, password_changed_at) VALUES ($1, 'clerk', '经办', '-', now())",
    [clerk],
  );
  for (const [run, household, revision, place, reason, state] of ITEMS) {
    const isDecided = state === 'confirmed' || state === 'dismissed';
    await client.query(
      `INSERT INTO yimen.redetermination_item (redetermination_id, household_id, revision, region_code, case_id, reason,
        exit_until, state, opened_at, decided_at, decided_by, note)
      VALUES ($1, $2, $3, $4, gen_random_uuid(), $5, $6, $7, now(), $8, $9, '核实无误')`,
      [
        ...[run, household, revision, place, reason, reason === 'gradual-exit' ? '2026-12-01' : null, state],
        ...(isDecided ? [new Date(), clerk] : [null, null]),
      ],
    );
  }
  for (const [run, household, revision, place, programme, element, person, kind, before, after] of DIFFERENCES)
    await client.query(
      'INSERT INTO yimen.redetermination_difference VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)',
      [
        ...[run, household, revision, place, programme, element, person, kind],
        ...[before === null ? 'no' : 'yes', after === null ? 'no' : 'yes', before, after],
      ],
    );
});
await migrate(database.migratorUrl);

async function ask<Row extends object>(sql: string, ...values: string[]): Promise<Row[]> {
  return withSession(database.migratorUrl, async (client) => (await client.query<Row>(sql, values)).rows);
}

async function itemOf(household: string) {
  const [item] = await ask<{ changes: string[]; people: (string | null)[] }>(
    `SELECT i.person_ids AS people, ARRAY(SELECT concat_ws(' ', d.programme, d.element, CASE WHEN d.of_person THEN 'member' END, d.kind,
        d.outcome_before, d.outcome_after, coalesce(d.amount_before_fen::text, '-'), coalesce(d.amount_after_fen::text, '-'))
      FROM unnest(i.changes) WITH ORDINALITY d ORDER BY d.ordinality) AS changes
    FROM yimen.redetermination_item i WHERE household_id = $1`,
    household,
  );
  return item;
}

test('an item keeps what differed in its own revision, in the order of programmes, with the members it is of', async () => {
  expect(await itemOf(held.computedThrice)).toEqual({
    changes: [
      'dibao 0 gains yes yes 90000 95000',
      'disabilityLiving 0 member enters no yes - 8000',
      'disabilityLiving 2 member enters no yes - 8000',
      'temporaryAssistance 1 enters no yes - 200000',
    ],
    people: [mother, null, son],
  });
  expect(await itemOf(held.before)).toEqual({
    changes: ['disabilityLiving 1 member gains yes yes 7000 8000'],
    people: [null, neighbour],
  });
});

test('what was decided on stays as it was decided, and whoever could not be read has nothing that differs', async () => {
  expect(await itemOf(held.confirmed)).toEqual({ changes: ['dibao 0 gains yes yes 70000 75000'], people: [] });
  expect(await itemOf(held.dismissed)).toEqual({ changes: ['dibao 0 becomes-unknown yes no 60000 -'], people: [] });
  expect(await itemOf(held.unreadable)).toEqual({ changes: [], people: [] });
});

const COUNTS = `SELECT region_code || ' ' || state AS what, sum(households)::int AS households
  FROM yimen.redetermination_held WHERE redetermination_id = $1
  GROUP BY 1 HAVING sum(households) <> 0 ORDER BY 1`;
const SUMS = `SELECT region_code || ' ' || programme || ' ' || kind AS what, sum(households)::int AS households, sum(change_fen)::int AS fen
  FROM yimen.redetermination_sum WHERE redetermination_id = $1
  GROUP BY 1 HAVING sum(households) <> 0 OR sum(change_fen) <> 0 ORDER BY 1`;

test('households are counted by place and state, each run for itself', async () => {
  expect(await ask(COUNTS, current)).toEqual([
    { what: `${TOWN} confirmed`, households: 1 },
    { what: `${TOWN} open`, households: 1 },
    { what: `${TOWN} overtaken`, households: 1 },
    { what: `${VILLAGE} dismissed`, households: 1 },
    { what: `${VILLAGE} open`, households: 2 },
  ]);
  expect(await ask(COUNTS, ended)).toEqual([{ what: `${TOWN} confirmed`, households: 1 }]);
});

test('money is summed by programme and kind: two members are one household, what was overtaken is not counted', async () => {
  expect(await ask(SUMS, current)).toEqual([
    { what: `${TOWN} dibao gains`, households: 2, fen: 10_000 },
    { what: `${TOWN} disabilityLiving enters`, households: 1, fen: 16_000 },
    { what: `${TOWN} temporaryAssistance enters`, households: 1, fen: 200_000 },
    { what: `${VILLAGE} dibao becomes-unknown`, households: 1, fen: -60_000 },
    { what: `${VILLAGE} dibao gradual-exit`, households: 1, fen: -40_000 },
  ]);
  expect(await ask(SUMS, ended)).toEqual([{ what: `${TOWN} disabilityLiving gains`, households: 1, fen: 1_000 }]);
});

test('what is overtaken afterwards leaves counts and sums that were made by the migration', async () => {
  await ask("UPDATE yimen.redetermination_item SET state = 'overtaken' WHERE household_id = $1", held.computedThrice);
  expect(await ask(COUNTS, current)).toContainEqual({ what: `${TOWN} overtaken`, households: 2 });
  expect((await ask<{ what: string }>(SUMS, current)).map(({ what }) => what)).toEqual([
    `${TOWN} dibao gains`,
    `${VILLAGE} dibao becomes-unknown`,
    `${VILLAGE} dibao gradual-exit`,
  ]);
});

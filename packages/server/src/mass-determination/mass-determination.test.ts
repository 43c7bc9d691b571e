import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  batchFor,
  type CheckedRules,
  checkRules,
  createResults,
  type HouseholdColumns,
  type ParameterValue,
  type RuleSet,
  readSimulation,
  resultAt,
  rowFrom,
  simulationFor,
  valuesAt,
} from '@yimen/rules';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { withSession } from '../platform/runtime/index.ts';
import { testDatabase } from '../platform/testing/index.ts';
import { loadRegister, openPool, type Pool, recordedOf, redetermineRegister } from './index.ts';
import { listWrongCounts, openRangesAgain } from './testing/count-store.ts';
import { fillRegister } from './testing/fill-register.ts';
import { countOpenRanges, listNeighbours } from './testing/fill-store.ts';
import { LINES, someHouseholds } from './testing/some-households.ts';
import { spoil } from './testing/spoil.ts';
import { startRun } from './testing/start-run.ts';

const ON = '2026-03-01';
const HOUSEHOLDS = 3_000;
const source = { set: LINES, on: ON };
const rules = rulesOf(LINES);
const columns = someHouseholds(rules, HOUSEHOLDS);
const places = [
  { regionCode: '341503100000', area: 'rural' as const },
  { regionCode: '341503101000', area: 'urban' as const },
];
const placeRows = { places, rowOfPlace: Uint16Array.of(0, 1) };
const dataDir = mkdtempSync(join(tmpdir(), 'yimen-mass-'));
const current = [rowAt(rules, 80_000), rowAt(rules, 100_000)];
const raised = [rowAt(rules, 84_000), rowAt(rules, 105_000)];
const database = await testDatabase();
const at = { databaseUrl: database.appUrl, dataDir };
let pool: Pool;
let ids: readonly string[];

beforeAll(async () => {
  const register = { columns, results: resultsOf(columns, current), places };
  ids = await fillRegister({ adminUrl: database.adminUrl, dataDir }, rules, register);
  pool = await openPool(source, 2);
});
afterAll(async () => {
  await pool.close();
  rmSync(dataDir, { recursive: true, force: true });
});

function rulesOf(set: RuleSet): CheckedRules {
  const checked = checkRules(set, ON);
  if (!checked.ok) throw new Error(JSON.stringify(checked.issues));
  return checked.rules;
}

function rowAt(checked: CheckedRules, standard: number) {
  const row = rowFrom(
    checked,
    ON,
    new Map<string, ParameterValue>([
      ['dibao.standard', standard],
      ['dibao.propertyLimit', 5_000_000],
      ['care.age', 60],
    ]),
  );
  if (!row.ok) throw new Error(JSON.stringify(row.issues));
  return row.row;
}

function resultsOf(of: HouseholdColumns, rows: typeof current) {
  const results = createResults(rules, of, recordedOf(rules));
  batchFor(rules, recordedOf(rules))({ columns: of, rows, results });
  return results;
}

/** What the database holds about one run, in the order of the households. */
async function storedOf(id: string) {
  return withSession(database.migratorUrl, async (client) => {
    const differences = await client.query<Record<string, unknown>>(
      `SELECT array_position($2::uuid[], household_id) - 1 AS household, programme, element, outcome_before, outcome_after,
         amount_before_fen::int, amount_after_fen::int
       FROM yimen.redetermination_item, unnest(changes) WHERE redetermination_id = $1 ORDER BY 1, programme, element`,
      [id, ids],
    );
    const items = await client.query<{ household: number; reason: string }>(
      `SELECT array_position($2::uuid[], household_id) - 1 AS household, reason
       FROM yimen.redetermination_item WHERE redetermination_id = $1 ORDER BY 1`,
      [id, ids],
    );
    return { differences: differences.rows, items: items.rows };
  });
}

const input = { ...at, ...placeRows, packId: 'test', rows: raised, at: '2026-03-02T02:00:00.000Z' };
const start = (rangeSize: number) => startRun(database.adminUrl, { on: ON, packId: 'test', rangeSize });
const wrongCounts = (id: string) => withSession(database.adminUrl, (client) => listWrongCounts(client, id));
const openRanges = (id: string) => withSession(database.adminUrl, (client) => countOpenRanges(client, id));

describe('many households', () => {
  test('come out of the database as they went in', async () => {
    const register = await loadRegister(pool, rules, { ...at, ...placeRows });
    expect(register.unreadable).toBe(0);
    expect(sorted(register.columns)).toEqual(sorted(columns));
    const townships = [...register.townshipOf].map((place) => register.townships[place]);
    expect(townships).toEqual([...register.columns.rowOf].map((row) => places[row]?.regionCode));
    expect([...register.unknownFacts]).toEqual(['careGrade']);
  });

  test('on a page that was altered are there, and nothing is known of them', async () => {
    const restore = await spoil({ adminUrl: database.adminUrl, dataDir }, ids[7] ?? '', 'page');
    const neighbours = await withSession(database.adminUrl, (client) => listNeighbours(client, ids[7] ?? ''));
    const register = await loadRegister(pool, rules, { ...at, ...placeRows });
    await restore();
    expect(register.unreadable).toBe(neighbours.length);
    const [own, loaded] = [sorted(columns), sorted(register.columns)];
    expect(loaded).toHaveLength(own.length);
    expect(register.columns.offsets.person.at(-1)).toBe(columns.offsets.person.at(-1));
    const unknown = loaded.filter((household) => !own.includes(household));
    expect(unknown).toHaveLength(neighbours.length);
    // A row, and then nothing but facts that are not known.
    for (const household of unknown) expect(household).toMatch(/^\[[01],[[\],nul]*\]$/);
    expect([...register.unknownFacts]).toEqual(['property', 'birthDate', 'income', 'careGrade']);
  });

  test('determined by two threads are the same as by one', async () => {
    const results = createResults(rules, columns, recordedOf(rules));
    const done: number[] = [];
    const unknownFacts = new Set(['careGrade']);
    const task = { kind: 'batch' as const, recorded: recordedOf(rules), columns, rows: current, results, unknownFacts };
    await pool.run(task, { onProgress: (households) => done.push(households) });
    expect(results).toEqual(resultsOf(columns, current));
    expect(done.at(-1)).toBe(HOUSEHOLDS);
  });

  test('simulated by two threads are the same as by one', async () => {
    const choice = { classes: ['dibao'], groups: 2, binFen: 10_000, bins: 10 };
    const task = {
      columns,
      before: current,
      after: raised,
      groupOf: columns.rowOf,
      unknownFacts: new Set(['careGrade']),
    };
    const [one, other] = await pool.run({ kind: 'simulation', ...task, choice });
    const tally = [one, other].find((part) => part instanceof Float64Array);
    const expected = readSimulation(rules, choice, simulationFor(rules, rules, choice)(task));
    expect(readSimulation(rules, choice, tally ?? new Float64Array())).toEqual(expected);
    expect(expected.total.entering).toBeGreaterThan(0);
  });
});

describe('a re-determination', () => {
  test('stores every difference from what is decided, and opens one item for each household it concerns', async () => {
    const id = await start(700);
    const found = await redetermineRegister(pool, { ...input, id });
    const { differences, items } = await storedOf(id);
    expect(found).toEqual({ households: HOUSEHOLDS, differences: differences.length });
    expect(await openRanges(id)).toBe(0);
    expect(differences).toEqual(expectedDifferences());
    expect(items.map(({ household }) => household)).toEqual([
      ...new Set(differences.map((difference) => difference['household'])),
    ]);
    expect(await wrongCounts(id)).toEqual([]);
  });

  test('whose ranges are computed a second time from the same facts stores and counts nothing twice', async () => {
    const id = await start(700);
    await redetermineRegister(pool, { ...input, id });
    const once = await storedOf(id);
    await withSession(database.migratorUrl, (client) => openRangesAgain(client, id));
    await redetermineRegister(pool, { ...input, id });
    expect(await openRanges(id)).toBe(0);
    expect(await storedOf(id)).toEqual(once);
    expect(await wrongCounts(id)).toEqual([]);
  });

  test('that was killed goes on where it was, with nothing missing and nothing twice', async () => {
    const id = await start(100);
    const other = await openPool(source, 2);
    let ranges = 0;
    const killed = redetermineRegister(
      other,
      { ...input, id },
      {
        onProgress: () => {
          ranges += 1;
          if (ranges === 5) void other.close();
        },
      },
    );
    await expect(killed).rejects.toThrow('ended');
    expect((await storedOf(id)).items.length).toBeGreaterThan(0);
    // A range stays held until the server has noticed that its holder is gone.
    while ((await openRanges(id)) > 0) await redetermineRegister(pool, { ...input, id });
    expect((await storedOf(id)).differences).toEqual(expectedDifferences());
    expect(await wrongCounts(id)).toEqual([]);
  });

  test('stops between ranges when it is told to', async () => {
    const id = await start(100);
    const stopping = new AbortController();
    const run = redetermineRegister(
      pool,
      { ...input, id },
      {
        signal: stopping.signal,
        onProgress: () => stopping.abort(),
      },
    );
    await expect(run).rejects.toThrow('abort');
    expect(await openRanges(id)).toBeGreaterThan(0);
    await redetermineRegister(pool, { ...input, id });
    expect(await openRanges(id)).toBe(0);
    expect((await storedOf(id)).differences).toEqual(expectedDifferences());
  });

  test('leaves households whose facts cannot be for people to look at', async () => {
    const spoilt = [7, HOUSEHOLDS - 1];
    const whole = { adminUrl: database.adminUrl, dataDir };
    const restore = await Promise.all(spoilt.map((household) => spoil(whole, ids[household] ?? '', 'facts')));
    const id = await start(1_000);
    await redetermineRegister(pool, { ...input, id });
    const { items, differences } = await storedOf(id);
    expect(items.filter(({ reason }) => reason === 'unreadable').map((item) => item.household)).toEqual(spoilt);
    expect(differences).toEqual(expectedDifferences().filter((one) => !spoilt.includes(Number(one['household']))));
    await Promise.all(restore.map((undo) => undo()));
  });

  test('leaves everybody on a page that was altered for people to look at', async () => {
    const restore = await spoil({ adminUrl: database.adminUrl, dataDir }, ids[7] ?? '', 'page');
    const neighbours = await withSession(database.adminUrl, (client) => listNeighbours(client, ids[7] ?? ''));
    const id = await start(1_000);
    await redetermineRegister(pool, { ...input, id });
    const { items, differences } = await storedOf(id);
    const unreadable = items.filter(({ reason }) => reason === 'unreadable').map((item) => ids[item.household]);
    expect(unreadable.toSorted()).toEqual(neighbours.toSorted());
    expect(unreadable.length).toBeGreaterThan(1);
    expect(await wrongCounts(id)).toEqual([]);
    const others = expectedDifferences().filter((one) => !unreadable.includes(ids[Number(one['household'])]));
    expect(differences).toEqual(others);
    await restore();
  });
});

test('rules that do not compile are refused when the pool is opened', async () => {
  const wrong = { ...LINES, variables: LINES.variables.slice(1) };
  await expect(openPool({ set: wrong, on: ON }, 1)).rejects.toThrow('UNKNOWN_NAME');
});

test('a thread that fails is told to whoever asked, and the pool goes on', async () => {
  const missing = redetermineRegister(pool, {
    ...input,
    id: '00000000-0000-0000-0000-000000000000',
    databaseUrl: 'postgresql://nobody@127.0.0.1:1/none',
  });
  await expect(missing).rejects.toThrow();
  const found = await redetermineRegister(pool, { ...input, id: await start(1_000) });
  expect(found.households).toBe(HOUSEHOLDS);
});

/** Households do not keep their order: pages of a place come as they are. */
function sorted(of: HouseholdColumns): readonly string[] {
  const values = (household: number) => {
    const { household: own, person, event } = valuesAt(rules, of, household);
    return JSON.stringify([of.rowOf[household], [...own], person.map((one) => [...one]), event]);
  };
  return Array.from({ length: of.size }, (_, household) => values(household)).toSorted();
}

/** The same by comparing results one by one. */
function expectedDifferences() {
  const [before, after] = [resultsOf(columns, current), resultsOf(columns, raised)];
  const all: Record<string, unknown>[] = [];
  for (let household = 0; household < HOUSEHOLDS; household += 1) {
    const members = { start: columns.offsets.person[household] ?? 0, end: columns.offsets.person[household + 1] ?? 0 };
    const compare = (
      programme: string,
      [eligible, amount]: readonly [string, string],
      element: number,
      index: number,
    ) => {
      const side = (results: typeof before) => {
        const flag = resultAt(rules, results, eligible, index);
        const word = flag === 1 ? 'yes' : 'no';
        const fen = resultAt(rules, results, amount, index);
        return { word: Number.isNaN(flag) ? 'unknown' : word, fen: flag === 1 && !Number.isNaN(fen) ? fen : null };
      };
      const [was, is] = [side(before), side(after)];
      if (was.word === is.word && was.fen === is.fen) return;
      all.push({
        household,
        programme,
        element,
        outcome_before: was.word,
        outcome_after: is.word,
        amount_before_fen: was.fen,
        amount_after_fen: is.fen,
      });
    };
    for (let index = members.start; index < members.end; index += 1) {
      compare('care', ['getsCare', 'careAmount'], index - members.start, index);
    }
    compare('dibao', ['isDibao', 'dibaoAmount'], 0, household);
  }
  return all;
}

import { readFileSync } from 'node:fs';
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
} from '@yimen/rules';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { withSession } from '../platform/runtime/index.ts';
import { testDatabase } from '../platform/testing/index.ts';
import {
  loadRegister,
  openPool,
  type Pool,
  recordedOf,
  redetermineRegister,
  startRedetermination,
  writeRegister,
} from './index.ts';
import { LINES, someHouseholds } from './testing/some-households.ts';

const ON = '2026-03-01';
const HOUSEHOLDS = 3_000;
const source = { set: LINES, on: ON };
const rules = rulesOf(LINES);
const columns = someHouseholds(rules, HOUSEHOLDS);
const rowOfPlace = Uint16Array.of(0, 1);
const current = [rowAt(rules, 80_000), rowAt(rules, 100_000)];
const raised = [rowAt(rules, 84_000), rowAt(rules, 105_000)];
const database = await testDatabase();
let pool: Pool;

beforeAll(async () => {
  const tables = readFileSync(new URL('./tables.sql', import.meta.url), 'utf8');
  await withSession(database.migratorUrl, (client) => client.query(tables));
  const places = [
    { regionCode: '341503000000', area: 'rural' as const },
    { regionCode: '341503000000', area: 'urban' as const },
  ];
  await writeRegister(database.appUrl, rules, { columns, results: resultsOf(columns, current), places });
  pool = await openPool(source, 2);
});
afterAll(() => pool.close());

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

/** What the database holds about one run, in order. */
async function storedOf(id: string) {
  return withSession(database.appUrl, async (client) => {
    const differences = await client.query(
      `SELECT household_no, programme, element, outcome_before, outcome_after, amount_before_fen, amount_after_fen
       FROM yimen.redetermination_difference WHERE redetermination_id = $1 ORDER BY household_no, programme, element`,
      [id],
    );
    const items = await client.query<{ household_no: number; reason: string }>(
      `SELECT household_no, reason FROM yimen.redetermination_item WHERE redetermination_id = $1 ORDER BY household_no`,
      [id],
    );
    return { differences: differences.rows, items: items.rows };
  });
}

const input = { databaseUrl: database.appUrl, rowOfPlace, rows: raised };
const startRun = (rangeSize: number) =>
  startRedetermination(database.appUrl, { on: ON, policyVersion: 'test', rangeSize });

describe('many households', () => {
  test('come out of the database as they went in', async () => {
    const register = await loadRegister(pool, rules, { databaseUrl: database.appUrl, rowOfPlace });
    expect(register.unreadable).toBe(0);
    expect(register.columns).toEqual(columns);
    expect([...register.unknownFacts]).toEqual(['careGrade']);
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
    const id = await startRun(700);
    const found = await redetermineRegister(pool, { ...input, id });
    const { differences, items } = await storedOf(id);
    expect(found).toEqual({ households: HOUSEHOLDS, differences: differences.length, isFinished: true });
    expect(differences).toEqual(expectedDifferences());
    expect(items.map(({ household_no }) => household_no)).toEqual([
      ...new Set(differences.map(({ household_no }) => household_no)),
    ]);
  });

  test('that was killed goes on where it was, with nothing missing and nothing twice', async () => {
    const id = await startRun(100);
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
    let isFinished = false;
    // A range stays held until the server has noticed that its holder is gone.
    while (!isFinished) ({ isFinished } = await redetermineRegister(pool, { ...input, id }));
    expect((await storedOf(id)).differences).toEqual(expectedDifferences());
  });

  test('stops between ranges when it is told to', async () => {
    const id = await startRun(100);
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
    expect((await redetermineRegister(pool, { ...input, id })).isFinished).toBe(true);
    expect((await storedOf(id)).differences).toEqual(expectedDifferences());
  });

  test('leaves households whose facts cannot be for people to look at', async () => {
    const spoilt = [7, HOUSEHOLDS];
    const keep = await withSession(database.appUrl, async (client) => {
      const { rows } = await client.query<{ household_no: number; facts: Buffer }>(
        'SELECT household_no, facts FROM yimen.household_facts WHERE household_no = ANY ($1)',
        [spoilt],
      );
      await client.query(`UPDATE yimen.household_facts SET facts = '\\x01ff' WHERE household_no = ANY ($1)`, [spoilt]);
      return rows;
    });
    const id = await startRun(1_000);
    await redetermineRegister(pool, { ...input, id });
    const { items, differences } = await storedOf(id);
    expect(items.filter(({ reason }) => reason === 'unreadable').map((item) => item.household_no)).toEqual(spoilt);
    expect(differences).toEqual(expectedDifferences().filter((one) => !spoilt.includes(Number(one['household_no']))));
    await withSession(database.appUrl, async (client) => {
      for (const { household_no, facts } of keep) {
        await client.query('UPDATE yimen.household_facts SET facts = $1 WHERE household_no = $2', [
          facts,
          household_no,
        ]);
      }
    });
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
  expect((await redetermineRegister(pool, { ...input, id: await startRun(1_000) })).isFinished).toBe(true);
});

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
        household_no: household + 1,
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

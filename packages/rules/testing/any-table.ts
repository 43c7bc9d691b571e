import fc from 'fast-check';
import { type DecisionTable, HIT_POLICIES } from '../src/decision-table/decision-table.ts';
import { aFact } from './a-rule.ts';

const DAYS = ['1000-01-01', '2026-02-27', '2026-02-28', '2026-03-01', '2026-03-02', '9999-12-31'];

/** Small facts, so that everything that can come can be tried. Between the days below no cell tells anything apart. */
export const TABLE_FACTS = [
  aFact('rooms', 'count', { smallest: 0, largest: 5 }),
  aFact('amount', 'fen', { smallest: -2, largest: 2, per: 'month' }),
  aFact('share', 'basisPoints', { smallest: 0, largest: 2 }),
  aFact('kind', 'text', { options: ['a', 'b', 'c'] }),
  aFact('isSole', 'flag'),
  aFact('bornOn', 'date'),
];

export const TABLE_VALUES: Readonly<Record<string, readonly (number | string | boolean)[]>> = {
  rooms: [0, 1, 2, 3, 4, 5],
  amount: [-2, -1, 0, 1, 2],
  share: [0, 1, 2],
  kind: ['a', 'b', 'c'],
  isSole: [true, false],
  bornOn: DAYS,
};

function ordered(end: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const test = fc.oneof(
    end,
    fc.tuple(fc.constantFrom('<', '<=', '>', '>=', '='), end).map(([operator, one]) => `${operator} ${one}`),
    fc
      .tuple(fc.constantFrom('[', '('), end, end, fc.constantFrom(']', ')'))
      .map(([open, from, to, close]) => `${open}${from}..${to}${close}`),
    fc.tuple(end, end).map(([from, to]) => `? >= ${from} and ? < ${to}`),
    fc.tuple(end, end).map(([from, to]) => `? between ${from} and ${to}`),
  );
  return cells(test);
}

function cells(test: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const tests = fc.array(test, { minLength: 1, maxLength: 2 }).map((all) => all.join(', '));
  return fc.oneof(
    { weight: 2, arbitrary: fc.constant('-') },
    { weight: 4, arbitrary: tests },
    { weight: 1, arbitrary: tests.map((all) => `not(${all})`) },
  );
}

const integers = fc.integer({ min: -3, max: 6 }).map(String);
const halves = fc.integer({ min: -5, max: 11 }).map((half) => String(half / 2));
const options = fc.constantFrom('"a"', '"b"', '"c"');

const CELLS: Readonly<Record<string, fc.Arbitrary<string>>> = {
  rooms: fc.oneof(ordered(integers), ordered(halves), fc.constantFrom('? * 2 > 5', '3 < ?', '? + 1 > 3')),
  amount: ordered(integers),
  share: ordered(fc.constantFrom('0', '0.0001', '0.00015', '0.0002')),
  kind: fc.oneof(cells(options), fc.constantFrom('? = "a" or ? = "c"', '? != "b"', '? in ("a", "b")')),
  isSole: fc.constantFrom('-', 'true', 'false', 'not(true)', 'true, false'),
  bornOn: ordered(fc.constantFrom(...DAYS.slice(1, -1).map((day) => `@"${day}"`))),
};

const anyResult = fc.oneof(fc.integer({ min: 0, max: 2 }).map(String), fc.constant('rooms + 1'));

export function anyTable(result: fc.Arbitrary<string> = anyResult): fc.Arbitrary<DecisionTable> {
  return fc.subarray(Object.keys(CELLS), { minLength: 1, maxLength: 3 }).chain((inputs) => {
    const when = fc.tuple(...inputs.map((input) => CELLS[input] ?? fc.constant('-')));
    return fc
      .record({
        hitPolicy: fc.constantFrom(...HIT_POLICIES),
        rules: fc.array(fc.record({ when, result }), { minLength: 1, maxLength: 4 }),
        rest: fc.option(fc.oneof(fc.constant('complete' as const), result)),
      })
      .map(({ rest, ...table }) => ({
        ...table,
        inputs: inputs.map((expression) => ({ expression })),
        ...(rest === 'complete' && { complete: true }),
        ...(rest !== null && rest !== 'complete' && { default: rest }),
      }));
  });
}

/** Everything that can come in the inputs of a table. */
export function everyCase(inputs: readonly string[]): readonly Readonly<Record<string, number | string | boolean>>[] {
  return inputs.reduce<Record<string, number | string | boolean>[]>(
    (all, input) => all.flatMap((one) => (TABLE_VALUES[input] ?? []).map((value) => ({ ...one, [input]: value }))),
    [{}],
  );
}

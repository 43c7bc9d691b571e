import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aFact, aRuleSet, aVariable } from '../../../testing/a-rule.ts';
import { divideRounded, type Rounding } from '../../feel/number/rounding.ts';
import { batchFor } from '../batch/batch.ts';
import { columnsFrom } from '../batch/columns.ts';
import { createResults, resultAt } from '../batch/results.ts';
import { checkRules } from '../check/check-rules.ts';
import { readFacts } from '../facts/read-facts.ts';
import { closuresFor } from '../run/closures.ts';
import { rowFrom } from '../run/policy-row.ts';
import { generatedFor } from './generated.ts';

const FUNCTIONS: Readonly<Record<string, Rounding>> = {
  floor: 'floor',
  ceiling: 'ceiling',
  'round up': 'up',
  'round down': 'down',
  'round half up': 'half up',
  'round half down': 'half down',
};
const LARGEST = 2 ** 51;

const checked = checkRules(
  aRuleSet({
    facts: [
      aFact('signed', 'fen', { smallest: -LARGEST, largest: LARGEST }),
      aFact('positive', 'fen', { largest: LARGEST }),
      aFact('parts', 'count', { smallest: 1, largest: 1_000_000 }),
    ],
    variables: Object.entries(FUNCTIONS).flatMap(([name, rounding]) =>
      ['signed', 'positive'].map((fact) =>
        aVariable(
          `${fact}${rounding.replace(' ', '')}`,
          'fen',
          `${name}(${fact} / parts${name.includes(' ') ? ', 0' : ''})`,
        ),
      ),
    ),
  }),
  '2026-03-01',
);
if (!checked.ok) throw new Error(JSON.stringify(checked.issues));
const { rules } = checked;
const ids = rules.variables.map(({ entry }) => entry.id);

test('every way of rounding is exact for figures of any size and sign, in closures, generated code and batch', () => {
  const big = fc.oneof(fc.integer({ min: -9, max: 9 }), fc.maxSafeInteger()).map((value) => value % LARGEST);
  const row = rowFrom(rules, rules.on, new Map());
  if (!row.ok) throw new Error('no row');
  fc.assert(
    fc.property(
      big,
      fc.oneof(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 1_000_000 })),
      (signed, parts) => {
        const positive = Math.abs(signed);
        const expected = Object.values(FUNCTIONS).flatMap((rounding) =>
          [signed, positive].map((value) => Number(divideRounded(BigInt(value), BigInt(parts), rounding))),
        );
        const read = () => {
          const facts = readFacts(rules, { household: { signed, positive, parts }, members: [{}] });
          if (!facts.ok) throw new Error(JSON.stringify(facts.issues));
          return facts.values;
        };
        for (const determine of [closuresFor(rules), generatedFor(rules)]) {
          const values = read();
          determine(values, row.row);
          expect([...values.household].slice(3)).toEqual(expected);
        }
        const columns = columnsFrom(rules, [{ values: read(), row: 0 }]);
        const results = createResults(rules, columns, ids);
        batchFor(rules, ids)({ columns, rows: [row.row], results });
        expect(ids.map((id) => resultAt(rules, results, id, 0))).toEqual(expected);
      },
    ),
    { numRuns: 150 },
  );
});

test('a quotient just beyond 32 bits is not cut', () => {
  const large = checkRules(
    aRuleSet({
      facts: [aFact('whole', 'fen', { largest: 2 ** 32 }), aFact('parts', 'count', { smallest: 1, largest: 9 })],
      variables: [aVariable('part', 'fen', 'floor(whole / parts)')],
    }),
    '2026-03-01',
  );
  const row = rowFrom(rules, rules.on, new Map());
  if (!large.ok || !row.ok) throw new Error('no rules');
  const read = readFacts(large.rules, { household: { whole: 2 ** 32, parts: 1 }, members: [{}] });
  if (!read.ok) throw new Error('no facts');
  const columns = columnsFrom(large.rules, [{ values: read.values, row: 0 }]);
  const results = createResults(large.rules, columns, ['part']);
  batchFor(large.rules, ['part'])({ columns, rows: [row.row], results });
  expect(resultAt(large.rules, results, 'part', 0)).toBe(2 ** 32);
});

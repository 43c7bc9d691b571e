import { expect, test, vi } from 'vitest';
import { aFact, aRuleSet, aVariable } from '../../../testing/a-rule.ts';
import { differencesFromClosures } from '../../../testing/any-columns.ts';
import { createColumns } from '../batch/columns.ts';
import { checkRules } from '../check/check-rules.ts';
import { addDaysToKey, findDateKey } from '../core/date-key.ts';
import { rowFrom } from '../run/policy-row.ts';

/** Closures take a while for so many days. */
vi.setConfig({ testTimeout: 60_000 });

const ON = '2026-02-28';
const MONTHS = [1, 6, 13, 215];
const DAYS = [1, 30, 366, 40_000];

test('every day from 1895 to 2105 moves, measures and compares side by side as it does alone', () => {
  const checked = checkRules(
    aRuleSet({
      facts: [aFact('born', 'date'), aFact('far', 'count', { largest: 90_000_000_000 })],
      variables: [
        ...MONTHS.flatMap((by) => [
          aVariable(`later${by}`, 'date', `born + @"P${by}M"`),
          aVariable(`earlier${by}`, 'date', `born - @"P${by}M"`),
          aVariable(`isAfter${by}`, 'flag', `born + @"P${by}M" > today()`),
          aVariable(`isBefore${by}`, 'flag', `today() <= born + @"P${by}M"`),
        ]),
        ...DAYS.flatMap((by) => [
          aVariable(`next${by}`, 'date', `born + @"P${by}D"`),
          aVariable(`last${by}`, 'date', `born - @"P${by}D"`),
          aVariable(`isLong${by}`, 'flag', `(today() - born).days > (born + @"P${by}D" - born).days * 7`),
        ]),
        ...['2000-01-01', '2000-01-28', '2000-01-29', '2000-01-31'].map((day) =>
          aVariable(`sameDay${day.slice(-2)}`, 'date', `@"${day}" + years and months duration(@"2000-01-01", born)`),
        ),
        aVariable('farOff', 'date', `born + @"P1M" * (90000000000 - far)`),
        aVariable('age', 'years', 'years and months duration(born, today()).years'),
      ],
    }),
    ON,
  );
  if (!checked.ok) throw new Error(JSON.stringify(checked.issues));
  const { rules } = checked;
  const first = findDateKey('1895-01-01') ?? 0;
  const days: number[] = [];
  for (let day = first; day <= (findDateKey('2105-12-31') ?? 0); day = addDaysToKey(day, 1)) days.push(day);
  // The furthest there are too.
  days.push(findDateKey('1100-02-28') ?? 0, findDateKey('1200-02-29') ?? 0, findDateKey('9800-12-31') ?? 0);
  const columns = createColumns(rules, { household: days.length, person: days.length, event: 0 });
  columns.facts.household[0]?.set(days);
  columns.facts.household[1]?.fill(89_999_999_700);
  for (let index = 0; index <= days.length; index += 1) columns.offsets.person[index] = index;
  const row = rowFrom(rules, ON, new Map());
  if (!row.ok) throw new Error(JSON.stringify(row.issues));
  expect(differencesFromClosures(rules, columns, [row.row]).slice(0, 5)).toEqual([]);
});

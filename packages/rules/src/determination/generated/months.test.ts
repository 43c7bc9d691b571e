import { expect, test } from 'vitest';
import { aFact, aRuleSet, aVariable } from '../../../testing/a-rule.ts';
import { checkRules } from '../check/check-rules.ts';
import { readFacts } from '../facts/read-facts.ts';
import { closuresFor } from '../run/closures.ts';
import { rowFrom } from '../run/policy-row.ts';
import { generatedFor } from './generated.ts';

const OPERATORS = ['<', '<=', '>', '>='];

test.each(['2026-02-27', '2026-02-28', '2028-02-28', '2028-02-29', '2026-04-30', '2026-05-31'])(
  'on %s generated code compares a date some months later as closures do, at the end of a month too',
  (on) => {
    const variables = OPERATORS.flatMap((operator, index) => [
      aVariable(`own${index}`, 'flag', `born + @"P18Y" ${operator} today()`),
      aVariable(`turned${index}`, 'flag', `today() ${operator} born + @"P6M"`),
    ]);
    const checked = checkRules(aRuleSet({ facts: [aFact('born', 'date')], variables }), on);
    if (!checked.ok) throw new Error(JSON.stringify(checked.issues));
    const row = rowFrom(checked.rules, on, new Map());
    if (!row.ok) throw new Error(JSON.stringify(row.issues));
    for (const year of ['2008', '2010', '2025', '2027']) {
      for (const day of ['02-27', '02-28', '03-01', '04-29', '04-30', '08-28', '08-29', '08-31', '10-31', '11-30']) {
        const facts = { household: { born: `${year}-${day}` }, members: [{}], events: [] };
        const [one, other] = [readFacts(checked.rules, facts), readFacts(checked.rules, facts)];
        if (!one.ok || !other.ok) throw new Error(JSON.stringify([one, other]));
        closuresFor(checked.rules)(one.values, row.row);
        generatedFor(checked.rules)(other.values, row.row);
        expect([facts, other.values]).toEqual([facts, one.values]);
      }
    }
  },
);

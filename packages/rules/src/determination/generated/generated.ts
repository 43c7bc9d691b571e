import type { Entry } from '../check/catalogue.ts';
import type { CheckedRules } from '../check/check-rules.ts';
import { addDaysToKey, addMonthsToKey, daysBetweenKeys, monthEndKey } from '../core/date-key.ts';
import type { Values } from '../facts/values.ts';
import type { Determine } from '../run/closures.ts';
import type { PolicyRow } from '../run/policy-row.ts';
import type { Access } from './access.ts';
import { asNumber, bitsOf, type Code } from './code.ts';
import { planOf } from './plan.ts';
import { programText } from './program.ts';
import { rowPartsOf } from './row-part.ts';
import { knowledgeKey, type RowValues, rowValuesOf } from './row-values.ts';

type Generated = (values: Values, figures: Float64Array, answers: Float64Array, tables: PolicyRow['tables']) => void;

/** As closuresFor, by generated code: for the server. */
export function generatedFor(rules: CheckedRules): Determine {
  const all = new Set(rules.variables.map(({ entry }) => entry.id));
  const plan = planOf(rules, all);
  const parts = rowPartsOf(plan);
  const functions = new Map<string, Generated>();
  const ready = new WeakMap<PolicyRow, { readonly values: RowValues; readonly run: Generated }>();

  function prepare(row: PolicyRow) {
    const values = rowValuesOf(parts, [row]);
    const key = knowledgeKey(values.knowledge);
    const run = functions.get(key) ?? compile(programText(plan, parts, values.knowledge, ONE_HOUSEHOLD));
    functions.set(key, run);
    const prepared = { values, run };
    ready.set(row, prepared);
    return prepared;
  }

  return (values, row) => {
    const prepared = ready.get(row) ?? prepare(row);
    prepared.run(values, prepared.values.figures, prepared.values.answers, row.tables);
  };
}

function compile(body: string): Generated {
  const make = new Function(
    'addMonths',
    'addDays',
    'daysBetween',
    'monthEnd',
    `'use strict';\nreturn (values, figures, answers, tables) => {\n${body}\n};`,
  );
  // The text was made by programText, whose functions take these four.
  return make(addMonthsToKey, addDaysToKey, daysBetweenKeys, monthEndKey) as Generated;
}

/** Facts may always be unknown here; every variable is left among the values. */
const ONE_HOUSEHOLD: Access = {
  fact: ({ slot, unit }, element) => valueAt(slot, unit === 'flag', element),
  earlier: ({ slot, unit }, element, isUnknown) => ({
    ...valueAt(slot, unit === 'flag' && isUnknown, element),
    isUnknown,
  }),
  leave: (entry: Entry, element, code) => [`${element}[${entry.slot}] = ${asNumber(code, entry.unit === 'flag')};`],
  loopOver: (group, element) => `for (const ${element} of ${group}s)`,
  countOf: (group) => `${group}s.length`,
  around: (lines, loads) => [
    'const household = values.household;',
    'const persons = values.person;',
    'const events = values.event;',
    'const figureBase = 0;',
    'const answerBase = 0;',
    ...loads.map(({ name, text }) => `const ${name} = ${text};`),
    ...lines,
  ],
};

function valueAt(slot: number, isOpenFlag: boolean, element: string): Code {
  const text = `${element}[${slot}]`;
  return { text: isOpenFlag ? bitsOf(text) : text, isUnknown: true };
}

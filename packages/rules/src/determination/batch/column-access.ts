import type { Entry } from '../check/catalogue.ts';
import type { CheckedRules } from '../check/check-rules.ts';
import type { Access, Load } from '../generated/access.ts';
import { asNumber, type Code } from '../generated/code.ts';
import { type Storage, storageOf, UNKNOWN_MARK } from './storage.ts';

const LETTER = { household: 'h', person: 'p', event: 'e' } as const;

/** Facts in typed columns, one per fact; results into others. An element is known by its index. */
export function columnAccess(
  rules: CheckedRules,
  recorded: readonly string[],
  unknownFacts: ReadonlySet<string>,
): Access {
  const scratchOf = new Map(rules.variables.map(({ entry }, index) => [entry.id, index]));
  const used = new Set<string>();

  function fact(entry: Entry, element: string): Code {
    const name = `${LETTER[entry.on]}Fact${entry.slot}`;
    used.add(`const ${name} = input.columns.facts.${entry.on}[${entry.slot}];`);
    const text = `${name}[${element}]`;
    const isUnknown = unknownFacts.has(entry.id);
    if (!isUnknown) return { text, isUnknown };
    const storage = storageOf(entry.range);
    // A flag is stored as 0, 1 or the mark.
    if (entry.unit === 'flag') return { text: `((${text} === 1) | ((${text} !== 0) << 1))`, isUnknown };
    return {
      text: storage === 'float64' ? text : `(${text} === ${UNKNOWN_MARK[storage]} ? NaN : ${text})`,
      isUnknown,
    };
  }

  function scratch({ id, on }: Entry, element: string): string {
    const index = scratchOf.get(id) ?? 0;
    used.add(`const scratch${index} = input.scratch[${index}];`);
    return `scratch${index}[${element} - ${LETTER[on]}Start]`;
  }

  return {
    fact,
    earlier: (entry, element, isUnknown) => ({ text: scratch(entry, element), isUnknown }),
    leave: (entry, element, { code, isNeeded }) => {
      const isFlag = entry.unit === 'flag';
      const lines = isNeeded ? [`${scratch(entry, element)} = +${code.text};`] : [];
      const at = recorded.indexOf(entry.id);
      if (at < 0) return lines;
      used.add(`const out${at} = input.out[${at}];`);
      const storage = storageOf(entry.range);
      return [...lines, `out${at}[${element} - ${LETTER[entry.on]}First] = ${stored(code, isFlag, storage)};`];
    },
    loopOver: (group, element) =>
      `for (let ${element} = ${LETTER[group]}Start; ${element} < ${LETTER[group]}End; ${element} += 1)`,
    countOf: (group) => `(${LETTER[group]}End - ${LETTER[group]}Start)`,
    around: (lines, loads) => around(lines, loads, [...used]),
  };
}

/** With the mark of its column for what is not known. */
function stored(code: Code, isFlag: boolean, storage: Storage): string {
  const { text, isUnknown, value } = code;
  const mark = UNKNOWN_MARK[storage];
  if (value !== undefined) return String(Number.isNaN(value) ? mark : value);
  if (!isUnknown || storage === 'float64') return asNumber(code, isFlag);
  return isFlag ? `(${text} & 1) - (${text} === 2)` : `(${text} === ${text} ? ${text} : ${mark})`;
}

/** Households of one row mostly stand together, so what depends on it is fetched when the row changes. */
function around(lines: readonly string[], loads: readonly Load[], columns: readonly string[]): readonly string[] {
  return [
    'const { columns, values, rows, from, to, resultsFrom: hFirst } = input;',
    'const { rowOf } = columns;',
    'const { person: pOffsets, event: eOffsets } = columns.offsets;',
    'const pFirst = pOffsets[hFirst], eFirst = eOffsets[hFirst];',
    'const { figures, figureWidth, answers, answerWidth } = values;',
    ...columns,
    'let row = -1, tables;',
    ...loads.map(({ name }) => `let ${name} = 0;`),
    'for (let household = from; household < to; household += 1) {',
    'if (rowOf[household] !== row) {',
    'row = rowOf[household];',
    'tables = rows[row].tables;',
    'const figureBase = row * figureWidth, answerBase = row * answerWidth;',
    ...loads.map(({ name, text }) => `${name} = ${text};`),
    '}',
    'const pStart = pOffsets[household], pEnd = pOffsets[household + 1];',
    'const eStart = eOffsets[household], eEnd = eOffsets[household + 1];',
    ...lines,
    '}',
  ];
}

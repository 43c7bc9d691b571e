import type { PlainDate } from '../../calendar/plain-date.ts';
import { rangeInWords, rangeOfDataInWords } from '../../explanation/range-in-words.ts';
import type { FactValue, FactValues, HouseholdFacts } from '../../household-facts.ts';
import type { Text } from '../../text.ts';
import type { Catalogue, Entry } from '../check/catalogue.ts';
import type { CheckedRules } from '../check/check-rules.ts';
import { findDateKey } from '../core/date-key.ts';
import { LARGEST_GROUP } from '../core/range.ts';
import type { RuleScope } from '../model/rule-model.ts';
import { strangeFacts } from './no-such-fact.ts';
import { repeatedOnce } from './repeated-once.ts';
import type { Values } from './values.ts';

/** A fact that cannot be, and where it stands: `['members', 0, 'income']`. */
export interface FactIssue extends Said {
  readonly path: readonly (string | number)[];
}

/** The sentence is for people, who type yuan and percent. */
interface Said extends Text {
  /** For programs, where they send another unit: fen, basis points. */
  readonly asData?: Text;
}

export type ValuesOrIssues =
  | { readonly ok: true; readonly values: Values }
  | { readonly ok: false; readonly issues: readonly FactIssue[] };

/**
 * The facts as numbers, with room for the variables; or every fact that cannot be.
 * @param on Day of the determination: what has happened happened until then. Left out: on any day.
 */
export function readFacts({ catalogue }: CheckedRules, facts: HouseholdFacts, on?: PlainDate): ValuesOrIssues {
  const issues: FactIssue[] = [];
  const { members, events = [] } = facts;
  if (members.length === 0 || members.length > LARGEST_GROUP) issues.push({ path: ['members'], ...COUNT });
  if (events.length > LARGEST_GROUP) issues.push({ path: ['events'], ...COUNT });
  if (issues.length > 0) return { ok: false, issues };
  const strange = strangeFacts(catalogue);
  const read = (scope: RuleScope, given: FactValues, path: FactIssue['path']) => {
    const report = (id: string, said: Said) => issues.push({ path: [...path, id], ...said });
    return readScope(catalogue, scope, given, { report, strange, on });
  };
  const values: Values = {
    household: read('household', facts.household, ['household']),
    person: members.map((member, index) => read('person', member, ['members', index])),
    event: events.map((event, index) => read('event', event, ['events', index])),
  };
  for (const { index, fact, ...said } of repeatedOnce(catalogue, members))
    issues.push({ path: ['members', index, fact], ...said });
  return issues.length > 0 ? { ok: false, issues } : { ok: true, values };
}

interface Reporting {
  readonly report: (id: string, said: Said) => void;
  readonly strange: ReturnType<typeof strangeFacts>;
  readonly on: PlainDate | undefined;
}

function readScope(
  catalogue: Catalogue,
  scope: RuleScope,
  given: FactValues,
  { report, strange, on }: Reporting,
): Float64Array {
  const entries = catalogue.slots[scope];
  const values = new Float64Array(entries.length).fill(Number.NaN);
  let found = 0;
  for (const entry of entries) {
    if (!entry.isFact) break;
    if (!Object.hasOwn(given, entry.id)) continue;
    found += 1;
    const value = given[entry.id] ?? null;
    if (value === null) continue;
    const number = findNumber(entry, value, catalogue.codeNumbers);
    if (number === undefined || number < entry.range.low || number > entry.range.high)
      report(entry.id, wrong(entry, value));
    else if (on !== undefined && entry.past && value > on) report(entry.id, notYet(on));
    else values[entry.slot] = number;
  }
  if (found < Object.keys(given).length)
    for (const id of strangersIn(catalogue, scope, given)) report(id, strange(scope, id));
  return values;
}

/** Undefined when it is of another kind, or no option. */
function findNumber(
  { unit, options }: Entry,
  value: string | number | boolean,
  codeNumbers: ReadonlyMap<string, number>,
): number | undefined {
  if (typeof value === 'boolean') return unit === 'flag' ? Number(value) : undefined;
  if (typeof value === 'number') {
    return isCounted(unit) && Number.isSafeInteger(value) ? value + 0 : undefined;
  }
  if (unit === 'date') return findDateKey(value);
  return unit === 'text' && options.includes(value) ? codeNumbers.get(value) : undefined;
}

function isCounted(unit: Entry['unit']): boolean {
  return !UNCOUNTED.has(unit);
}

const UNCOUNTED: ReadonlySet<Entry['unit']> = new Set(['flag', 'date', 'text', 'list', 'table', 'limit']);

/** A misspelt fact must not pass for one that is not known. */
function strangersIn({ entries }: Catalogue, scope: RuleScope, given: FactValues): readonly string[] {
  return Object.keys(given).filter((id) => {
    const entry = entries.get(id);
    return !entry?.isFact || entry.on !== scope;
  });
}

function wrong({ unit, options, range }: Entry, value: FactValue): Said {
  if (unit === 'flag') return { zh: '应为是或否（true、false）。', en: 'must be true or false.' };
  if (unit === 'date') return { zh: '应为日期 YYYY-MM-DD。', en: 'must be a date, YYYY-MM-DD.' };
  if (unit === 'text') {
    return { zh: `应为以下之一：${options.join('、')}。`, en: `must be one of ${options.join(', ')}.` };
  }
  const { zh, en } = rangeInWords(unit, range);
  const asData = rangeOfDataInWords(unit, range);
  const said = (text: Text): Text =>
    typeof value === 'string'
      ? { zh: `应为数字，不加引号；${text.zh}。`, en: `must be a number without quotation marks; it ${text.en}.` }
      : { zh: `${text.zh}。`, en: `${text.en}.` };
  return { ...said({ zh, en }), ...(asData && { asData }) };
}

function notYet(on: PlainDate): Text {
  return {
    zh: `不能晚于 ${on}（判定之日），请核对日期。`,
    en: `must not lie after ${on}, the day of the determination: check the date.`,
  };
}

const COUNT: Text = {
  zh: `成员应为 1 至 ${LARGEST_GROUP} 人，事件不超过 ${LARGEST_GROUP} 件。`,
  en: `there must be 1 to ${LARGEST_GROUP} members and at most ${LARGEST_GROUP} events.`,
};

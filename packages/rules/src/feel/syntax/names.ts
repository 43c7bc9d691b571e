import { LIMITS } from '../limits.ts';
import { refusal } from '../problem.ts';
import { isContext, isList, type Value } from '../value.ts';
import { isSpecialName } from './special-names.ts';

/** The names an expression may use, each with the names inside it. */
export type NameShape = ReadonlyMap<string, NameShape>;

export const NO_NAMES: NameShape = new Map();

export function namesIn(value: Value): NameShape {
  const names: GrowingShape = new Map();
  collect(value, names);
  return names;
}

type GrowingShape = Map<string, GrowingShape>;

/** The elements of a list share one shape. */
function collect(value: Value, into: GrowingShape): void {
  if (isList(value)) for (const item of value.items) collect(item, into);
  if (!isContext(value)) return;
  for (const [name, inner] of value.entries) {
    const below = into.get(name) ?? new Map();
    into.set(name, below);
    collect(inner, below);
  }
}

/** One form for one name: `a  -b`, `a - b` and `a-b` are the same (DMN 1.4 §10.3.1.2 rule 27). */
export function canonicalName(text: string): string {
  // No name of a rule is that long, and the expressions below would take their time.
  if (text.length > LIMITS.expressionLength) return text;
  return text
    .replace(/\s*([./\-'+*])\s*/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
}

const OPERATOR = /[./\-'+*]/;
const KEYWORDS = new Set(
  (
    'for in return if then else some every satisfies or and between instance of days time duration years months date ' +
    'list context function null true false external not item partial'
  ).split(' '),
);

interface TrackedNames {
  [name: string]: TrackedNames;
}

const PLAIN = new WeakMap<NameShape, boolean>();

/** True when the grammar finds every name by itself. */
export function isPlain(names: NameShape): boolean {
  const found = PLAIN.get(names);
  if (found !== undefined) return found;
  const made = Object.keys(trackedNames(names)).length === 0;
  PLAIN.set(names, made);
  return made;
}

/** The grammar finds plain names by itself; those with an operator, a keyword or a number inside it must be told. */
export function trackedNames(shape: NameShape): TrackedNames {
  return track(shape, { left: LIMITS.specialNames });
}

function track(shape: NameShape, budget: { left: number }): TrackedNames {
  const tracked: TrackedNames = Object.create(null);
  for (const [name, inner] of shape) {
    const below = track(inner, budget);
    if (!needsTelling(name) && Object.keys(below).length === 0) continue;
    budget.left -= 1;
    if (budget.left < 0) throw refusal('TOO_LARGE', `${LIMITS.specialNames} names`);
    tracked[name] = below;
  }
  return tracked;
}

function needsTelling(name: string): boolean {
  if (name.length > LIMITS.nameLength || !isSpecialName(name)) return false;
  const words = canonicalName(name).split(/[ ./\-'+*]/);
  // A fact called `null` or `true` stays out of reach: the literal wins.
  if (words.length === 1) return false;
  return OPERATOR.test(name) || words.some((word) => KEYWORDS.has(word) || /^\d/.test(word));
}

import { CONTEXT_FUNCTIONS } from './context-functions.ts';
import { CONVERSIONS } from './conversions.ts';
import type { Form } from './form.ts';
import { LIST_CHANGES } from './list-changes.ts';
import { LIST_FUNCTIONS } from './list-functions.ts';
import { NUMBER_FUNCTIONS } from './number-functions.ts';
import { PATTERN_FUNCTIONS } from './pattern-functions.ts';
import { RANGE_FUNCTIONS } from './range-functions.ts';
import { STATISTICS } from './statistics.ts';
import { STRING_FUNCTIONS } from './string-functions.ts';
import { TEMPORAL_FUNCTIONS } from './temporal-functions.ts';

export type Builtins = Readonly<Record<string, readonly Form[]>>;

const BUILTINS: ReadonlyMap<string, readonly Form[]> = new Map(
  [
    CONVERSIONS,
    NUMBER_FUNCTIONS,
    STRING_FUNCTIONS,
    PATTERN_FUNCTIONS,
    LIST_FUNCTIONS,
    LIST_CHANGES,
    STATISTICS,
    CONTEXT_FUNCTIONS,
    TEMPORAL_FUNCTIONS,
    RANGE_FUNCTIONS,
  ].flatMap((group) => Object.entries(group)),
);

export function findBuiltin(name: string): readonly Form[] | undefined {
  return BUILTINS.get(name);
}

export function isBuiltin(name: string): boolean {
  return BUILTINS.has(name);
}

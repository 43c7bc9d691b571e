import type { Entry } from '../check/catalogue.ts';
import type { CheckedRules } from '../check/check-rules.ts';
import { type Binding, type Core, type CoreOf, type Group, partsOfLogic } from '../core/core.ts';
import type { Values } from '../facts/values.ts';
import { keyOfLookup } from '../generated/row-part.ts';
import { type Compute, type Cursor, compileCore, type Frame } from '../run/compile-core.ts';
import type { PolicyRow } from '../run/policy-row.ts';
import type { FindBlank } from './blank.ts';
import { factKeysOf } from './fact-keys.ts';
import {
  allNeeded,
  BEYOND_FACTS,
  byFact,
  byPolicy,
  choice,
  counted,
  type Deciding,
  everyHolds,
  firstThatHolds,
  known,
  negated,
  someHolds,
} from './fact-sets.ts';

/** Whose expression is looked at. */
interface Own {
  readonly scope: Entry['on'];
  readonly index: number;
}

/** Of a variable by id, of the member or event at the index. */
export type DecidingOf = (id: string, index: number) => Deciding;

/** What could make variables known: of one household after another, from values that have been determined. */
export function decidingFor(rules: CheckedRules): (values: Values, row: PolicyRow, findBlank: FindBlank) => DecidingOf {
  const found = READY.get(rules) ?? createDeciding(rules);
  READY.set(rules, found);
  return found;
}

const READY = new WeakMap<CheckedRules, ReturnType<typeof createDeciding>>();

function createDeciding(rules: CheckedRules) {
  const { catalogue } = rules;
  const { keyOf } = factKeysOf(catalogue);
  const inForce = rules.variables.filter(({ version }) => version !== null);
  const cores = new Map(inForce.map(({ entry, core }) => [entry, core]));
  const scalarIds = [...catalogue.scalars.keys()];
  const tableIds = [...catalogue.tables.keys()];
  const cursors = new Map<number, Cursor>();
  const at = new Map<number, { readonly group: Group; readonly index: number }>();
  const compiled = new Map<Core, Compute>();
  const chains = new Map<Core, readonly Core[]>();
  // Of the household at hand.
  let values: Values = NOBODY;
  let row: PolicyRow = NOWHERE;
  let done = new Map<number, Deciding>();
  let findBlank: FindBlank = () => undefined;

  function ownValues({ scope, index }: Own): Float64Array {
    return (scope === 'household' ? values.household : values[scope][index]) ?? values.household;
  }

  /** Looked at two by two, the beginning of a long list would be computed again and again. */
  function chainOf(core: CoreOf<'logic'>): readonly Core[] {
    const found = chains.get(core) ?? partsOfLogic(core, core.operator);
    chains.set(core, found);
    return found;
  }

  function computed(core: Core, own: Own): number {
    let compute = compiled.get(core);
    if (!compute) {
      compute = compileCore(core, cursors);
      compiled.set(core, compute);
    }
    const frame: Frame = { values, row, self: ownValues(own) };
    return compute(frame);
  }

  function cursorOf(loop: number): Cursor {
    const cursor = cursors.get(loop) ?? { element: values.household, row: 0 };
    cursors.set(loop, cursor);
    return cursor;
  }

  function placeOf(of: Binding, own: Own): Own {
    if (of === 'household') return { scope: 'household', index: 0 };
    if (of === 'self') return own;
    const place = at.get(of);
    return place ? { scope: place.group, index: place.index } : own;
  }

  /** Of an entry whose value is not known. */
  function ofEntry(entry: Entry, { index }: Own): Deciding {
    const key = keyOf(entry, index);
    if (entry.isFact) return byFact(key);
    const there = findBlank(entry.id)?.deciding ?? done;
    const found = there.get(key);
    if (found) return found;
    const core = cores.get(entry);
    const deciding = core ? ofCore(core, { scope: entry.on, index }) : byPolicy(entry.id);
    there.set(key, deciding);
    return deciding;
  }

  function ofCore(core: Core, own: Own): Deciding {
    if (core.op === 'read') {
      const place = placeOf(core.of, own);
      const read = ownValues(place)[core.slot] ?? Number.NaN;
      if (!Number.isNaN(read)) return known(read, core.isFlag);
      const entry = catalogue.slots[place.scope][core.slot];
      return entry ? ofEntry(entry, place) : BEYOND_FACTS;
    }
    if (core.op === 'fold' || core.op === 'lookup') cursorOf(core.loop);
    const value = computed(core, own);
    return Number.isNaN(value) ? ofUnknown(core, own) : known(value, core.isFlag);
  }

  function ofUnknown(core: Exclude<Core, CoreOf<'read'>>, own: Own): Deciding {
    switch (core.op) {
      case 'constant':
      case 'today':
      case 'unknown':
        return BEYOND_FACTS;
      case 'cell':
        return byPolicy(tableIds[core.table] ?? '');
      case 'parameter':
        return byPolicy(scalarIds[core.slot] ?? '');
      case 'arithmetic':
      case 'divide':
      case 'compare':
      case 'date':
        return allNeeded([ofCore(core.left, own), ofCore(core.right, own)]);
      case 'logic': {
        const parts = chainOf(core).map((part) => ofCore(part, own));
        return core.operator === 'and' ? everyHolds(parts) : someHolds(parts);
      }
      case 'not':
        return negated(ofCore(core.operand, own));
      case 'if':
        return ofIf(core, own);
      case 'fold':
        return ofFold(core, own);
      case 'lookup':
        return ofLookup(core, own);
      case 'listed':
        return row.tables[core.table]?.isKnown
          ? allNeeded([ofCore(core.value, own)])
          : byPolicy(tableIds[core.table] ?? '');
    }
  }

  /** A branch that is not taken does not matter. */
  function ofIf(core: CoreOf<'if'>, own: Own): Deciding {
    const holds = computed(core.condition, own);
    if (holds === 1) return ofCore(core.then, own);
    if (holds === 0) return ofCore(core.otherwise, own);
    const condition = ofCore(core.condition, own);
    return choice(condition, ofCore(core.then, own), ofCore(core.otherwise, own), core.isFlag);
  }

  function ofFold(core: CoreOf<'fold'>, own: Own): Deciding {
    const parts: Deciding[] = [];
    for (const [index, element] of values[core.over].entries()) {
      at.set(core.loop, { group: core.over, index });
      cursorOf(core.loop).element = element;
      parts.push(ofElement(core, own));
      at.delete(core.loop);
    }
    return core.fold === 'some' ? someHolds(parts) : allNeeded(parts);
  }

  /** Somebody who does not count need not be asked more. */
  function ofElement({ condition, body }: CoreOf<'fold'>, own: Own): Deciding {
    if (!condition) return ofCore(body, own);
    return computed(condition, own) === 0 ? known(0, false) : counted(ofCore(condition, own), ofCore(body, own));
  }

  function ofLookup(core: CoreOf<'lookup'>, own: Own): Deciding {
    const cursor = cursorOf(core.loop);
    const table = row.tables[core.table];
    const length = table?.length ?? 0;
    if (length === 0) return byPolicy(tableIds[core.table] ?? '');
    const keyed = findKeyOfLookup(core);
    // One row after another would say the same: what decides the key decides them all.
    if (keyed && Number.isNaN(computed(keyed.key, own)) && !table?.columns[keyed.column]?.some(Number.isNaN))
      return allNeeded([ofCore(keyed.key, own)]);
    const conditions = Array.from({ length }, (_, index) => {
      cursor.row = index;
      return ofCore(core.condition, own);
    });
    return firstThatHolds(conditions);
  }

  return (ofValues: Values, ofRow: PolicyRow, ofBlank: FindBlank): DecidingOf => {
    const own = new Map<number, Deciding>();
    return (id, index) => {
      [values, row, done, findBlank] = [ofValues, ofRow, own, ofBlank];
      const entry = catalogue.entries.get(id);
      if (!entry) return BEYOND_FACTS;
      const whose: Own = { scope: entry.on, index };
      const value = ownValues(whose)[entry.slot] ?? Number.NaN;
      return Number.isNaN(value) ? ofEntry(entry, whose) : known(value, entry.unit === 'flag');
    };
  };
}

/** Of `table[column = key]`. */
function findKeyOfLookup(core: CoreOf<'lookup'>): { readonly key: Core; readonly column: number } | undefined {
  const key = keyOfLookup(core);
  if (!key || core.condition.op !== 'compare') return undefined;
  const cell = core.condition.left === key ? core.condition.right : core.condition.left;
  return cell.op === 'cell' ? { key, column: cell.column } : undefined;
}

const NOBODY: Values = { household: new Float64Array(0), person: [], event: [] };
const NOWHERE: PolicyRow = { today: Number.NaN, scalars: new Float64Array(0), tables: [], awaitingArea: new Set() };

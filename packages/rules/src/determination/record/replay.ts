import type { PolicySet } from '../../policy/pack.ts';
import { findPolicy } from '../../policy/policy-on.ts';
import { createRulebook, type Rulebook } from '../place/rulebook.ts';
import { type DeterminationRecord, ENGINE_VERSION } from './determination-record.ts';
import { recordDetermination, recordText } from './record-determination.ts';

/** One place where a record and its replay differ, such as `outcomes.0.amount`. */
export interface Difference {
  readonly path: string;
  /** Undefined where there is nothing. */
  readonly recorded: unknown;
  readonly replayed: unknown;
}

export type Replay =
  | { readonly identical: true }
  | {
      readonly identical: false;
      /** Outcomes, amounts and values are: only how they are told has changed since, or was changed. */
      readonly sameResults: boolean;
      /** How an older version of the engine told it is not compared. */
      readonly differences: readonly Difference[];
    };

/**
 * Makes a determination again from its frozen facts, by a set of packs: the one it was made from gives the same bytes,
 * of a record of an older engine (`engineVersion`) the same results.
 */
export function replay(record: DeterminationRecord, set: PolicySet, rulebook: Rulebook = createRulebook()): Replay {
  const policy = findPolicy(set, record.packId, record.on);
  if (!policy) return differing([{ path: 'packId', recorded: record.packId, replayed: undefined }]);
  const again = rulebook.determine(policy, record.facts);
  if (!again.ok) {
    const differences = again.issues.map(({ path, en }) => ({
      path: ['facts', ...path].join('.'),
      recorded: valueAt(record.facts, path),
      replayed: en,
    }));
    return differing(differences);
  }
  const replayed = recordDetermination(again.determined, record);
  if (recordText(replayed) === recordText(record)) return { identical: true };
  const results = differencesOf(resultsOf(record), resultsOf(replayed), '');
  const sameResults = results.length === 0;
  const isToldByAnother = record.engineVersion !== ENGINE_VERSION;
  const differences = isToldByAnother ? results : differencesOf(record, replayed, '');
  return { identical: false, sameResults, differences: differences.slice(0, MOST) };
}

/** All but how it is told, and by which engine. */
function resultsOf({
  engineVersion: _,
  explanations: __,
  ...results
}: DeterminationRecord): Partial<DeterminationRecord> {
  return results;
}

function differing(differences: readonly Difference[]): Replay {
  return { identical: false, sameResults: false, differences };
}

const MOST = 200;

function valueAt(value: unknown, [first, ...rest]: readonly (string | number)[]): unknown {
  if (first === undefined || typeof value !== 'object' || value === null) return value;
  return valueAt(Object.entries(value).find(([key]) => key === String(first))?.[1], rest);
}

function differencesOf(recorded: unknown, replayed: unknown, path: string): readonly Difference[] {
  if (!isNode(recorded) || !isNode(replayed) || Array.isArray(recorded) !== Array.isArray(replayed)) {
    return Object.is(recorded, replayed) ? [] : [{ path, recorded, replayed }];
  }
  const [one, other] = [new Map(Object.entries(recorded)), new Map(Object.entries(replayed))];
  return [...new Set([...one.keys(), ...other.keys()])].flatMap((key) =>
    differencesOf(one.get(key), other.get(key), path === '' ? key : `${path}.${key}`),
  );
}

function isNode(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

import type { DatedValue, Pack, Parameter, PolicySet, Rule } from '../pack.ts';
import { CHANGE_KINDS, type ChangeOf, changeKey, type PolicyChange } from './policy-change.ts';

type Packs = PolicySet['packs'];

/**
 * The packs with the changes of a release in them. An open value is ended by the `from` of the one that is added; the
 * old one stays as it was written, because old decisions are explained by it. What is added finds its place by id and
 * day, so that the order of changes does not show in the result. Whether the result may be used is for the checks to say.
 */
export function applyChanges(packs: Packs, changes: readonly PolicyChange[]): Packs {
  return changes.toSorted(byKind).reduce(applied, packs);
}

/** A new pack and a new document come before what stands in them. */
function byKind(one: PolicyChange, other: PolicyChange): number {
  const kinds = CHANGE_KINDS.indexOf(one.kind) - CHANGE_KINDS.indexOf(other.kind);
  return kinds === 0 ? compare(changeKey(one), changeKey(other)) : kinds;
}

function applied(packs: Packs, change: PolicyChange): Packs {
  const pack = packs.get(change.packId) ?? (change.kind === 'pack' ? newPack(change) : undefined);
  if (!pack) return packs;
  return new Map(packs).set(pack.id, changedPack(pack, change));
}

function changedPack(pack: Pack, change: PolicyChange): Pack {
  switch (change.kind) {
    case 'pack':
      return { ...pack, ...change.pack };
    case 'document':
      return {
        ...pack,
        instruments: [...pack.instruments, change.instrument].toSorted(byId),
        clauses: [...pack.clauses, ...change.clauses].toSorted(byId),
      };
    case 'parameterValue':
      return { ...pack, parameters: withValue(pack.parameters, change.target, change.value) };
    case 'ruleVersion':
      return { ...pack, rules: withVersion(pack.rules, change.target, change.version) };
    case 'vector':
      return { ...pack, vectors: withVector(pack.vectors, change.vector) };
  }
}

function withValue(parameters: readonly Parameter[], id: string, value: DatedValue): readonly Parameter[] {
  return withOne(parameters, id, (parameter = { id, definition: null, values: [] }) => ({
    ...parameter,
    values: [...parameter.values, value].toSorted(byDayAndArea),
  }));
}

function withVersion(rules: readonly Rule[], id: string, version: Rule['versions'][number]): readonly Rule[] {
  return withOne(rules, id, (rule = { id, definition: null, versions: [] }) => ({
    ...rule,
    versions: [...rule.versions, version].toSorted((one, other) => compare(one.from, other.from)),
  }));
}

/** A vector keeps its place: others may start from it. A new one comes last, where it may start from all. */
function withVector(vectors: Pack['vectors'], vector: Pack['vectors'][number]): Pack['vectors'] {
  const index = vectors.findIndex(({ id }) => id === vector.id);
  return index < 0 ? [...vectors, vector] : vectors.with(index, vector);
}

function withOne<T extends { readonly id: string }>(
  list: readonly T[],
  id: string,
  make: (old?: T) => T,
): readonly T[] {
  const index = list.findIndex((one) => one.id === id);
  return index < 0 ? [...list, make()].toSorted(byId) : list.with(index, make(list[index]));
}

function byDayAndArea(one: DatedValue, other: DatedValue): number {
  return compare(`${one.from} ${one.area ?? ''}`, `${other.from} ${other.area ?? ''}`);
}

function byId(one: { readonly id: string }, other: { readonly id: string }): number {
  return compare(one.id, other.id);
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

function newPack({ packId, pack }: ChangeOf<'pack'>): Pack {
  return {
    ...pack,
    id: packId,
    instruments: [],
    clauses: [],
    parameters: [],
    rules: [],
    programmes: [],
    procedures: [],
    questions: [],
    vectors: [],
    departments: [],
  };
}

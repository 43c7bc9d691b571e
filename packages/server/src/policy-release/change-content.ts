import type { ChangeContent } from '@yimen/contracts';
import type { PolicyChange } from '@yimen/rules';
import type { StoredChange } from './change-store.ts';

/** A change of the rules package from what was sent; the pack is that of the release. */
export function changeFrom(packId: string, content: ChangeContent): PolicyChange {
  switch (content.kind) {
    case 'parameterValue':
      return { ...content, packId };
    case 'ruleVersion': {
      const { table, ...version } = content.version;
      return { ...content, packId, version: { ...version, ...(table ? { table } : {}) } };
    }
    case 'document': {
      const { instrument } = content;
      return {
        kind: 'document',
        packId,
        instrument,
        clauses: content.clauses.map((clause) => ({ ...clause, instrument: instrument.id })),
      };
    }
    case 'vector': {
      const { facts, expect, ...vector } = content.vector;
      return { kind: 'vector', packId, vector: { ...vector, facts: withEvents(facts), expect: withEvents(expect) } };
    }
  }
}

type Facts = Extract<ChangeContent, { kind: 'vector' }>['vector']['facts'];

function withEvents({ household, members, events = [] }: Facts) {
  return { household, members, events };
}

/** What was stored came from a checked contract; a new pack is written by the platform itself. */
export function storedChange(packId: string, { kind, content }: Pick<StoredChange, 'kind' | 'content'>): PolicyChange {
  if (kind === 'pack') return { ...(content as Extract<PolicyChange, { kind: 'pack' }>), packId };
  return changeFrom(packId, content as ChangeContent);
}

/** What a change is about: id of the parameter, rule, document or example. */
export function targetOf(change: PolicyChange): string {
  switch (change.kind) {
    case 'parameterValue':
    case 'ruleVersion':
      return change.target;
    case 'document':
      return change.instrument.id;
    case 'vector':
      return change.vector.id;
    case 'pack':
      return change.packId;
  }
}

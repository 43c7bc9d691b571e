import type { Text } from '../text.ts';
import type { Clause, Instrument, Pack, PackChain } from './pack.ts';

/** A clause together with the document it stands in. */
export interface ResolvedClause {
  readonly id: string;
  readonly article: Text;
  readonly paraphrase: Text;
  readonly instrument: Instrument;
}

/** Looks in the pack that cites and in those above it, so that a county may cite national law. */
export function findClause(chain: PackChain, citingPackId: string, clauseId: string): ResolvedClause | undefined {
  const start = chain.findIndex((pack) => pack.id === citingPackId);
  const above = chain.slice(Math.max(start, 0));
  const clause = firstIn(above, (pack) => pack.clauses.find((one) => one.id === clauseId));
  const instrument = clause && firstIn(above, (pack) => pack.instruments.find((one) => one.id === clause.instrument));
  return clause && instrument && resolved(clause, instrument);
}

/** As findClause; a pack that passed the check always has it, an unchecked one shows its missing id. */
export function getClause(chain: PackChain, citingPackId: string, clauseId: string): ResolvedClause {
  return findClause(chain, citingPackId, clauseId) ?? missing(clauseId);
}

function firstIn<T>(packs: PackChain, find: (pack: Pack) => T | undefined): T | undefined {
  for (const pack of packs) {
    const found = find(pack);
    if (found) return found;
  }
  return undefined;
}

function resolved(clause: Clause, instrument: Instrument): ResolvedClause {
  return { id: clause.id, article: clause.article, paraphrase: clause.paraphrase, instrument };
}

function missing(id: string): ResolvedClause {
  const nothing = { zh: '', en: '' };
  const instrument: Instrument = {
    id: '',
    title: nothing,
    docNo: null,
    issuer: '',
    issuedOn: null,
    effectiveFrom: '',
    effectiveTo: null,
    sourceUrl: null,
    sourceClass: 'platform-default',
  };
  return { id, article: nothing, paraphrase: nothing, instrument };
}

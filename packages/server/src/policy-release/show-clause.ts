import type { PolicyClause } from '@yimen/contracts';
import { findClause, type PackChain, type ResolvedClause } from '@yimen/rules';

export function showClause({ id, article, paraphrase, instrument }: ResolvedClause): PolicyClause {
  const { title, docNo, effectiveFrom, sourceClass } = instrument;
  return { id, article, paraphrase, instrument: { id: instrument.id, title, docNo, effectiveFrom, sourceClass } };
}

export function findShownClause(chain: PackChain, packId: string, clauseId: string): PolicyClause | null {
  const clause = findClause(chain, packId, clauseId);
  return clause ? showClause(clause) : null;
}

/** Everything that may be cited here, the nearest documents first. */
export function clausesOf(chain: PackChain): PolicyClause[] {
  return chain.flatMap((pack) =>
    pack.clauses.flatMap(({ id }) => {
      const clause = findShownClause(chain, pack.id, id);
      return clause ? [clause] : [];
    }),
  );
}

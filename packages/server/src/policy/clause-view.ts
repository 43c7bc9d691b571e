import type { ClauseView } from '@yimen/contracts';
import { getClause, type PackChain, type ResolvedClause } from '@yimen/rules';

/** A clause as the pack that cites it means it. */
export function clauseView(chain: PackChain, packId: string, clauseId: string): ClauseView {
  return shownClause(getClause(chain, packId, clauseId));
}

export function shownClause({ id, article, paraphrase, instrument }: ResolvedClause): ClauseView {
  return { id, title: instrument.title, docNo: instrument.docNo, article, paraphrase };
}

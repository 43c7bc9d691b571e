import type { TableRule } from '../../decision-table/decision-table.ts';
import type { RuleSource, TableRow } from '../../explanation/explanation.ts';
import { getClause } from '../../policy/find-clause.ts';
import type { PackChain } from '../../policy/pack.ts';
import type { RuleVersion } from '../model/rule-model.ts';

/** The article a version of a rule rests on, and the pack that says so. */
export function ruleSource(
  { clause: clauseId, sentence, fromPack, since, to }: RuleVersion,
  chain: PackChain,
): RuleSource {
  const pack = chain.find(({ id }) => id === fromPack);
  const { id, article, instrument } = getClause(chain, fromPack, clauseId);
  return {
    kind: 'rule',
    packId: fromPack,
    packName: pack?.name ?? { zh: fromPack, en: fromPack },
    packLevel: pack?.level ?? 'nation',
    clauseId: id,
    instrumentTitle: instrument.title,
    docNo: instrument.docNo,
    article: article.zh,
    articleEn: article.en,
    from: since,
    to,
    sourceClass: instrument.sourceClass,
    sentence,
  };
}

/** A row of a decision table, with the article of its own where it names one. */
export function tableRow(
  index: number,
  { clause: clauseId, note }: TableRule,
  { fromPack }: RuleVersion,
  chain: PackChain,
): TableRow {
  const clause = clauseId === undefined ? null : getClause(chain, fromPack, clauseId);
  const basis = clause && {
    clauseId: clause.id,
    instrumentTitle: clause.instrument.title,
    article: { zh: clause.article.zh, en: clause.article.en },
  };
  return { number: index + 1, basis, note: note ?? null };
}

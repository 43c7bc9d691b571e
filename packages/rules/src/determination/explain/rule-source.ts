import type { RuleSource } from '../../explanation/explanation.ts';
import { getClause } from '../../policy/find-clause.ts';
import type { PolicyOn } from '../../policy/policy-on.ts';
import type { RuleVersion } from '../model/rule-model.ts';

/** The article a version of a rule rests on, and the pack that says so. */
export function ruleSource(
  { clause: clauseId, sentence, fromPack, since, to }: RuleVersion,
  policy: PolicyOn,
): RuleSource {
  const pack = policy.chain.find(({ id }) => id === fromPack);
  const { id, article, instrument } = getClause(policy.chain, fromPack, clauseId);
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

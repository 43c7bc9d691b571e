import type { RuleSource } from '../../explanation/explanation.ts';
import { getClause } from '../../policy/find-clause.ts';
import type { PolicyOn } from '../../policy/policy-on.ts';
import type { RuleVersion } from '../model/rule-model.ts';

/** The article a version of a rule rests on, and the pack that says so. */
export function ruleSource({ clause: clauseId, sentence, from, to }: RuleVersion, { chain }: PolicyOn): RuleSource {
  const pack = chain.find(({ clauses }) => clauses.some(({ id }) => id === clauseId)) ?? chain[0];
  const clause = getClause(chain, pack?.id ?? '', clauseId);
  return {
    kind: 'rule',
    packId: pack?.id ?? '',
    packName: pack?.name ?? { zh: '', en: '' },
    packLevel: pack?.level ?? 'nation',
    clauseId: clause.id,
    instrumentTitle: clause.instrument.title,
    docNo: clause.instrument.docNo,
    article: clause.article.zh,
    articleEn: clause.article.en,
    from,
    to,
    sourceClass: clause.instrument.sourceClass,
    sentence,
  };
}

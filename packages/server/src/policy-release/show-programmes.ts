import type { getPolicyPack, ResponseOf } from '@yimen/contracts';
import {
  excludedBeside,
  findDepartment,
  findRuleDefinition,
  type PackChain,
  type PolicyOn,
  type Programme,
  packOfProgramme,
  parameterInWords,
  programmesOf,
  type Text,
} from '@yimen/rules';
import { findShownClause } from './show-clause.ts';

type Shown = ResponseOf<typeof getPolicyPack>['programmes'][number];

/** What each programme asks for, who leads it and within which limits: its card. */
export function showProgrammes(policy: PolicyOn): Shown[] {
  const all = programmesOf(policy);
  return all.map((programme) => {
    const { id, name, category, leadDuty, determination, documents, limits, clauses } = programme;
    return {
      id,
      name,
      category,
      leadName: findDepartment(policy, leadDuty)?.name ?? null,
      eligible: labelOf(policy.chain, determination?.eligible),
      amount: labelOf(policy.chain, determination?.amount),
      documents: documents.map(({ label }) => label),
      limits: limits.map(({ label, parameter }) => ({ label, words: parameterInWords(policy, parameter) })),
      excludes: excludedBeside(policy.chain, programme).map((other) => nameOf(all, other)),
      clauses: clauses.flatMap(
        (clause) => findShownClause(policy.chain, packOfProgramme(policy.chain, programme)?.id ?? '', clause) ?? [],
      ),
    };
  });
}

function labelOf(chain: PackChain, rule: string | null | undefined): Text | null {
  return rule ? (findRuleDefinition(chain, rule)?.label ?? { zh: rule, en: rule }) : null;
}

function nameOf(all: readonly Programme[], id: string): Text {
  return all.find((one) => one.id === id)?.name ?? { zh: id, en: id };
}

import type { listCaseFacts as contract, KnownFactView, ResponseOf } from '@yimen/contracts';
import { type FactValue, figureInWords, findQuestion, type PolicyOn, type Question, RULE_SCOPES } from '@yimen/rules';
import { findCase, policyFor } from '../casework/index.ts';
import type { Act } from '../platform/http/implement.ts';
import { refused } from '../platform/refused.ts';
import type { Services } from '../services.ts';
import type { Known, KnownFact } from './known-facts.ts';
import { loadKnownFacts } from './load-known-facts.ts';

export async function listCaseFacts(
  services: Services,
  act: Act<typeof contract>,
): Promise<ResponseOf<typeof contract>> {
  const found = await findCase(act.tx, act.params.id);
  if (!found) throw refused('NOT_FOUND');
  act.note({ subjectType: 'case', subjectId: found.id });
  // Answers of the contract's own shape, written by the assessment before.
  const answers = found.urgency_answers as Readonly<Record<string, FactValue>>;
  const known = await loadKnownFacts(services.vault, act.tx, found, answers);
  const policy = policyFor(services, found.region_code, act.now);
  return {
    members: known.members.map(({ personId, name }) => ({ personId, name })),
    items: known.facts.flatMap((fact) => viewOf(fact, known, policy)).toSorted(byWhom),
  };
}

/** The household, its members in turn, the event; of each in the order it was learned. */
function byWhom(one: KnownFactView, other: KnownFactView): number {
  return RULE_SCOPES.indexOf(one.on) - RULE_SCOPES.indexOf(other.on) || one.index - other.index;
}

/** What the place does not ask for is not shown: it has no words here. */
function viewOf(fact: KnownFact, { members }: Known, policy: PolicyOn): readonly KnownFactView[] {
  const question = findQuestion(policy, fact.id);
  if (question?.on !== fact.on) return [];
  const { on, index, id, value, provenance, row } = fact;
  const member = on === 'person' ? members[index] : undefined;
  return [
    {
      on,
      index,
      id,
      value,
      provenance,
      label: question.label,
      words: factWords(question, value),
      factId: row?.id ?? null,
      personId: member?.personId ?? null,
      personName: member?.name ?? null,
      provenanceNote: row?.provenance_note ?? null,
      recordedAt: row?.recorded_at.toISOString() ?? null,
      recordedBy: row?.recorded_by ?? null,
    },
  ];
}

/** An answer as it is said. */
export function factWords(question: Question, value: FactValue): { zh: string; en: string } {
  if (value === null) return { zh: '尚不清楚', en: 'not yet known' };
  const option = question.options.find((one) => one.id === value);
  if (option) return option.label;
  return figureInWords({ value, unit: question.unit, per: question.per, label: question.label });
}

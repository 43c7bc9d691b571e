import {
  classifyUrgency,
  createRulebook,
  findPolicy,
  type PolicyOn,
  readValue,
  resolveTable,
  type UrgencyFacts,
} from '@yimen/rules';
import { describe, expect, test } from 'vitest';
import { loadPolicySet, POLICIES_DIRECTORY } from './index.ts';

const set = loadPolicySet(POLICIES_DIRECTORY);
const rulebook = createRulebook();

/** The table of a place decides how urgent a report is; the rules show the same in a screening. */
describe.each([...set.packs.keys()])('%s', (packId) => {
  test('the urgency rules and the table of conditions agree on every combination of answers', () => {
    const policy = policyOf(packId);
    const combinations = combinationsOf(questionsOf(policy));
    expect(combinations).toHaveLength(3 ** 6);
    for (const answers of combinations) {
      expect({ answers, ...byRules(policy, answers) }).toEqual({ answers, ...byTable(policy, answers) });
    }
  });
});

type Answers = Readonly<Record<string, boolean | null>>;

function policyOf(packId: string): PolicyOn {
  const policy = findPolicy(set, packId, '2026-03-01');
  if (!policy) throw new Error(`no policy for ${packId}`);
  return policy;
}

function questionsOf(policy: PolicyOn): readonly string[] {
  const table = resolveTable(policy, 'urgentRelief.urgencyConditions');
  return table.known ? [...new Set(table.value.map((row) => String(row['question'])))] : [];
}

function combinationsOf(questions: readonly string[]): readonly Answers[] {
  return questions.reduce<readonly Answers[]>(
    (all, question) => all.flatMap((one) => [true, false, null].map((answer) => ({ ...one, [question]: answer }))),
    [{}],
  );
}

function byTable(policy: PolicyOn, answers: Answers) {
  const facts: UrgencyFacts = Object.fromEntries(
    Object.entries(answers).flatMap(([id, value]) =>
      value === null ? [] : [[id, { value, provenance: 'stated' as const }]],
    ),
  );
  const decision = classifyUrgency(facts, policy);
  if (!decision.allowed) throw new Error(decision.code);
  const { established, possible } = decision.figures;
  return { urgencyClass: established === possible ? established : null, established, possible };
}

function byRules(policy: PolicyOn, answers: Answers) {
  const result = rulebook.determine(policy, { household: {}, members: [{}], events: [answers] });
  if (!result.ok) throw new Error(result.issues.map(({ en }) => en).join());
  const { rules, values } = result.determined;
  const life = readValue(rules, values, 'isLifeThreatening', 0);
  const urgent = readValue(rules, values, 'isUrgentNow', 0);
  return {
    urgencyClass: readValue(rules, values, 'urgencyClass', 0),
    established: classOf(life === true, urgent === true),
    possible: classOf(life !== false, urgent !== false),
  };
}

function classOf(isLifeThreatening: boolean, isUrgent: boolean): string {
  if (isLifeThreatening) return 'lifeThreatening';
  return isUrgent ? 'urgent' : 'ordinary';
}

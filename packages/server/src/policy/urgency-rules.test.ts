import {
  classifyUrgency,
  createRulebook,
  findPolicy,
  findQuestion,
  type PolicyOn,
  readValue,
  type UrgencyClass,
  urgencyQuestions,
} from '@yimen/rules';
import { describe, expect, test } from 'vitest';
import { loadPolicySet, POLICIES_DIRECTORY } from './index.ts';

const set = loadPolicySet(POLICIES_DIRECTORY);
const rulebook = createRulebook();

const LIFE = ['lifeInDanger', 'violenceOrSelfHarm'];
const URGENT = ['noFoodOrShelter', 'treatmentStopped', 'dependantLeftAlone', 'homeLost'];

describe.each([...set.packs.keys()])('%s', (packId) => {
  test('asks six questions at intake, two of them first, and each can be asked', () => {
    const policy = policyOf(packId);
    const questions = urgencyQuestions(rulebook.rulesOn(policy));
    expect(questions).toEqual([
      ...LIFE.map((id) => ({ id, raises: 'lifeThreatening' })),
      ...URGENT.map((id) => ({ id, raises: 'urgent' })),
    ]);
    expect(questions.filter(({ id }) => findQuestion(policy, id)?.on !== 'event')).toEqual([]);
  });

  test('the class of every combination of answers is the highest a yes points to, and none is guessed', () => {
    const policy = policyOf(packId);
    const combinations = combinationsOf([...LIFE, ...URGENT]);
    expect(combinations).toHaveLength(3 ** 6);
    for (const answers of combinations) {
      expect({ answers, ...classify(policy, answers) }).toEqual({ answers, ...expected(answers) });
    }
  });
});

type Answers = Readonly<Record<string, boolean | null>>;

function policyOf(packId: string): PolicyOn {
  const policy = findPolicy(set, packId, '2026-03-01');
  if (!policy) throw new Error(`no policy for ${packId}`);
  return policy;
}

function combinationsOf(questions: readonly string[]): readonly Answers[] {
  return questions.reduce<readonly Answers[]>(
    (all, question) => all.flatMap((one) => [true, false, null].map((answer) => ({ ...one, [question]: answer }))),
    [{}],
  );
}

function classify(policy: PolicyOn, answers: Answers) {
  const result = rulebook.determine(policy, { household: {}, members: [{}], events: [answers] });
  if (!result.ok) throw new Error(result.issues.map(({ en }) => en).join());
  const { rules, values } = result.determined;
  const decision = classifyUrgency(result.determined);
  if (!decision.allowed) throw new Error(decision.code);
  return { urgencyClass: readValue(rules, values, 'urgencyClass', 0), ...decision.figures };
}

function expected(answers: Answers) {
  const established = highest(answers, (answer) => answer === true);
  const possible = highest(answers, (answer) => answer !== false);
  const open = { lifeThreatening: [], urgent: LIFE, ordinary: [...LIFE, ...URGENT] }[established];
  return {
    urgencyClass: established === possible ? established : null,
    established,
    possible,
    unknownFacts: open.filter((id) => answers[id] === null),
  };
}

function highest(answers: Answers, counts: (answer: boolean | null | undefined) => boolean): UrgencyClass {
  if (LIFE.some((id) => counts(answers[id]))) return 'lifeThreatening';
  return URGENT.some((id) => counts(answers[id])) ? 'urgent' : 'ordinary';
}

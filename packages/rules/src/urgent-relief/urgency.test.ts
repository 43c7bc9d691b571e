import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aPack, aParameter, aQuestion, aRule, policyOf } from '../../testing/a-policy.ts';
import { outlineOf } from '../../testing/outline.ts';
import { titleOf } from '../../testing/vectors.ts';
import { createRulebook } from '../determination/place/rulebook.ts';
import { classifyUrgency, urgencyQuestions } from './classify-urgency.ts';
import { decideAidKind } from './decide-aid-kind.ts';
import { decideReceivingPlace } from './decide-receiving-place.ts';

const kinds = ['fire', 'flood', 'illness'].map((id) => ({ id, label: { zh: id, en: id } }));
const words = { zh: '没有吃住', en: 'no food or shelter' };
const pack = aPack({
  questions: [
    aQuestion('lifeInDanger', 'flag', { on: 'event' }),
    aQuestion('noFoodOrShelter', 'flag', { on: 'event', label: words }),
    aQuestion('eventKind', 'text', { on: 'event', options: kinds }),
    aQuestion('elsewhere', 'flag', { on: 'event' }),
    aQuestion('livesAlone', 'flag'),
  ],
  rules: [
    aRule('isLifeThreatening', 'flag', 'lifeInDanger', { on: 'event' }),
    aRule('isBurning', 'flag', 'eventKind = "fire" and not(elsewhere)', { on: 'event' }),
    aRule('isUrgentNow', 'flag', 'noFoodOrShelter or isBurning or household.livesAlone and false', { on: 'event' }),
  ],
});
const policy = { chain: [pack], on: '2026-03-01', version: 'test' };
const rulebook = createRulebook();

type Answers = Readonly<Record<string, boolean | string>>;

function decide(answers: Answers, on = policy) {
  const result = rulebook.determine(on, { household: {}, members: [{}], events: [answers] });
  if (!result.ok) throw new Error(result.issues.map(({ en }) => en).join());
  return classifyUrgency(result.determined);
}

function classify(answers: Answers) {
  const decision = decide(answers);
  if (!decision.allowed) throw new Error(decision.code);
  return decision.figures;
}

const NOT_BURNING = { eventKind: 'flood', elsewhere: false } as const;

describe('2020意见 第14条: urgency class', () => {
  test('asks what the rules read of the event, through other rules too, those for the highest class first', () => {
    expect(urgencyQuestions(rulebook.rulesOn(policy))).toEqual([
      { id: 'lifeInDanger', raises: 'lifeThreatening' },
      { id: 'noFoodOrShelter', raises: 'urgent' },
      { id: 'eventKind', raises: 'urgent' },
      { id: 'elsewhere', raises: 'urgent' },
    ]);
  });

  test('danger to life decides at once, whatever is unknown', () => {
    expect(classify({ lifeInDanger: true })).toEqual({
      established: 'lifeThreatening',
      possible: 'lifeThreatening',
      unknownFacts: [],
    });
  });

  test('unknown facts are listed, those for the highest class first', () => {
    expect(classify({})).toEqual({
      established: 'ordinary',
      possible: 'lifeThreatening',
      unknownFacts: ['lifeInDanger', 'noFoodOrShelter', 'eventKind', 'elsewhere'],
    });
  });

  test('what can no longer change the class is not asked', () => {
    expect(classify({ lifeInDanger: false, noFoodOrShelter: true })).toEqual({
      established: 'urgent',
      possible: 'urgent',
      unknownFacts: [],
    });
    expect(classify({ eventKind: 'fire', elsewhere: false }).unknownFacts).toEqual(['lifeInDanger']);
    const answered = { lifeInDanger: false, noFoodOrShelter: false };
    expect(classify(answered).unknownFacts).toEqual(['eventKind', 'elsewhere']);
  });

  test('everything answered with no is ordinary', () => {
    expect(classify({ lifeInDanger: false, noFoodOrShelter: false, ...NOT_BURNING })).toEqual({
      established: 'ordinary',
      possible: 'ordinary',
      unknownFacts: [],
    });
  });

  test('urgent stays possible while one of its conditions is not known, and one that holds ends the asking', () => {
    const noDanger = { lifeInDanger: false };
    expect(classify(noDanger)).toMatchObject({ established: 'ordinary', possible: 'urgent' });
    expect(classify({ ...noDanger, eventKind: 'fire', elsewhere: false })).toMatchObject({
      established: 'urgent',
      possible: 'urgent',
    });
  });

  test('"ordinary" is said for certain only when nothing unknown can raise it', () => {
    expect(decide({}).explanation.outcome).toBe('unknown');
    expect(decide({ noFoodOrShelter: true }).explanation.outcome).toBe('yes');
    expect(decide({ lifeInDanger: false, noFoodOrShelter: false, ...NOT_BURNING }).explanation).toMatchObject({
      id: 'urgency.is.ordinary',
      outcome: 'yes',
    });
  });

  test('without rules for the day the class is not guessed', () => {
    const rules = pack.rules.filter(({ id }) => id !== 'isUrgentNow');
    const without = { ...policy, version: 'without', chain: [{ ...pack, rules }] };
    expect(decide({ lifeInDanger: true }, without)).toMatchObject({
      code: 'POLICY_UNKNOWN',
      facts: { parameter: 'isUrgentNow', on: '2026-03-01' },
    });
    expect(decide({ lifeInDanger: true }, { ...policy, on: '2014-04-30' })).toMatchObject({ code: 'POLICY_UNKNOWN' });
  });

  test('property: learning one more fact never widens what is possible nor lowers what is established', () => {
    const order = ['ordinary', 'urgent', 'lifeThreatening'];
    const answers = fc.record(
      {
        lifeInDanger: fc.boolean(),
        noFoodOrShelter: fc.boolean(),
        eventKind: fc.constantFrom('fire', 'illness'),
        elsewhere: fc.boolean(),
      },
      { requiredKeys: [] },
    );
    const questions = ['lifeInDanger', 'noFoodOrShelter', 'eventKind', 'elsewhere'] as const;
    fc.assert(
      fc.property(answers, fc.constantFrom(...questions), (all, hidden) => {
        const { [hidden]: _, ...fewer } = all;
        const before = classify(fewer);
        const after = classify(all);
        expect(order.indexOf(after.established)).toBeGreaterThanOrEqual(order.indexOf(before.established));
        expect(order.indexOf(after.possible)).toBeLessThanOrEqual(order.indexOf(before.possible));
      }),
    );
  });
});

describe('2020意见 第15条: urgent or by expenditure', () => {
  test.each([
    [true, true, 'urgent'],
    [false, true, 'expenditure'],
    [true, false, 'expenditure'],
    [false, null, 'expenditure'],
    [null, true, 'unknown'],
    [true, null, 'unknown'],
  ])('sudden %s, needed at once %s: %s', (suddenEvent, immediateNeed, kind) => {
    expect(decideAidKind({ suddenEvent, immediateNeed }).kind).toBe(kind);
  });

  test(titleOf('T-089'), () => {
    expect(decideAidKind({ suddenEvent: false, immediateNeed: false }).kind).toBe('expenditure');
  });
});

describe('2020意见 第14条: which place handles it', () => {
  const handles = (value: boolean) => policyOf(aParameter('urgentRelief.incidentPlaceHandles', 'flag', value));
  const worker = { aidKind: 'urgent', incidentHere: true, hukouHere: false, permitHere: false } as const;

  test(titleOf('T-098'), () => {
    expect(decideReceivingPlace(worker, handles(true))).toMatchObject({ figures: { way: 'here' } });
    expect(decideReceivingPlace(worker, handles(false))).toMatchObject({
      allowed: true,
      figures: { way: 'helpOnward' },
    });
  });

  test.each([
    [{ ...worker, incidentHere: false, hukouHere: true }, 'here'],
    [{ ...worker, aidKind: 'expenditure' }, 'helpOnward'],
    [{ ...worker, incidentHere: false, permitHere: null }, 'unknown'],
    [{ ...worker, incidentHere: null, permitHere: true }, 'here'],
  ] as const)('%j is handled %s', (facts, way) => {
    expect(decideReceivingPlace(facts, handles(true))).toMatchObject({ figures: { way } });
  });
});

test('the class is explained condition by condition, in the words of the place, as told by the officer', () => {
  const { explanation } = decide({ noFoodOrShelter: true, eventKind: 'flood', elsewhere: false });
  expect(outlineOf(explanation)).toEqual([
    'urgency.is.urgent: yes',
    '  isLifeThreatening: unknown (nation law.1)',
    '    lifeInDanger: unknown (officer)',
    '  isUrgentNow: yes (nation law.1)',
    '    noFoodOrShelter: yes (officer)',
  ]);
  const [asked] = explanation.children[1]?.children ?? [];
  expect(asked).toMatchObject({ label: words, value: true });
  expect(asked).not.toHaveProperty('who');
  expect(outlineOf(decide({ lifeInDanger: true }).explanation)).toEqual([
    'urgency.is.lifeThreatening: yes',
    '  isLifeThreatening: yes (nation law.1)',
    '    lifeInDanger: yes (officer)',
  ]);
});

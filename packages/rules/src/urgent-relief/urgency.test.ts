import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aParameter, policyOf } from '../../testing/a-policy.ts';
import { outlineOf } from '../../testing/outline.ts';
import { titleOf } from '../../testing/vectors.ts';
import { classifyUrgency, type UrgencyFacts } from './classify-urgency.ts';
import { decideAidKind } from './decide-aid-kind.ts';
import { decideReceivingPlace } from './decide-receiving-place.ts';

const row = (id: string, urgencyClass: string, question: string, equals = 'yes') => ({
  id,
  class: urgencyClass,
  question,
  equals,
  labelZh: id,
  labelEn: id,
});
const policy = policyOf(
  aParameter('urgentRelief.urgencyConditions', 'table', [
    row('danger', 'lifeThreatening', 'lifeInDanger'),
    row('hunger', 'urgent', 'noFoodOrShelter'),
    row('fire', 'urgent', 'eventKind', 'fire'),
  ]),
);

const QUESTIONS = ['lifeInDanger', 'noFoodOrShelter', 'eventKind'] as const;
const known = (facts: Readonly<Record<string, boolean | string>>): UrgencyFacts =>
  Object.fromEntries(Object.entries(facts).map(([id, value]) => [id, { value, provenance: 'stated' as const }]));

function classify(facts: UrgencyFacts) {
  const decision = classifyUrgency(facts, policy);
  if (!decision.allowed) throw new Error(decision.code);
  return decision.figures;
}

describe('2020意见 第14条: urgency class', () => {
  test('danger to life decides at once, whatever is unknown', () => {
    expect(classify(known({ lifeInDanger: true }))).toEqual({
      established: 'lifeThreatening',
      possible: 'lifeThreatening',
      decidedBy: ['danger'],
      unknownFacts: [],
    });
  });

  test('unknown facts are listed, those for the highest class first', () => {
    expect(classify({})).toEqual({
      established: 'ordinary',
      possible: 'lifeThreatening',
      decidedBy: [],
      unknownFacts: ['lifeInDanger', 'noFoodOrShelter', 'eventKind'],
    });
  });

  test('what can no longer change the class is not asked', () => {
    expect(classify(known({ lifeInDanger: false, noFoodOrShelter: true }))).toEqual({
      established: 'urgent',
      possible: 'urgent',
      decidedBy: ['hunger'],
      unknownFacts: [],
    });
    expect(classify(known({ eventKind: 'fire' })).unknownFacts).toEqual(['lifeInDanger']);
  });

  test('everything answered with no is ordinary', () => {
    const facts = known({ lifeInDanger: false, noFoodOrShelter: false, eventKind: 'illness' });
    expect(classify(facts)).toMatchObject({ established: 'ordinary', possible: 'ordinary', unknownFacts: [] });
  });

  test('"ordinary" is said for certain only when nothing unknown can raise it; answers carry their provenance', () => {
    const of = (facts: Readonly<Record<string, boolean | string>>) => classifyUrgency(known(facts), policy).explanation;
    expect(of({}).outcome).toBe('unknown');
    expect(of({ noFoodOrShelter: true }).outcome).toBe('yes');
    const answered = of({ lifeInDanger: false, noFoodOrShelter: false, eventKind: 'illness' });
    expect(answered).toMatchObject({
      id: 'urgency.is.ordinary',
      outcome: 'yes',
      children: [
        {
          outcome: 'no',
          children: [{ outcome: 'no', children: [{ value: false, source: { provenance: 'stated' } }] }],
        },
        {
          outcome: 'no',
          children: [{ children: [{ value: false }] }, { children: [{ value: 'illness', unit: 'text' }] }],
        },
      ],
    });
  });

  test('without conditions the class is not guessed', () => {
    expect(classifyUrgency({}, policyOf())).toMatchObject({ code: 'POLICY_UNKNOWN' });
  });

  test('property: learning one more fact never widens what is possible nor lowers what is established', () => {
    const order = ['ordinary', 'urgent', 'lifeThreatening'];
    const answers = fc.record(
      { lifeInDanger: fc.boolean(), noFoodOrShelter: fc.boolean(), eventKind: fc.constantFrom('fire', 'illness') },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(answers, fc.constantFrom(...QUESTIONS), (all, hidden) => {
        const { [hidden]: _, ...fewer } = all;
        const before = classify(known(fewer));
        const after = classify(known(all));
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

test('the class is explained condition by condition, in the words of the place', () => {
  const named = { ...row('hunger', 'urgent', 'noFoodOrShelter'), labelZh: '没有吃住', labelEn: 'no food or shelter' };
  const table = [row('danger', 'lifeThreatening', 'lifeInDanger'), named, row('fire', 'urgent', 'eventKind', 'fire')];
  const on = policyOf(aParameter('urgentRelief.urgencyConditions', 'table', table));
  const { explanation } = classifyUrgency(known({ noFoodOrShelter: false, eventKind: 'flood' }), on);
  expect(outlineOf(explanation)).toEqual([
    'urgency.is.ordinary: unknown',
    '  urgency.lifeThreatening: unknown',
    '    urgency.danger: unknown (nation law.1)',
    '  urgency.urgent: no',
    '    urgency.hunger: no (nation law.1)',
    '      noFoodOrShelter: false flag (stated)',
    '    urgency.fire: no (nation law.1)',
    '      eventKind: "flood" text (stated)',
  ]);
  expect(explanation.children[1]?.children[0]?.label).toEqual({ zh: '没有吃住', en: 'no food or shelter' });
});

test('urgent stays possible while one of its conditions is not known, and one that holds ends the asking', () => {
  const noDanger = { lifeInDanger: false };
  expect(classify(known(noDanger))).toMatchObject({ established: 'ordinary', possible: 'urgent' });
  expect(classify(known({ ...noDanger, noFoodOrShelter: false, eventKind: 'flood' }))).toMatchObject({
    established: 'ordinary',
    possible: 'ordinary',
  });
  expect(classify(known({ ...noDanger, eventKind: 'fire' }))).toMatchObject({
    established: 'urgent',
    possible: 'urgent',
  });
});

test('a row that is not whole decides nothing by accident', () => {
  const torn = policyOf(
    aParameter('urgentRelief.urgencyConditions', 'table', [{ class: 'urgent', id: 5, equals: 'yes' }]),
  );
  const decision = classifyUrgency(known({ eventKind: true }), torn);
  expect(decision).toMatchObject({ figures: { established: 'ordinary', possible: 'urgent', unknownFacts: [''] } });
});

import type { UrgentReliefPanel } from '@yimen/contracts';
import { expect, test } from 'vitest';
import { type GrantValues, grantBody, needsOverride } from './grant-input.ts';

const VALUES: GrantValues = {
  level: 'village',
  amountFen: 100_000,
  payeePersonId: '00000000-0000-4000-8000-000000000001',
  method: 'cash',
  purpose: '火灾急难救助',
};

test('three fields make a grant; everything else stays empty', () => {
  expect(grantBody(VALUES)).toMatchObject({
    form: 'money',
    items: [],
    stages: [],
    followUp: null,
    emergencyOverride: null,
  });
});

test('goods count with their value, not with the amount typed before', () => {
  const items = [
    { name: '棉被', quantity: 3, unit: '床', valueFen: 45_000 },
    { name: '大米', quantity: 2, unit: '袋', valueFen: 12_000 },
  ];
  expect(grantBody({ ...VALUES, method: 'kind', items })).toMatchObject({ form: 'kind', amountFen: 57_000 });
});

test('a reason of blanks is no reason', () => {
  expect(grantBody({ ...VALUES, overrideReason: '  ', newFact: ' ' })).toMatchObject({
    followUp: null,
    emergencyOverride: null,
  });
});

const LADDER = {
  requireExhaustion: true,
  steps: [
    { level: 'village', open: true, roomFen: 100_000 },
    { level: 'township', open: false, roomFen: 200_000 },
    { level: 'county', open: false, roomFen: 0 },
  ],
} as unknown as UrgentReliefPanel['ladder']; // the words of the steps play no part

test('a level above one with room needs an override; a level without room is not helped by one', () => {
  expect(needsOverride(LADDER, 'village')).toBe(false);
  expect(needsOverride(LADDER, 'township')).toBe(true);
  expect(needsOverride(LADDER, 'county')).toBe(false);
});

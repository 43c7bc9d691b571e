import { describe, expect, test } from 'vitest';
import { aParameter, policyOf } from '../../testing/a-policy.ts';
import { decideSameEvent, type EarlierAid, type SameEventRequest } from './decide-same-event.ts';

const policy = policyOf(aParameter('urgentRelief.sameEventWindowDays', 'calendarDays', 180));

const paid: EarlierAid = {
  grantId: 'g1',
  kind: 'fire',
  occurredOn: '2026-02-01',
  documents: ['invoice-1'],
  paidFen: 260_000,
  paidOn: '2026-02-02',
};

function ask(request: Partial<SameEventRequest>) {
  return decideSameEvent(
    { kind: 'fire', occurredOn: '2026-02-01', documents: [], earlier: [paid], ...request },
    policy,
  );
}

describe('国发〔2014〕47号: the same event is not aided twice', () => {
  test('the earlier payment is shown', () => {
    expect(ask({})).toMatchObject({
      code: 'SAME_EVENT',
      facts: { grantId: 'g1', paidFen: 260_000, paidOn: '2026-02-02', totalPaidFen: 260_000 },
    });
  });

  test('a new fact allows follow-up aid (2020意见 第15条), an empty one does not', () => {
    expect(ask({ newFact: '伤口感染，再次住院' })).toMatchObject({
      allowed: true,
      figures: { followUp: true, earlierGrantIds: ['g1'], earlierPaidFen: 260_000 },
    });
    expect(ask({ newFact: '  ' })).toMatchObject({ code: 'REASON_NEEDED' });
  });

  test.each([
    ['another kind', { kind: 'illness' }, true],
    ['the last day of the window', { occurredOn: '2026-07-31' }, false],
    ['the day after the window', { occurredOn: '2026-08-01' }, true],
    ['an earlier event reported later', { occurredOn: '2025-08-05' }, false],
    ['stated to be another fire', { statedSeparate: true }, true],
  ])('%s', (_, request, allowed) => {
    expect(ask(request).allowed).toBe(allowed);
  });

  test('the same invoice proves it at any distance and whatever is stated', () => {
    const request = { kind: 'illness', occurredOn: '2027-12-01', documents: ['invoice-1'], statedSeparate: true };
    expect(ask(request)).toMatchObject({ code: 'EVIDENCE_REUSED', facts: { grantId: 'g1' } });
    expect(ask({ ...request, newFact: '复发' })).toMatchObject({ allowed: true, figures: { followUp: true } });
  });

  test('one paper of several is enough, of one earlier event among several', () => {
    const other = { ...paid, grantId: 'g0', documents: ['invoice-7', 'invoice-8'] };
    const request = { earlier: [other, paid], documents: ['invoice-8', 'invoice-9'] };
    expect(ask(request)).toMatchObject({ code: 'EVIDENCE_REUSED' });
    expect(ask({ ...request, documents: ['invoice-9'] })).toMatchObject({ code: 'SAME_EVENT' });
  });

  test('the latest of several is shown, with the sum of all', () => {
    const later = { ...paid, grantId: 'g2', paidFen: 40_000, paidOn: '2026-03-01' };
    expect(ask({ earlier: [later, paid] })).toMatchObject({
      facts: { grantId: 'g2', paidFen: 40_000, totalPaidFen: 300_000 },
    });
  });

  test('the explanation is met without earlier aid or with a new fact, not met otherwise', () => {
    expect(ask({ earlier: [] }).explanation).toMatchObject({ outcome: 'yes', children: [{ outcome: 'yes' }] });
    expect(ask({ newFact: '复发' }).explanation).toMatchObject({
      outcome: 'yes',
      children: [{ outcome: 'no' }, { outcome: 'yes' }],
    });
    expect(ask({}).explanation).toMatchObject({ outcome: 'no', children: [{ outcome: 'no' }, { outcome: 'no' }] });
  });

  test('nothing earlier, nothing in the way; no window, no guess', () => {
    expect(ask({ earlier: [] })).toMatchObject({ allowed: true, figures: { followUp: false } });
    const request = { kind: 'fire', occurredOn: '2026-02-01', documents: [], earlier: [] };
    expect(decideSameEvent(request, policyOf())).toMatchObject({ code: 'POLICY_UNKNOWN' });
  });
});

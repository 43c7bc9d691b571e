import { describe, expect, test } from 'vitest';
import { aParameter, policyOf } from '../../testing/a-policy.ts';
import { officialCalendar as calendar } from '../../testing/official-calendar.ts';
import { checkText, titleOf } from '../../testing/vectors.ts';
import { type AidPaid, papersAfter } from './papers-after.ts';

const paper = (id: string, when: readonly string[]) => ({ id, labelZh: id, labelEn: id, provider: 'applicant', when });
const papers = aParameter('urgentRelief.papers', 'table', [
  paper('identity', ['always']),
  paper('receipt', ['cash', 'inKind']),
  paper('overrideNote', ['override']),
]);
const within = aParameter('urgentRelief.papersWithin', 'limit', '10 workingDays');
const check = aParameter('urgentRelief.afterCheckWithin', 'limit', '5 workingDays');
const warn = aParameter('clock.warnBefore', 'limit', '2 workingDays');
const policy = policyOf(papers, within, check, warn);

function after(aid: Partial<AidPaid>, on = policy) {
  const paid: AidPaid = { paidAt: '2020-01-22T03:00:00Z', form: 'bank', overrideUsed: false, heldPaperIds: [], ...aid };
  return papersAfter(paid, on, calendar);
}

function idsOf(aid: Partial<AidPaid>): readonly string[] {
  const decision = after(aid);
  return decision.allowed ? decision.figures.duties.map((duty) => duty.paperId) : [decision.code];
}

describe('2020意见 第15条: aid first, papers after', () => {
  test(titleOf('T-092'), () => {
    const decision = after({});
    expect(decision).toMatchObject({
      allowed: true,
      figures: { duties: [{ dueOn: checkText('T-092', 'd10') }], afterCheck: null },
    });
  });

  test('which papers are owed depends on how it was paid and what is held', () => {
    expect(idsOf({})).toEqual(['identity']);
    expect(idsOf({ form: 'cash' })).toEqual(['identity', 'receipt']);
    expect(idsOf({ form: 'inKind', heldPaperIds: ['identity'] })).toEqual(['receipt']);
    expect(idsOf({ overrideUsed: true })).toEqual(['identity', 'overrideNote']);
    expect(idsOf({ heldPaperIds: ['identity'] })).toEqual([]);
  });

  test('an override opens an after-the-fact check with its own limit', () => {
    expect(after({ overrideUsed: true })).toMatchObject({
      figures: { afterCheck: { dueOn: '2020-02-06', clauseId: 'law.1' } },
    });
  });

  test('every duty says until when, when it warns and by which clause', () => {
    expect(after({ form: 'cash' })).toMatchObject({
      explanation: {
        outcome: 'yes',
        children: [{ value: '10 workingDays' }, { value: '2020-02-13', unit: 'date' }, {}],
      },
      figures: {
        duties: [
          {
            provider: 'applicant',
            dueAt: '2020-02-13T16:00:00.000Z',
            warnAt: '2020-02-10T16:00:00.000Z',
            clauseId: 'law.1',
          },
          { paperId: 'receipt', provisional: false },
        ],
      },
    });
  });

  test('a missing limit refuses instead of guessing a day', () => {
    expect(after({}, policyOf(papers, check, warn))).toMatchObject({
      code: 'POLICY_UNKNOWN',
      facts: { parameter: 'urgentRelief.papersWithin' },
    });
  });
});

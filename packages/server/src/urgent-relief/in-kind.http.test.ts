import * as contract from '@yimen/contracts';
import { describe, expect, test } from 'vitest';
import { startTestApi } from '../platform/testing/api.ts';
import { reliefActs, smallCounty } from '../testing/index.ts';

const api = await startTestApi({ now: '2026-03-02T02:00:00.000Z' });
const county = await smallCounty(api);
const { openCase, panel, propose, approve, handOut } = reliefActs(api, county);

const QUILTS = { name: '棉被', quantity: 3, unit: '床', valueFen: 45_000 };
const RICE = { name: '大米', quantity: 2, unit: '袋', valueFen: 12_000 };
const GOODS = { form: 'kind', method: 'kind', amountFen: 57_000, items: [QUILTS, RICE] } as const;

async function society() {
  const session = await county.as('society.keeper');
  const { body } = await api.call(contract.getFund, { params: { id: county.funds.society } }, { session });
  return body;
}

describe('Aid in kind', () => {
  test('goods are approved and handed out like money: they count for the caps, the ledger and the papers', async () => {
    const before = await society();
    const { caseId } = await openCase();
    const made = await propose(caseId, { ...GOODS, items: [...GOODS.items] });
    expect(made.problem?.code).toBeUndefined();
    const { grantId } = made.body;
    expect((await approve(grantId, 'society.keeper')).body.state).toBe('approved');
    const ordered = await panel(caseId);
    expect(ordered.grants[0]).toMatchObject({ form: 'kind', method: 'kind', items: [QUILTS, RICE] });
    expect(ordered.grants[0]?.payments).toMatchObject([{ method: 'kind', state: 'approved', amountFen: 57_000 }]);
    expect(ordered.ladder.steps[0]).toMatchObject({ level: 'village', grantedFen: 57_000, roomFen: 43_000 });
    const reserved = await society();
    expect(reserved.availableFen - before.availableFen).toBe(-57_000);
    expect(reserved.reservedFen - before.reservedFen).toBe(57_000);

    const paid = await handOut(caseId, grantId, 'society.keeper');
    expect(paid.problem?.code).toBeUndefined();
    const after = await panel(caseId);
    expect(after.grants[0]).toMatchObject({ state: 'paid', payments: [{ state: 'paid', signedBy: '本人' }] });
    expect(paid.body.papersDue).toBe(after.papers.length);
    // Signed for, as cash is.
    expect(after.papers.map((paper) => paper.paperId)).toContain('receipt');
    const spent = await society();
    expect([spent.reservedFen - before.reservedFen, spent.spentFen - before.spentFen]).toEqual([0, 57_000]);
    // What is left of the level is all that money may add.
    const followUp = { newFact: '夜间降温，仍缺取暖' };
    expect((await propose(caseId, { amountFen: 43_001, followUp })).problem.code).toBe('CAP_EXCEEDED');
  });

  test.each([
    ['nothing listed', { items: [] }, 'items'],
    ['worth more than the amount says', { items: [{ ...QUILTS, valueFen: 500_000 }] }, 'items'],
    ['paid as cash', { method: 'cash' as const }, 'method'],
  ])('goods are refused: %s', async (_, change, path) => {
    const { caseId } = await openCase();
    const { problem } = await propose(caseId, { ...GOODS, items: [...GOODS.items], ...change });
    expect([problem.code, problem.fieldErrors?.[0]?.path]).toEqual(['INVALID_INPUT', path]);
  });
});

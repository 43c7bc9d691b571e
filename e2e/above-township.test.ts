import { readFile } from 'node:fs/promises';
import * as contract from '@yimen/contracts';
import { expect, test } from 'vitest';
import { reliefActs } from '../packages/server/src/testing/index.ts';
import { expectAccessible } from './support/accessible.ts';
import type { Desk } from './support/desk.ts';
import { openHouse } from './support/house.ts';
import { approveAid, proposeAid } from './support/relief.ts';

const house = await openHouse({ now: '2026-03-02T02:00:00.000Z' });
const { openCase, panel, propose, approve, handOut } = reliefActs(house.api, house.county);

test('above 3,000 the district decides: handed up, two approvers, checked, batch, bank file, return, reconciled', async () => {
  const { caseId } = await openCase();
  await aidBelow(caseId);
  const casePath = `/staff/cases/${caseId}`;
  const window = await house.signIn('town.window');
  await window.go(casePath);
  await window.press('申报上一级');
  await window.fill('理由', '村、乡镇两级累计 3,000 元已用足，仍无处居住', window.dialog());
  await window.confirm('申报上一级');
  await window.see('已连同案卷申报');

  const clerk = await house.signIn('county.clerk');
  await clerk.follow(/确认接收移交案件/);
  await clerk.press('接受移交');
  await clerk.confirm('接收移交');
  await proposeAid(clerk, { yuan: '8000', method: '银行转账' });
  await clerk.see('已提交，需要 2 人审批');

  const [first, second] = [await house.sitDown('county.approver1'), await house.sitDown('county.approver2')];
  await first.go(casePath);
  await approveAid(first);
  await first.see('审批 1/2');
  await second.go(casePath);
  await approveAid(second);
  await second.see('审批 2/2');

  const [maker, checker] = [await house.sitDown('county.finance1'), await house.sitDown('county.finance2')];
  await checker.go('/staff/payments');
  await checker.press('复核');
  await checker.confirm('复核支付单');
  await makeBatch(maker);
  const batchPath = new URL(maker.page.url()).pathname;
  await checker.go(batchPath);
  await checker.press('复核批次');
  await checker.confirm('复核批次');
  await maker.page.reload();
  const answer = await answerOfBank(maker);
  await maker.press('导入银行回盘');
  await maker.press('导入银行回盘', maker.dialog());
  await maker.see('请选择回盘文件', maker.dialog());
  await expectAccessible(maker.page);
  await maker.dialog().getByLabel('回盘文件').last().setInputFiles(answer);
  await maker.press('导入银行回盘', maker.dialog());
  await maker.see('全部支付单都已有结果，可以对账。');
  await maker.confirm('知道了');
  await maker.press('对账完成');
  await maker.confirm('对账完成');
  await maker.see('已对账');
  await house.settle();
  await clerk.go(casePath);
  await clerk.see(/^已发放/, clerk.page.getByRole('row').filter({ hasText: '¥8,000.00' }));
  expect((await panel(caseId, 'county.clerk')).grants.map((grant) => grant.state)).toEqual(['paid', 'paid', 'paid']);
});

/** What the village and the township may give, and an account at a bank. */
async function aidBelow(caseId: string): Promise<void> {
  const window = await house.county.as('town.window');
  for (const [level, approver, payer, amountFen] of [
    ['village', 'society.keeper', 'society.keeper', 100_000],
    ['township', 'town.approver', 'town.cash', 200_000],
  ] as const) {
    const { body } = await propose(caseId, { level, amountFen });
    await approve(body.grantId, approver);
    await handOut(caseId, body.grantId, payer);
  }
  const payee = (await panel(caseId)).payees[0];
  const account = { bankName: '裕安农商银行', accountNumber: '0005640000000000017', holderName: payee?.name ?? '' };
  const set = await house.api.call(
    contract.setPayeeAccount,
    { params: { id: payee?.personId ?? '' }, body: account as never },
    { session: window },
  );
  expect(set.problem?.code).toBeUndefined();
}

async function makeBatch(maker: Desk): Promise<void> {
  await maker.go('/staff/payment-batches/new');
  await maker.choose('选择资金', '区临时救助资金');
  await maker.page.getByRole('checkbox', { name: '全选' }).check();
  await maker.press('生成批次');
  await maker.see('批次已生成，等待复核');
}

/** The bank pays every line of the file it was given. */
async function answerOfBank(maker: Desk): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const download = maker.page.waitForEvent('download');
  await maker.press('导出银行文件');
  const file = await readFile(await (await download).path(), 'utf8');
  const [head = '', ...lines] = file
    .replace(/^\uFEFF/, '')
    .trim()
    .split(/\r?\n/);
  const answer = [`${head},处理结果`, ...lines.map((line) => `${line},成功`)];
  return { name: 'return.csv', mimeType: 'text/csv', buffer: Buffer.from(answer.join('\r\n')) };
}

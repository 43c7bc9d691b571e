import * as contract from '@yimen/contracts';
import { expect, test } from 'vitest';
import { aStaffReport, reliefActs } from '../packages/server/src/testing/index.ts';
import { expectAccessible } from './support/accessible.ts';
import type { Desk } from './support/desk.ts';
import { expectFits } from './support/fits.ts';
import { openHouse } from './support/house.ts';

const house = await openHouse({ now: '2026-03-02T02:00:00.000Z' });
const { openCase } = reliefActs(house.api, house.county);

test('a passer-by reports by phone and leaves no name; the window merges it with what the village told; the passer-by reads the end', async () => {
  const told = await tellFromVillage();
  const phone = await house.phone();
  await phone.go('/report');
  await phone.press('报告给救助窗口');
  await phone.see('请选一下：现在有没有人有危险');
  await expectGood(phone);
  await writeReport(phone);
  await phone.press('报告给救助窗口');
  await phone.page.getByRole('heading', { name: '收到了，谢谢您' }).waitFor();
  await expectGood(phone);
  await phone.press('大字版');
  await expectGood(phone);
  const receipt = { receiptNo: await phone.valueOf('回执号'), followCode: await phone.valueOf('查询码') };

  const later = await house.phone();
  await later.go('/follow');
  await later.press('大字版');
  await look(later, { ...receipt, followCode: '00000-00000-00000-00000-00000' });
  await later.see('没有查到');
  await expectGood(later);
  await look(later, receipt);
  await later.page.getByRole('heading', { name: '已收到，等待接手' }).waitFor();
  await expectGood(later);

  const window = await house.sitDown('town.window');
  await window.go('/staff/reports');
  await window.follow('火灾 · 姓名不详');
  await window.see('匿名');
  await window.page.getByRole('img', { name: '现场照片 1' }).waitFor();
  await window.press('是同一件事，并入这条');
  await window.confirm('并入');
  await window.see('王守田');
  await later.press('刷新');
  await later.page.getByRole('heading', { name: '合并办理' }).waitFor();

  const { caseId } = await openCase({ reportId: told });
  await window.go(`/staff/cases/${caseId}`);
  await window.press('办结');
  await window.dialog().getByText('本人撤回', { exact: true }).click();
  await window.fill('说明', '亲戚已接去同住，本人不愿接受救助', window.dialog());
  await window.confirm('办结案件');
  await house.settle();
  await later.press('刷新');
  await later.page.getByRole('heading', { name: '已办结' }).waitFor();
  await later.see('办结：已联系本人，本人不愿接受救助', later.page.getByText('结果').locator('..'));
  await expectGood(later);
});

async function tellFromVillage(): Promise<string> {
  const body = aStaffReport({ eventKind: 'fire', whatHappened: '村民家中起火', subjectName: '王守田' });
  const session = await house.county.as('village.assistant');
  const told = await house.api.call(contract.createReport, { body }, { session });
  expect(told.status).toBe(200);
  return told.body.reportId;
}

/** Three questions, and a picture taken on the spot. */
async function writeReport(phone: Desk): Promise<void> {
  const { page } = phone;
  await page.getByText('没有，但今天就要人帮').click();
  await page.getByText('着火', { exact: true }).click();
  await page.getByRole('searchbox', { name: '输入村、社区或乡镇的名字' }).fill('八里');
  await page.getByRole('button', { name: /^八里村/ }).click();
  await page.getByText('会由甲镇救助窗口接手。').waitFor();
  await page.getByText('拍一张，看得更清楚').click();
  const buffer = await page.screenshot({ type: 'jpeg' });
  await page.getByLabel(/^最多 3 张/).setInputFiles({ name: 'smoke.jpg', mimeType: 'image/jpeg', buffer });
  await page.getByText('照片已上传').waitFor();
  await expectGood(phone);
}

async function look(phone: Desk, { receiptNo, followCode }: { receiptNo: string; followCode: string }): Promise<void> {
  await phone.fill('回执号', receiptNo);
  await phone.fill('查询码', followCode);
  await phone.press('查看');
}

async function expectGood(phone: Desk): Promise<void> {
  await expectFits(phone.page);
  await expectAccessible(phone.page);
}

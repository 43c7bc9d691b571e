import { findPolicyForRegion, resolveParameter } from '@yimen/rules';
import { expect, test } from 'vitest';
import { policyWithExample } from '../packages/server/src/policy-release/testing/index.ts';
import { PLACES } from '../packages/server/src/testing/index.ts';
import { expectAccessible } from './support/accessible.ts';
import type { Desk } from './support/desk.ts';
import { expectNotPushed } from './support/fits.ts';
import { openHouse } from './support/house.ts';
import { expectFocus } from './support/keys.ts';
import { onPhone } from './support/on-phone.ts';
import { picture } from './support/picture.ts';
import { draftRelease, openTopic } from './support/release.ts';

const house = await openHouse({ now: '2026-03-02T02:00:00.000Z', policy: policyWithExample() });

function ceilingOn(day: string) {
  const policy = findPolicyForRegion(house.api.services.policy, PLACES.town, day);
  const found = policy && resolveParameter(policy, 'pettyCash.ceiling');
  return found?.known ? found.value : undefined;
}

async function openByKeyboard({ page }: Desk, topic: string): Promise<void> {
  await page.locator('summary', { has: page.getByRole('heading', { name: topic, exact: true }) }).focus();
  await page.keyboard.press('Enter');
}

test('a clerk drafts five percent more from July, an example objects and is set anew, an approver publishes, and on the day it decides', async () => {
  const clerk = await house.sitDown('county.clerk');
  await clerk.go('/staff/policy');
  await openTopic(clerk, '备用金');
  await clerk.see('乡镇备用金限额');
  await expectAccessible(clerk.page);
  await picture(clerk.page, '1-browse');

  await clerk.go('/staff/policy?part=rules');
  await clerk.see('残疾人补贴和康复');
  expect(await clerk.page.getByText('无劳动能力', { exact: true }).isVisible()).toBe(false);
  await picture(clerk.page, '1-rules');
  await openByKeyboard(clerk, '特困人员');
  await clerk.see('无劳动能力');
  await expectAccessible(clerk.page);
  await picture(clerk.page, '1-rules-open');
  await onPhone(clerk.page, async () => {
    await expectNotPushed(clerk.page);
    await picture(clerk.page, '1-rules-phone');
  });
  await clerk.go('/staff/policy?part=rules&search=供养金');
  await clerk.see('每月特困供养金');
  expect(await clerk.page.getByText('残疾人补贴和康复').count()).toBe(0);

  await clerk.go('/staff/policy?part=programmes');
  await clerk.see('最低生活保障');
  await expectAccessible(clerk.page);
  await picture(clerk.page, '1-programmes');

  await draftRelease(clerk, {
    title: '2026年7月起提高备用金限额',
    effectiveOn: '2026-07-01',
    reason: '按区财政安排，备用金限额提高百分之五',
  });
  await clerk.follow('挑选要改的内容');
  await clerk.see('正在为草案');
  await openTopic(clerk, '备用金');
  await clerk.follow('修改乡镇备用金限额');
  await clerk.fill('新数值', '52500');
  await clerk.choose('依据条款', /平台预设.*通则/, { typed: '平台先给出' });
  await clerk.see('乡镇备用金限额从50,000元提高到52,500元（+5.0%），2026年7月1日起');
  // A figure that cannot be is not told as if it were one.
  await clerk.fill('新数值', '721.005');
  await clerk.see('填写后在这里显示');
  expect(await clerk.page.getByText(/从50,000元/).count()).toBe(0);
  await clerk.fill('新数值', '52500');
  await clerk.fill('修改理由', '财政预算已经安排');
  await clerk.see('核对无误');
  await expectAccessible(clerk.page);
  await picture(clerk.page, '2-change');
  await clerk.press('保存改动');
  await clerk.press('运行验算例');
  await clerk.see(/个验算例中有 1 个没有通过/);
  await clerk.see('52,500元');
  await expectAccessible(clerk.page);
  await picture(clerk.page, '3-failed');

  await clerk.press('改为现在算得的结果');
  await clerk.fill('理由', '新限额就是政策要求的结果', clerk.dialog());
  await clerk.confirm('改为现在算得的结果');
  await clerk.press('运行验算例');
  await clerk.see(/个验算例全部通过/);
  await clerk.see('验算通过，待批准');
  expect(await clerk.page.getByRole('button', { name: '批准发布' }).count()).toBe(0);

  const approver = await house.sitDown('county.approver1');
  await approver.go('/staff/policy-releases');
  await approver.follow('2026年7月起提高备用金限额');
  await approver.press('批准发布');
  await approver.fill('理由', '经局长办公会研究同意', approver.dialog());
  await approver.confirm('批准发布');
  await approver.see('已发布，待生效');
  await picture(approver.page, '4-published');
  expect(ceilingOn('2026-07-01')).toBe(5_000_000);

  await house.setClock('2026-07-01T01:00:00.000Z');
  const later = await house.sitDown('county.clerk');
  await later.go('/staff/policy?search=备用金限额');
  await later.see('52,500元');
  expect(ceilingOn('2026-07-01')).toBe(5_250_000);
  expect(ceilingOn('2026-06-30')).toBe(5_000_000);
  await later.follow('乡镇备用金限额的沿革');
  await later.see('经局长办公会研究同意');
  await later.see('人员 county.approver1');
  await expectAccessible(later.page);
  await picture(later.page, '5-history');
});

test('a table is edited by the keyboard alone: arrows, Enter, rows from a spreadsheet; what is wrong is named beside it', async () => {
  await house.setClock('2026-07-02T01:00:00.000Z');
  const clerk = await house.sitDown('county.clerk');
  await draftRelease(clerk, { title: '调整阶梯', effectiveOn: '2026-09-01', reason: '按区政府会议纪要调整' });
  await clerk.follow('挑选要改的内容');
  await openTopic(clerk, '急难救助');
  await clerk.follow('修改急难救助阶梯');
  const { page } = clerk;
  const cell = (row: number, column: string) => page.getByRole('textbox', { name: `第${row}行 ${column}` });
  await cell(1, '本级封顶').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('2500');
  await page.keyboard.press('Enter');
  await expectFocus(cell(3, '本级封顶'));
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.type('x');
  await expect.poll(() => cell(1, '本级封顶').getAttribute('aria-invalid')).toBe('true');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('1200');
  await clerk.choose('依据条款', /平台预设.*通则/, { typed: '平台先给出' });
  await clerk.see('第1行“本级封顶（空为不设）”由1,000元改为1,200元');
  await clerk.see('第2行“本级封顶（空为不设）”由2,000元改为2,500元');
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate(() => navigator.clipboard.writeText('1300\r\n2600\r\n'));
  await cell(1, '本级封顶').focus();
  await page.keyboard.press('Control+v');
  await clerk.see('第1行“本级封顶（空为不设）”由1,000元改为1,300元');
  await clerk.see('第2行“本级封顶（空为不设）”由2,000元改为2,600元');
  await expectAccessible(page);
  await picture(page, '6-grid');
  await cell(1, '层级').fill('省级');
  await clerk.see(/第1行.*应为：村（社区）、乡镇（街道）、县级/);
  await onPhone(page, async () => {
    await expectNotPushed(page);
    await picture(page, '7-phone-grid');
    await clerk.go('/staff/policy');
    await openTopic(clerk, '备用金');
    await clerk.see('乡镇备用金限额');
    await expectNotPushed(page);
    await expectAccessible(page);
    await picture(page, '8-phone-browse');
  });
});

test('a rule of text becomes a table with questions and notes; a figure of the place is repealed', async () => {
  await house.setClock('2026-07-03T01:00:00.000Z');
  const clerk = await house.sitDown('county.clerk');
  const draft = await draftRelease(clerk, {
    title: '急难救助按情形分档',
    effectiveOn: '2026-10-01',
    reason: '按区政府会议纪要分档',
  });
  const { page } = clerk;

  await clerk.go(`/staff/policy?part=rules&draft=${draft}&search=urgentReliefAmount`);
  await clerk.see('扣除赔付和异地已救助后的缺口');
  await clerk.see(/^告诉群众：先救助，缺少的材料事后补齐/);
  await picture(page, '9-rule-with-sentence');
  await clerk.follow('修改建议的急难救助金额');
  await page.getByText('决策表', { exact: true }).first().click();
  await clerk.fill('条件1的原文', 'urgentNeed');
  await clerk.fill('条件1的中文名称', '急难需要');
  await clerk.fill('条件1的英文名称', 'urgent need');
  await clerk.fill('第1行 急难需要', '<= 100000');
  await clerk.fill('第1行 结果', 'urgentNeed');
  await clerk.press('增加一行');
  await clerk.fill('第2行 急难需要', '> 100000');
  await clerk.fill('第2行 结果', 'floor(urgentNeed / 2)');
  await page.getByRole('checkbox', { name: '给各行加说明' }).check();
  await clerk.fill('第2行 说明（中文）', '超过一千元的减半');
  await clerk.fill('第2行 说明（英文）', 'half above one thousand yuan');
  await clerk.choose('依据条款', /平台预设.*通则/, { typed: '平台先给出' });
  // What people are told stays with the rule, until somebody words it anew.
  expect(await page.getByLabel('告诉群众的话（中文）').inputValue()).toMatch(/^先救助，缺少的材料事后补齐/);
  await clerk.see('核对无误');
  expect(await page.getByText('告诉群众：').count()).toBe(0);
  await clerk.fill('告诉群众的话（中文）', '先救助，后补材料。');
  await clerk.see('告诉群众：先救助，后补材料。');
  await clerk.choose('各行如何取用', /合计/);
  await clerk.press('增加一个条件');
  await clerk.fill('条件2的原文', 'noSuchFact');
  await clerk.see(/noSuchFact/);
  await expectAccessible(page);
  await picture(page, '9-decision-table');
  await clerk.press('删去条件2');
  await clerk.choose('各行如何取用', /唯一/);
  await clerk.see('核对无误');
  await clerk.fill('修改理由', '会议纪要第三条');
  await onPhone(page, async () => {
    await expectNotPushed(page);
    await picture(page, '10-phone-decision-table');
  });
  await clerk.press('保存改动');
  await clerk.see('会议纪要第三条');
  await clerk.see('告诉群众：先救助，后补材料。');

  await clerk.go(`/staff/policy?draft=${draft}&search=备用金限额`);
  await clerk.follow('修改乡镇备用金限额');
  await page.getByRole('checkbox', { name: '停用本地规定，改按上级规定' }).check();
  await page.getByRole('spinbutton', { name: '新数值' }).waitFor({ state: 'detached' });
  await clerk.choose('依据条款', /平台预设.*通则/, { typed: '平台先给出' });
  await clerk.see(/乡镇备用金限额.*停用本地规定，改按上级规定/);
  await clerk.fill('修改理由', '今后按上级统一规定');
  await expectAccessible(page);
  await picture(page, '11-repeal');
  await clerk.press('保存改动');
  await clerk.see('今后按上级统一规定');
});

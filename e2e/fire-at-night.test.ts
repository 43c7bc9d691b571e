import { expect, test } from 'vitest';
import { PLACES } from '../packages/server/src/testing/index.ts';
import type { Desk } from './support/desk.ts';
import { openHouse } from './support/house.ts';
import { handOut, fileAllPapers, proposeAid } from './support/relief.ts';

// 23:40 of a Monday in the county: the windows are closed.
const house = await openHouse({ now: '2026-03-02T15:40:00.000Z' });

test('a fire at night: reported, paged, taken in, aided by village and township, papers after, closed, reporter told', async () => {
  const assistant = await house.signIn('village.assistant');
  await assistant.go('/staff/reports/new');
  await assistant.page.getByText('马上要人').click();
  await assistant.choose('事由', '火灾');
  await assistant.fill('发生了什么', '夜间起火，三间房烧毁，一家三口没有住处');
  await assistant.fill('姓名', '王守田');
  await assistant.press('提交报告');
  await assistant.see('现在是非工作时间，已通知甲镇救助窗口值班人员。');
  const [receiptNo, followCode] = await readReceipt(assistant);

  await house.settle();
  const window = await house.signIn('town.window');
  await window.see('处理发现报告');
  await window.follow(/处理发现报告/);
  await window.press('接收');
  await window.confirm('接收报告');
  await window.press('查询');
  await window.see('没有查到');
  await window.press('新建家庭');
  await window.choose('与户主关系', '户主');
  await window.fill('需要什么帮助', '临时住处和一家三口的生活费');
  await window.fill('求助人的原话或您的判断', '临时住处和一家三口的生活费');
  await window.press('受理并立案');
  await window.see('王守田家 · 火灾');

  const caseUrl = new URL(window.page.url()).pathname;
  await proposeAid(window, { level: '村', amount: '1000' });
});

async function readReceipt(desk: Desk): Promise<string[]> {
  return desk.page.locator('dd').allInnerTexts();
}

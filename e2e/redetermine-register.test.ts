import { expect, test } from 'vitest';
import { changedStandards } from '../packages/server/src/redetermination/testing/changed-standards.ts';
import { familyActs } from '../packages/server/src/redetermination/testing/families.ts';
import { expectAccessible } from './support/accessible.ts';
import type { Desk } from './support/desk.ts';
import { expectNotPushed } from './support/fits.ts';
import { openHouse } from './support/house.ts';
import { onPhone } from './support/on-phone.ts';
import { picture } from './support/picture.ts';
import { readTable } from './support/table.ts';

// From July on 794 instead of 756 yuan in town, and 700 instead of 721 in villages.
const house = await openHouse({ now: '2026-03-02T02:00:00.000Z', policy: changedStandards() });
const { aFamily } = familyActs(house.api, house.county);

async function choose(desk: Desk, name: string): Promise<void> {
  await desk.page.getByRole('checkbox', { name: `选择 ${name} 户` }).check();
}

test('after a change of standards a clerk has everybody determined again, confirms who leaves, dismisses another with a reason, and ends it', async () => {
  const clerk = await house.sitDown('county.clerk');
  const { page } = clerk;
  await clerk.go('/staff/redeterminations');
  await clerk.see('还没有做过批量重新认定');
  await expectAccessible(page);
  await picture(page, 'r1-none');

  for (const [kind, town, name] of [
    ['gains', 'town', '王增'],
    ['enters', 'town', '李进'],
    ['loses', 'otherTown', '赵减'],
    ['leaves', 'otherTown', '钱退'],
    ['exits', 'town', '孙渐'],
    ['rich', 'town', '周平'],
  ] as const)
    await aFamily(kind, town, name);
  await house.settle();
  await house.setClock('2026-07-01T02:00:00.000Z');
  const later = await house.sitDown('county.clerk');
  const screen = later.page;
  await later.go('/staff/redeterminations');
  await later.see('登记册还没有按现行政策重新认定');
  await later.press('启动重新认定');
  await picture(screen, 'r2-start');
  const day = screen.getByLabel('认定日期');
  await day.fill('2027-01-01');
  await day.press('Enter');
  // Nothing is started by a key that only takes the day, and the day stands as it was typed.
  expect(await day.inputValue()).toBe('2027-01-01');
  await later.press('启动重新认定', screen.getByRole('dialog'));
  await later.see(/应为今天或更早的日期/);
  expect(await day.inputValue()).toBe('2027-01-01');
  await picture(screen, 'r2-refused');
  await day.fill('2026-07-01');
  await day.press('Enter');
  await later.confirm('启动重新认定');
  await later.see('正在清点登记册');
  await picture(screen, 'r3-started');
  await house.settle();
  // The page looks by itself.
  await later.see(/算完，共 6 户/);
  await later.see('钱退');
  expect(await readTable(screen, '发现的变化')).toEqual([
    '变化 | 户数 | 金额相差 | 查看名单',
    '最低生活保障 · 新符合 | 1 | +¥24.00 | 查看名单',
    '最低生活保障 · 金额提高 | 1 | +¥38.00 | 查看名单',
    '最低生活保障 · 渐退期内保留 | 1 | – | 查看名单',
    '最低生活保障 · 不再符合 | 1 | −¥11.00 | 查看名单',
    '最低生活保障 · 金额降低 | 1 | −¥21.00 | 查看名单',
    '低保边缘家庭认定 · 新符合 | 1 | – | 查看名单',
    '低保边缘家庭认定 · 不再符合 | 1 | – | 查看名单',
  ]);
  expect(await readTable(screen, '各乡镇办理情况')).toEqual([
    '乡镇 | 待办理 | 已办理 | 查看名单',
    '苏埠镇 | 3 | 0 | 查看名单',
    '韩摆渡镇 | 2 | 0 | 查看名单',
  ]);
  const held = await readTable(screen, '待确认名单');
  // Within a township in no order of their own.
  expect(new Set(held.map((row) => row.replace(/JJ\d+/, '案件号')))).toEqual(
    new Set([
      '– | 家庭 | 案件 | 变化内容 | 办理',
      '– | 孙渐 苏埠镇八里村 | 案件号 | 收入超过标准，渐退期至2026年8月31日 最低生活保障：渐退期内，继续保留，符合 450 元 → 符合 450 元 为什么 | 待办理',
      '– | 李进 苏埠镇八里村 | 案件号 | 最低生活保障：新符合，不符合 → 符合 24 元 低保边缘家庭认定：不再符合，符合 → 不符合 为什么 | 待办理',
      '– | 王增 苏埠镇八里村 | 案件号 | 最低生活保障：金额提高，符合 756 元 → 符合 794 元 为什么 | 待办理',
      '– | 赵减 韩摆渡镇白酒店村 | 案件号 | 最低生活保障：金额降低，符合 721 元 → 符合 700 元 为什么 | 待办理',
      '– | 钱退 韩摆渡镇白酒店村 | 案件号 | 最低生活保障：不再符合，符合 11 元 → 不符合 低保边缘家庭认定：新符合，不符合 → 符合 为什么 | 待办理',
    ]),
  );
  await expectAccessible(screen);
  await picture(screen, 'r4-held');

  await later.press('钱退 户为什么有变化');
  await later.see('最低生活保障标准（农村）：由721元（每月）变为700元（每月）。');
  await later.see(/家庭计入收入（8,520元\/年）超过最低生活保障标准/);
  await expectAccessible(screen);
  await picture(screen, 'r4-why');
  await later.press('钱退 户为什么有变化');

  await later.press('查看名单：最低生活保障 · 不再符合');
  await screen.getByRole('checkbox', { name: '选择 王增 户' }).waitFor({ state: 'detached' });
  await choose(later, '钱退');
  await later.press('确认所选');
  await later.confirm('确认所选');
  await later.see('1 户已办理');
  await later.see('名单上没有符合条件的家庭');
  await later.go(new URL(screen.url()).pathname);
  await choose(later, '王增');
  await choose(later, '孙渐');
  await later.press('确认所选');
  await later.confirm('确认所选');
  await later.see('1 户已办理，1 户没有办理');
  await later.see('渐退期未满，期满后再办理 (1)');
  await picture(screen, 'r5-some');
  await choose(later, '赵减');
  await later.press('不予处理');
  await later.fill('理由', '家庭已搬离，另行核实', later.dialog());
  await later.confirm('不予处理');
  await later.see('1 户已办理');
  await later.choose('状态', '不予处理');
  await later.see('家庭已搬离，另行核实');
  await onPhone(screen, async () => {
    await expectNotPushed(screen);
    await expectAccessible(screen);
    await picture(screen, 'r6-phone');
  });
  await later.press('结束');
  await later.fill('理由', '其余家庭由乡镇另行核实', later.dialog());
  await later.confirm('结束重新认定');
  await later.see('已结束');
});

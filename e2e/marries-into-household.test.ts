import { expect, test } from 'vitest';
import { aMember, PLACES, reliefActs } from '../packages/server/src/testing/index.ts';
import { expectAccessible, expectDialogAccessible } from './support/accessible.ts';
import { openHouse } from './support/house.ts';
import { onPhone } from './support/on-phone.ts';
import { picture } from './support/picture.ts';

const house = await openHouse({ now: '2026-03-02T02:00:00.000Z' });
const { openCase } = reliefActs(house.api, house.county);
const daughter = { ...aMember({ name: '林晓月', sex: 'female' }), relation: 'child' as const };

async function familyOf(head: string, ...others: ReturnType<typeof aMember>[]) {
  const members = [aMember({ name: head }), ...others];
  return openCase({ household: { is: 'new', regionCode: PLACES.village, members, searched: true } });
}

test('a daughter marries: written down as new she is on record already; she leaves the one household and joins the other with her record', async () => {
  const parents = await familyOf('林家父', daughter);
  const inLaws = await familyOf('周家父');
  const window = await house.sitDown('town.window');
  const { page } = window;
  await window.go(`/staff/households/${inLaws.householdId}`);
  await window.press('增加成员');
  await window.choose('与户主关系', '儿媳或女婿', { place: window.dialog() });
  await window.fill('姓名', '林晓月', window.dialog());
  await window.fill('身份证号', daughter.idNumber ?? '', window.dialog());
  await picture(page, 'm1-new');
  await window.press('增加成员', window.dialog());
  await window.see('该人员已在册');
  await picture(page, 'm2-on-record');
  await window.dialog().getByRole('button', { name: '查询在册人员' }).last().click();
  await window.fill('身份证号', daughter.idNumber ?? '', window.dialog());
  await window.press('查询', window.dialog());
  await window.see('林家父家', window.dialog());
  await expectDialogAccessible(page, '查询');
  await picture(page, 'm3-still-elsewhere');
  await page.getByRole('link', { name: '打开原家庭，登记离开：林晓月' }).click();

  await window.see('林家父家');
  await window.press('更多：对林晓月的操作');
  await page.getByRole('menuitem', { name: '离开家庭' }).click();
  await window.fill('原因', '出嫁到周家，户口已迁', window.dialog());
  await window.confirm('离开家庭');
  await window.see('已记录');

  await window.go(`/staff/households/${inLaws.householdId}`);
  await window.press('增加成员');
  await window.press('查询在册人员', window.dialog());
  await window.fill('姓名', '林晓月', window.dialog());
  await window.press('查询', window.dialog());
  await onPhone(page, () => picture(page, 'm4-phone'));
  await window.press('林晓月加入本户');
  await window.choose('与户主关系', '儿媳或女婿', { place: window.dialog() });
  await picture(page, 'm5-join');
  await window.confirm('加入本户');
  await window.see('成员已加入');
  await window.see('林晓月');
  await expectAccessible(page);
  await picture(page, 'm6-joined');
  await window.go(`/staff/households/${parents.householdId}`);
  await window.see('林家父家');
  expect(await page.getByText('林晓月').count()).toBe(0);
});

test('whoever left and needs help alone is taken in with a household of their own', async () => {
  const son = { ...aMember({ name: '何独立' }), relation: 'child' as const };
  const parents = await familyOf('何家父', son);
  const window = await house.sitDown('town.window');
  const { page } = window;
  await window.go(`/staff/households/${parents.householdId}`);
  await window.press('更多：对何独立的操作');
  await page.getByRole('menuitem', { name: '离开家庭' }).click();
  await window.fill('原因', '离异后单独居住', window.dialog());
  await window.confirm('离开家庭');
  await window.go('/staff/cases/new');
  await window.fill('姓名', '何独立');
  await window.press('查询');
  await window.press('为何独立本人单独建户');
  await window.see('何独立单独一户');
  await expectAccessible(page);
  await picture(page, 'm7-alone');
  await window.choose('事由', '其他意外');
  await window.choose('发生地点', /八里村/, { typed: '八里村' });
  await window.fill('经过', '失去工作，没有住处');
  await window.fill('求助人的原话或您的判断', '临时住处');
  await window.press('受理并立案');
  await window.see(/已立案 JJ/);
  await window.see('何独立');
});

import { expect, test } from 'vitest';
import { aMember, PLACES, reliefActs } from '../packages/server/src/testing/index.ts';
import { expectAccessible } from './support/accessible.ts';
import { openHouse } from './support/house.ts';
import { approveAid, handOutAid, proposeAid } from './support/relief.ts';

const house = await openHouse({ now: '2026-03-02T02:00:00.000Z' });
const { openCase } = reliefActs(house.api, house.county);
const INVOICE = 'FP-2026-0318 0042';

test('the same invoice three weeks later is refused, and the earlier payment is shown', async () => {
  const patient = aMember({ name: '陈德福' });
  const { caseId } = await openCase({
    household: { is: 'new', regionCode: PLACES.village, members: [patient], searched: true },
    event: {
      kind: 'serious-illness',
      occurredOn: '2026-02-28',
      placeRegionCode: PLACES.village,
      placeDetail: null,
      description: '突发脑梗住院',
    },
  });
  const window = await house.signIn('town.window');
  await window.go(`/staff/cases/${caseId}`);
  await proposeAid(window, { yuan: '600', evidenceNumber: INVOICE });
  await window.see('已提交，需要 1 人审批');
  const keeper = await house.sitDown('society.keeper');
  await keeper.follow(/审批急难救助/);
  await approveAid(keeper);
  await handOutAid(keeper);
  await keeper.see('陈德福签收');

  await house.setClock('2026-03-23T02:00:00.000Z');
  const again = await house.sitDown('town.window');
  await again.go('/staff/cases/new');
  await again.fill('身份证号', patient.idNumber ?? '');
  await again.press('查询');
  await again.press('选择陈德福所在的家庭');
  await again.choose('事由', '其他意外');
  await again.choose('发生地点', /八里村/, { typed: '八里村' });
  await again.fill('经过', '在家摔伤，提交的是同一张发票');
  await again.fill('求助人的原话或您的判断', '医药费');
  await again.press('受理并立案');
  await proposeAid(again, { yuan: '400', evidenceNumber: 'fp20260318-0042' });
  await again.see('该票据已用于先前的救助');
  await expectAccessible(again.page);
  await again.see('此前已救助 ¥600.00 · 甲村互助社 · 2026年3月2日');
  // What the case holds now, read anew with the form.
  await again.page.reload();
  await again.page.getByRole('form', { name: '提出救助' }).waitFor();
  expect(await again.page.getByText('待审批', { exact: true }).count()).toBe(0);
});

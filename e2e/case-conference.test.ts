import { expect, test } from 'vitest';
import { reliefActs } from '../packages/server/src/testing/index.ts';
import { expectAccessible } from './support/accessible.ts';
import { openHouse } from './support/house.ts';
import { approveAid } from './support/relief.ts';

const house = await openHouse({ now: '2026-03-02T02:00:00.000Z' });
const { openCase, panel, propose } = reliefActs(house.api, house.county);

test('30,000 yuan are discussed first: nobody can approve, the record is entered, then two approve', async () => {
  const { caseId } = await openCase();
  const emergencyOverride = { reason: '村、镇额度远不足以安置' };
  await propose(caseId, { level: 'county', amountFen: 3_000_000, emergencyOverride }, 'county.clerk');
  const casePath = `/staff/cases/${caseId}`;
  const first = await house.signIn('county.approver1');
  await first.see('须先一事一议并登记会议记录');
  await first.follow(/审批急难救助/);
  await first.see('须先一事一议并登记会议记录', first.page.getByRole('region', { name: '正在计时' }));
  await first.see('审批前须先会商');
  const approveButton = first.page.getByRole('button', { name: '审批同意', exact: true });
  expect(await approveButton.getAttribute('aria-disabled')).toBe('true');

  await first.press('登记一事一议');
  await first.press('登记一事一议', first.dialog());
  await first.see('请写明会议内容，至少 10 个字', first.dialog());
  await expectAccessible(first.page);
  for (const [index, [office, post]] of [
    ['区民政局', '分管负责人'],
    ['区财政局', '社保科负责人'],
  ].entries()) {
    await first
      .dialog()
      .getByRole('textbox', { name: '单位' })
      .nth(index)
      .fill(office ?? '');
    await first
      .dialog()
      .getByRole('textbox', { name: '岗位' })
      .nth(index)
      .fill(post ?? '');
  }
  await first.dialog().getByText('同意救助', { exact: true }).click();
  await first.fill('会议纪要', '全家无处居住，各单位商定一次性救助三万元。', first.dialog());
  await first.confirm('登记一事一议');
  await first.page.getByText('须先一事一议并登记会议记录').first().waitFor({ state: 'detached' });
  await first.see('参加：区民政局分管负责人、区财政局社保科负责人');
  await approveAid(first);
  await first.see('审批 1/2');

  const second = await house.signIn('county.approver2');
  await second.see(/人员 county\.approver1已同意（1\/2）/);
  await second.go(casePath);
  await approveAid(second);
  await second.see('审批 2/2');
  await second.see('登记一事一议会商', second.page.getByRole('list', { name: '办理过程' }));
  const { conferences, grants } = await panel(caseId, 'county.clerk');
  expect([grants[0]?.state, conferences[0]?.grantedFen]).toEqual(['approved', 3_000_000]);
});

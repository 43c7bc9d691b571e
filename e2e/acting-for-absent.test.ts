import { test } from 'vitest';
import { reliefActs } from '../packages/server/src/testing/index.ts';
import { openHouse } from './support/house.ts';
import { approveAid } from './support/relief.ts';

const house = await openHouse({ now: '2026-03-02T02:00:00.000Z' });
const { openCase, propose, approve, handOut } = reliefActs(house.api, house.county);

test('A is absent: B sees what is A’s, acts, and the history says on whose behalf', async () => {
  const { caseId } = await openCase();
  const { body: village } = await propose(caseId);
  await approve(village.grantId, 'society.keeper');
  await handOut(caseId, village.grantId, 'society.keeper');
  await propose(caseId, { level: 'township', amountFen: 160_000 });

  const absent = await house.signIn('town.approver');
  await absent.go('/staff/absences');
  await absent.press('登记离岗');
  await absent.pickMoment('开始', '2026-03-02 09:00');
  await absent.pickMoment('结束', '2026-03-06 17:30');
  await absent.fill('原因', '参加区里培训', absent.dialog());
  await absent.confirm('登记离岗');
  await absent.see('参加区里培训');

  await house.setClock('2026-03-02T03:00:00.000Z');
  const substitute = await house.signIn('town.approver-b');
  await substitute.see('代A岗 人员 town.approver');
  await substitute.follow(/审批急难救助/);
  await approveAid(substitute);
  await substitute.see('代人员 town.approver');
  const timeline = substitute.page.getByRole('list', { name: '办理过程' });
  await substitute.see(/人员 town\.approver-b.*（代 人员 town\.approver）/, timeline);
});

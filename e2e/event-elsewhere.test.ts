import { expect, test } from 'vitest';
import { aMember, anIntake, PLACES, reliefActs } from '../packages/server/src/testing/index.ts';
import { expectAccessible } from './support/accessible.ts';
import { openHouse } from './support/house.ts';

const house = await openHouse({ now: '2026-03-02T02:00:00.000Z' });
const { openCase } = reliefActs(house.api, house.county);

test('trouble away from home: the hotline writes it down, the window of the place serves a household registered elsewhere', async () => {
  const traveller = aMember({
    name: '李远行',
    hukouRegionCode: PLACES.farVillage,
    residenceRegionCode: PLACES.farVillage,
  });
  const home = anIntake({
    household: { is: 'new', regionCode: PLACES.farVillage, members: [traveller], searched: true },
    event: {
      kind: 'job-loss',
      occurredOn: '2025-11-01',
      placeRegionCode: PLACES.farVillage,
      placeDetail: null,
      description: '失业',
    },
  });
  await openCase(home, 'other-town.window');

  const agent = await house.signIn('hotline.agent');
  await agent.go('/staff/reports/new');
  await agent.press('提交报告');
  await agent.see('请选择事由');
  await expectAccessible(agent.page);
  await agent.choose('事由', '交通事故');
  await agent.choose('地点', /苏埠镇八里村/, { typed: '八里村' });
  await agent.fill('发生了什么', '路过时被撞伤，身上没有钱，家在外乡');
  await agent.fill('姓名', '李远行');
  await agent.press('提交报告');
  await agent.see('已送达甲镇救助窗口。');

  await house.settle();
  const window = await house.signIn('town.window');
  await window.follow(/处理发现报告.*李远行/);
  await window.press('接收');
  await window.confirm('接收报告');
  await window.fill('身份证号', traveller.idNumber ?? '');
  await window.press('查询');
  await window.see('此人登记在其他辖区');
  await window.see(/乙镇救助窗口.*0564-0000000/);
  await window.press('急难发生在本地，由本地受理');
  await window.fill('求助人的原话或您的判断', '今晚的食宿和去医院的费用');
  await window.press('受理并立案');
  await window.see('李远行家 · 交通事故');
  expect(await window.valueOf('发生地点')).toContain('八里村');
  expect(await window.valueOf('责任岗位')).toContain('甲镇救助窗口');
});

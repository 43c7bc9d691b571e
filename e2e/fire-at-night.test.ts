import { expect, test } from 'vitest';
import { openHouse } from './support/house.ts';
import { picture } from './support/picture.ts';
import { approveAid, closeWithAid, fileAllPapers, handOutAid, proposeAid } from './support/relief.ts';

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
  const receiptNo = await assistant.valueOf('回执号');
  const followCode = await assistant.valueOf('查询码（只显示一次）');

  await house.settle();
  const window = await house.signIn('town.window');
  await window.go('/staff/messages');
  await window.see(receiptNo);
  await window.go('/staff/reports');
  await window.see('已通知值班');
  await window.go('/staff/my-work');
  await window.follow(/处理发现报告/);
  await window.press('接收');
  await window.confirm('接收报告');
  await window.press('查询');
  await window.see('没有查到');
  await window.press('新建家庭');
  await window.choose('与户主关系', '户主');
  await window.fill('求助人的原话或您的判断', '临时住处和一家三口的生活费');
  await window.tick('住房已经不能居住', '是');
  await window.press('受理并立案');
  await window.see('王守田家 · 火灾');
  const casePath = new URL(window.page.url()).pathname;

  // What cannot be granted stays as it was typed and is not sent.
  const amount = window.page.getByRole('form', { name: '提出救助' }).getByRole('spinbutton', { name: '金额' });
  for (const [yuan, shown] of [
    ['-5', '-5.00'],
    ['1000.005', '1000.005'],
  ] as const) {
    await proposeAid(window, { yuan });
    await window.see('应为 0.01 至 1,000,000,000 元，最多两位小数。');
    expect(await amount.inputValue()).toBe(shown);
  }
  await picture(window.page, 'amount-refused');
  await proposeAid(window, { yuan: '1000' });
  await window.see('已提交，需要 1 人审批');
  const keeper = await house.sitDown('society.keeper');
  await keeper.follow(/审批急难救助.*王守田/);
  await approveAid(keeper);
  await handOutAid(keeper);
  await keeper.see('王守田签收');
  await keeper.see('还欠 5 项');
  await keeper.see('还剩 10 个工作日');

  await window.go(casePath);
  await proposeAid(window, { yuan: '1600' });
  await window.see('已提交，需要 1 人审批');
  const approver = await house.sitDown('town.approver');
  await approver.follow(/审批急难救助.*王守田/);
  await approveAid(approver);
  const cashier = await house.sitDown('town.cash');
  await cashier.follow(/发放救助.*王守田/);
  await handOutAid(cashier);

  await house.setClock('2026-03-04T02:00:00.000Z');
  const later = await house.sitDown('town.window');
  await later.go(casePath);
  await later.see('¥2,600.00');
  expect(await fileAllPapers(later)).toBe(5);
  await later.see('已全部了结');
  await closeWithAid(later, '已发放急难救助 2,600 元，手续已补齐，临时住处已落实');
  await later.see('2026年3月4日 10:00办结：已给予救助');
  await house.settle();

  const neighbour = await house.phone();
  await neighbour.go('/follow');
  await neighbour.fill('回执号', receiptNo);
  await neighbour.fill('查询码', followCode);
  await neighbour.press('查看');
  await neighbour.see('已办结');
  await neighbour.see('已核实并给予救助');
  const reporter = await house.sitDown('village.assistant');
  await reporter.go('/staff/my-reports');
  await reporter.follow(/王守田/);
  await reporter.see('已给予救助');
});

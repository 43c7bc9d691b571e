import { expect, test } from 'vitest';
import { reliefActs } from '../packages/server/src/testing/index.ts';
import type { Desk } from './support/desk.ts';
import { openHouse } from './support/house.ts';
import { expectFocus } from './support/keys.ts';

const house = await openHouse({ now: '2026-03-02T02:00:00.000Z' });
const { openCase, propose, approve, handOut } = reliefActs(house.api, house.county);

test('papers that stay away escalate to the approver, who waives one with a reason and starts recovery for another', async () => {
  const { caseId } = await openCase();
  const { body: proposed } = await propose(caseId);
  await approve(proposed.grantId, 'society.keeper');
  await handOut(caseId, proposed.grantId, 'society.keeper');
  const window = await house.signIn('town.window');
  await window.go(`/staff/cases/${caseId}`);
  await window.see('还欠 5 项');
  await openOnlyRow(window);
  await window.see('还欠 5 项');

  // Ten working days after Monday 2 March are Monday the 16th; a week later they are long over.
  await house.setClock('2026-03-24T02:00:00.000Z');
  await house.settle();
  const approver = await house.signIn('town.approver');
  await approver.go('/staff/worklist');
  await approver.see('已超时 7 天', approver.page.getByRole('row').filter({ hasText: '3月16日前' }));
  await readClause(approver);
  await approver.go('/staff/my-work');
  await approver.follow(/处理逾期未补的手续/);
  const papers = approver.page.getByRole('listitem').filter({ hasText: '待补' });
  await approver.see('已督办', papers);

  await approver.press('免补', papers.filter({ hasText: '身份证明' }));
  await approver.fill('理由', '证件在火灾中烧毁，公安部门已核实身份', approver.dialog());
  await approver.confirm('免补');
  await approver.see('已免补');

  await approver.press('启动追回', papers.filter({ hasText: '急难情况证明' }));
  await approver.fill('追回金额', '1000', approver.dialog());
  await approver.fill('理由', '多次催告仍未提供火灾证明', approver.dialog());
  await approver.confirm('启动追回');
  await approver.see('追回中');
  await approver.see('应追回');
  await approver.see('还欠 3 项');

  const timeline = approver.page.getByRole('list', { name: '办理过程' });
  await approver.see('证件在火灾中烧毁，公安部门已核实身份', timeline);
  await approver.see('启动追回', timeline);
});

/** A limit of the list says what sets it, also to the keyboard, and leads to the clocks of the case with their clauses. */
async function readClause({ page }: Desk): Promise<void> {
  await page.getByRole('link', { name: /3月16日前/ }).focus();
  await page.getByText('按该案最先到期的任务计时').waitFor();
  await page.keyboard.press('Enter');
  const clocks = page.getByRole('region', { name: '正在计时' });
  await clocks
    .getByText(/^依据：/)
    .first()
    .waitFor();
  await expectFocus(clocks.getByRole('heading'));
}

/** Five papers owed by one case are one row of My work, counted as five; keys find and open it. */
async function openOnlyRow(desk: Desk): Promise<void> {
  await desk.go('/staff/my-work');
  await desk.see(/补齐手续\s*5 项/);
  const row = desk.page.getByRole('link', { name: '补齐手续' });
  await desk.see(/之后到期 5$/);
  await expect.poll(() => row.count()).toBe(1);
  await desk.page.keyboard.press('j');
  await expectFocus(row);
  await desk.page.keyboard.press('j');
  await desk.page.keyboard.press('Enter');
  await desk.page.getByRole('heading', { name: '概况' }).waitFor();
}

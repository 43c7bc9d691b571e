import type { Desk } from './desk.ts';

export type Aid = {
  readonly yuan: string;
  readonly evidenceNumber?: string;
  readonly method?: string;
};

/** Fills the quick form of the relief panel at the level it offers, and submits it. */
export async function proposeAid(desk: Desk, { yuan, evidenceNumber, method }: Aid): Promise<void> {
  const form = desk.page.getByRole('form', { name: '提出救助' });
  await desk.fill('金额', yuan, form);
  if (evidenceNumber !== undefined || method !== undefined) await desk.press('更多选项', form);
  if (method !== undefined) await form.getByText(method, { exact: true }).click();
  if (evidenceNumber !== undefined) await desk.fill('票据号码', evidenceNumber, form);
  await desk.press('提交救助', form);
}

export async function approveAid(desk: Desk): Promise<void> {
  await desk.press('审批同意');
  await desk.confirm('同意');
}

/** Cash against a signature. */
export async function handOutAid(desk: Desk): Promise<void> {
  await desk.press('发放并签收');
  await desk.confirm('确认已发放');
}

export async function fileAllPapers(desk: Desk): Promise<number> {
  const owed = desk.page.getByRole('button', { name: '已补齐', exact: true });
  await owed.first().waitFor();
  const count = await owed.count();
  for (let left = count; left > 0; left -= 1) {
    await owed.first().click();
    await desk.confirm('登记补交');
    await owed.nth(left - 1).waitFor({ state: 'detached' });
  }
  return count;
}

export async function closeWithAid(desk: Desk, reason: string): Promise<void> {
  await desk.press('办结');
  await desk.dialog().getByText('已给予救助', { exact: true }).click();
  await desk.fill('说明', reason, desk.dialog());
  await desk.confirm('办结案件');
}

import type { Page } from 'playwright-core';

const RAISE = '农村低保标准提高百分之五';

/** Of a draft, which is made the first time and stays. */
export async function showSimulation(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  const drafted = page.getByRole('link', { name: RAISE });
  if ((await drafted.count()) > 0) await drafted.first().click();
  else await draftRaise(page);
  await page.getByRole('button', { name: '开始模拟' }).click();
  await page.getByRole('heading', { name: '类别变动' }).waitFor();
  await page.getByRole('region', { name: '模拟影响' }).evaluate((section) => section.scrollIntoView());
}

async function draftRaise(page: Page): Promise<void> {
  const nextYear = new Date().getFullYear() + 1;
  await page.getByRole('button', { name: '起草发布' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('标题').fill(RAISE);
  await dialog.getByLabel('生效日').fill(`${nextYear}-01-01`);
  await dialog.getByLabel('生效日').press('Enter');
  await dialog.getByLabel('理由').fill('按年度调标工作安排');
  await dialog.getByRole('button', { name: '起草发布' }).click();
  await page.getByRole('link', { name: '挑选要改的内容' }).click();
  await page.getByRole('heading', { name: '最低生活保障', exact: true }).click();
  await page.getByRole('link', { name: '修改最低生活保障标准' }).first().click();
  await pick(page, '城乡', '农村');
  await page.getByLabel('新数值').fill('757.05');
  await pick(page, '依据条款', /平台预设.*通则/, '平台先给出');
  await page.getByLabel('理由').fill('财政预算已经安排');
  await page.getByRole('button', { name: '保存改动' }).click();
}

/** `typed` narrows a long list. */
async function pick(page: Page, label: string, option: string | RegExp, typed?: string): Promise<void> {
  const field = page.getByRole('combobox', { name: label });
  await field.click();
  if (typed !== undefined) await field.fill(typed);
  await page.locator('.ant-select-dropdown:visible').getByTitle(option).first().click();
}

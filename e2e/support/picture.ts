import type { Page } from 'playwright-core';

/** For eyes: the whole page into the folder YIMEN_PICTURES names; nothing without one. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['YIMEN_PICTURES'];
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
}

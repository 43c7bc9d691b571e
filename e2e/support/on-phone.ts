import type { Page } from 'playwright-core';

export const PHONE_SIZE = { width: 390, height: 844 };

/** What is there to be seen as wide as a phone; then the page is as wide as before. */
export async function onPhone(page: Page, see: () => Promise<void>): Promise<void> {
  const before = page.viewportSize();
  await page.setViewportSize(PHONE_SIZE);
  await see();
  if (before) await page.setViewportSize(before);
}

import type { Page } from 'playwright-core';
import { afterEach } from 'vitest';

/** What everybody had before them when a story failed. */
export function showOnFailure(listPages: () => readonly Page[]): void {
  afterEach(async ({ task }) => {
    if (task.result?.state !== 'fail') return;
    for (const page of listPages()) {
      process.stderr.write(`${page.url()}\n${await page.locator('body').ariaSnapshot()}\n`);
    }
  });
}

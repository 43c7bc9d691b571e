import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

const WCAG_22_AA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const DIALOG = '[role="dialog"]';
const scanned = new Set<string>();

/** WCAG 2.2 AA on what stands on the screen now: a page, the result of an act, fields with their errors. */
export async function expectAccessible(page: Page, part = 'body'): Promise<void> {
  await page.evaluate(settleMotion);
  // Legacy mode: no second page, which our content policy would have to allow.
  const axe = new AxeBuilder({ page }).include(part).withTags(WCAG_22_AA).setLegacyMode();
  const { violations } = await axe.analyze();
  const found = violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
  expect(found).toEqual([]);
}

/** A dialog as it stands open; the same one is looked at once in a story. */
export async function expectDialogAccessible(page: Page, submit: string): Promise<void> {
  if (scanned.has(submit)) return;
  scanned.add(submit);
  await page.locator(DIALOG).getByRole('button', { name: submit, exact: true }).waitFor();
  await expectAccessible(page, DIALOG);
}

/** Runs in the page. What fades in has no contrast yet; what turns for ever is not waited for. */
async function settleMotion(): Promise<void> {
  const passing = document
    .getAnimations()
    .filter((one) => one.effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY);
  await Promise.allSettled(passing.map((one) => one.finished));
}

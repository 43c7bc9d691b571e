import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

const MOST_STEPS = 120;

/** Somebody without a mouse: walks with Tab until the focus stands there, seen and not covered. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  for (let step = 0; step < MOST_STEPS; step += 1) {
    if (await isFocused(target)) return requireInSight(target);
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never comes to ${target.toString()}`);
}

/** Walks there and presses it. */
export async function enter(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press('Enter');
}

/** Walks there and types. */
export async function typeInto(page: Page, target: Locator, words: string): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.type(words);
}

/** Where keys go now, at the latest in a moment. */
export async function expectFocus(target: Locator): Promise<void> {
  await expect.poll(() => isFocused(target), { timeout: 5_000 }).toBe(true);
}

function isFocused(target: Locator): Promise<boolean> {
  return target.evaluate((element) => element === document.activeElement);
}

/** A ring around it, and nothing before it such as a bar that stays in place. */
async function requireInSight(target: Locator): Promise<void> {
  const fault = await target.evaluate((element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    const above = document.elementFromPoint(left + width / 2, top + height / 2);
    if (!element.matches(':focus-visible')) return 'without a ring';
    const isOnTop = above !== null && (element.contains(above) || above.contains(element));
    return isOnTop ? undefined : 'out of sight or covered';
  });
  if (fault !== undefined) throw new Error(`${target.toString()} has the focus ${fault}`);
}

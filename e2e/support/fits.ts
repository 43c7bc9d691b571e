import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** Nobody has to push the page or a table sideways, and no words are cut off without a sign. */
export async function expectFits(page: Page): Promise<void> {
  // A table measures itself anew a moment after its window has changed.
  await expect.poll(() => page.evaluate(whatDoesNotFit), { timeout: 5_000 }).toEqual([]);
}

/** On a phone a wide table moves by itself; the page does not. */
export async function expectNotPushed(page: Page): Promise<void> {
  const overhang = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
  await expect.poll(() => page.evaluate(overhang), { timeout: 5_000 }).toBe(0);
}

/** What a field is called stands whole above it, on as many lines as it needs. */
export async function expectWholeLabels(page: Page): Promise<void> {
  const cutLabels = () =>
    [...document.querySelectorAll('form label')]
      .filter((label) => label.checkVisibility() && label.scrollHeight > label.clientHeight + 1)
      .map((label) => label.textContent);
  await expect.poll(() => page.evaluate(cutLabels), { timeout: 5_000 }).toEqual([]);
}

/** Runs in the page. */
function whatDoesNotFit(): string[] {
  const width = document.documentElement.clientWidth;
  const all = [...document.querySelectorAll('body *')].filter((element) => {
    const { width: own, height } = element.getBoundingClientRect();
    // What is folded away has a size, too.
    return own > 1 && height > 1 && element.checkVisibility();
  });
  const clips = (element: Element) => getComputedStyle(element).overflowX !== 'visible';
  const isInBox = (element: Element | null): boolean =>
    element !== null && element !== document.body && (clips(element) || isInBox(element.parentElement));
  const sticksOut = (element: Element) => {
    const { left, right } = element.getBoundingClientRect();
    return (right > width + 1 || left < -1) && !isInBox(element.parentElement);
  };
  const isCut = (element: Element) => {
    const { overflowX, textOverflow } = getComputedStyle(element);
    const hides = overflowX !== 'visible' && textOverflow === 'clip';
    return hides && element.scrollWidth > element.clientWidth + 1 && (element.textContent ?? '').trim() !== '';
  };
  const found = all.filter((element) => sticksOut(element) || isCut(element));
  const pageWidth = document.documentElement.scrollWidth;
  return [
    ...(pageWidth > width ? [`the page is ${pageWidth} wide on a screen of ${width}`] : []),
    ...found.map((element) => element.outerHTML.slice(0, 160)),
  ];
}

import type { Page } from 'playwright-core';

/** Fixed texts in Chinese although the page is English; names of people and places stay Chinese, so does what says so with `lang`. */
export function wordsInChinese(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const fixed = ['h2', 'th', 'dt', 'label', 'legend', 'button', '[role="tab"]']
      .map((name) => `main ${name}:not([lang^="zh"])`)
      .join();
    const attributes = ['aria-label', 'placeholder'];
    const shown = [...document.querySelectorAll(fixed)].map(({ textContent }) => textContent ?? '');
    const read = [...document.querySelectorAll('main *')].flatMap((element) =>
      attributes.map((name) => element.getAttribute(name) ?? ''),
    );
    return [...shown, ...read].filter((words) => /\p{Script=Han}/u.test(words) && !/[a-z]{2}/i.test(words));
  });
}

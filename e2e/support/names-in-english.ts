import type { Page } from 'playwright-core';

/** What is read out or shown on hover in English although the page is Chinese; parts in English say so with `lang`. */
export function namesInEnglish(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const attributes = ['aria-label', 'title', 'placeholder', 'alt'];
    const selector = attributes.map((name) => `body [${name}]:not([lang^="en"])`).join();
    return [...document.querySelectorAll(selector)]
      .filter((element) => element.closest('[aria-hidden="true"]') === null)
      .flatMap((element) => attributes.map((name) => `${name}=${element.getAttribute(name) ?? ''}`))
      .filter((words) => /=.*[a-z]{3}/i.test(words) && !/\p{Script=Han}/u.test(words));
  });
}

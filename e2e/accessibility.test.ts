import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { openHouse } from './support/house.ts';
import { namesInEnglish } from './support/names-in-english.ts';
import { anyParams, makeRecords } from './support/records.ts';
import { citizenPages, staffPages, whoMayOpen } from './support/registered-pages.ts';
import { wordsInChinese } from './support/words-in-chinese.ts';

const WCAG_22_AA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

const house = await openHouse({ now: '2026-03-02T02:00:00.000Z' });
const records = await makeRecords(house);
const staff = await staffPages();
const citizen = await citizenPages();
const desks = new Map<string, Promise<Page>>();

describe('WCAG 2.2 AA on every page of the staff portal', () => {
  test.for(staff)('$path', async ({ path, permissions, access }) => {
    const login = access === 'open' ? undefined : whoMayOpen(permissions);
    const page = await deskOf(login);
    await page.goto(`/staff${anyParams(path, records)}`);
    await expectAccessible(page);
    expect(await namesInEnglish(page)).toEqual([]);
    expect(await inEnglish(page, () => wordsInChinese(page))).toEqual([]);
  });
});

describe('What components of others bring along speaks Chinese', () => {
  test('a chosen filter, the calendar of a date and a dialog', async () => {
    const page = await deskOf('town.window');
    await page.goto('/staff/reports?eventKind=fire');
    await page.getByRole('button', { name: '清除所选' }).waitFor();
    expect(await namesInEnglish(page)).toEqual([]);
    await page.goto('/staff/absences');
    await page.getByRole('button', { name: '登记离岗' }).click();
    await page.getByRole('dialog').getByRole('textbox').first().click();
    await page.getByText(/^1?\d月$/).waitFor();
    expect(await namesInEnglish(page)).toEqual([]);
  });
});

describe('WCAG 2.2 AA on every public page, as it is and in large type', () => {
  test.for(citizen)('$path', async ({ path }) => {
    const { page } = await house.phone();
    await page.goto(path);
    await expectAccessible(page);
    await page.evaluate(() => localStorage.setItem('yimen.large-type', 'on'));
    await page.reload();
    expect(await page.locator('html[data-elder]').count()).toBe(1);
    await expectAccessible(page);
    await page.close();
  });
});

function deskOf(login: string | undefined): Promise<Page> {
  const key = login ?? '';
  const desk = desks.get(key) ?? (login === undefined ? house.desk() : house.sitDown(login)).then(({ page }) => page);
  desks.set(key, desk);
  return desk;
}

async function inEnglish<T>(page: Page, look: () => Promise<T>): Promise<T> {
  await page.getByRole('button', { name: 'English', exact: true }).click();
  await page.locator('html[lang="en"]').waitFor();
  const seen = await look();
  await page.getByRole('button', { name: '中文', exact: true }).click();
  return seen;
}

async function expectAccessible(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForLoadState('networkidle');
  await page.getByText('正在加载').first().waitFor({ state: 'hidden' });
  expect(await page.getByText('没有这个页面').count()).toBe(0);
  // Legacy mode: no second page, which our content policy would have to allow.
  const { violations } = await new AxeBuilder({ page }).withTags(WCAG_22_AA).setLegacyMode().analyze();
  const found = violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
  expect(found).toEqual([]);
}

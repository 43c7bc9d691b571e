import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { expectAccessible } from './support/accessible.ts';
import { expectFits } from './support/fits.ts';
import { openHouse } from './support/house.ts';
import { namesInEnglish } from './support/names-in-english.ts';
import { anyParams, makeRecords } from './support/records.ts';
import { citizenPages, staffPages, whoMayOpen } from './support/registered-pages.ts';
import { wordsInChinese } from './support/words-in-chinese.ts';

/** The printable width at 96 dots per inch. */
const A4 = { width: 718, height: 1047 };
const SCREENS = [
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
];

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
    await settled(page);
    await expectAccessible(page);
    expect(await namesInEnglish(page)).toEqual([]);
    expect(await inEnglish(page, () => wordsInChinese(page))).toEqual([]);
    await expectFitsScreens(page);
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
    await settled(page);
    await expectAccessible(page);
    await expectFits(page);
    await page.evaluate(() => localStorage.setItem('yimen.large-type', 'on'));
    await page.reload();
    await page.locator('html[data-elder]').waitFor();
    await settled(page);
    await expectAccessible(page);
    await expectFits(page);
    await page.close();
  });
});

describe('On paper', () => {
  test('a case file has all its sections and nothing to press', async () => {
    const { page } = await house.sitDown('town.window');
    await page.goto(`/staff/cases/${records['caseId']}`);
    await settled(page);
    const sections = await page.getByRole('navigation', { name: '案卷目录' }).getByRole('link').allTextContents();
    await page.emulateMedia({ media: 'print' });
    const printed = await page.getByRole('heading', { level: 2 }).allTextContents();
    expect(printed).toEqual([...sections, '正在计时', '责任']);
    await expectOnlyPaper(page);
  });

  test('a notice has its papers and the line to sign on', async () => {
    const { page } = await house.sitDown('town.window');
    await page.goto(`/staff/cases/${records['caseId']}/notices/${records['noticeId']}`);
    await settled(page);
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('row').last().textContent()).toContain('银行卡');
    await page.getByText('签收人').waitFor();
    await expectOnlyPaper(page);
  });
});

function deskOf(login: string | undefined): Promise<Page> {
  const key = login ?? '';
  const desk = desks.get(key) ?? (login === undefined ? house.desk() : house.sitDown(login)).then(({ page }) => page);
  desks.set(key, desk);
  return desk;
}

/** What lies on a sheet of A4 is only what was meant for it. */
async function expectOnlyPaper(page: Page): Promise<void> {
  for (const role of ['banner', 'navigation', 'button'] as const) {
    expect(await page.getByRole(role).allTextContents(), role).toEqual([]);
  }
  await page.setViewportSize(A4);
  await expectFits(page);
}

async function inEnglish<T>(page: Page, look: () => Promise<T>): Promise<T> {
  await page.getByRole('button', { name: 'English', exact: true }).click();
  await page.locator('html[lang="en"]').waitFor();
  const seen = await look();
  await page.getByRole('button', { name: '中文', exact: true }).click();
  return seen;
}

async function settled(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForLoadState('networkidle');
  await page.getByText('正在加载').first().waitFor({ state: 'hidden' });
  expect(await page.getByText('没有这个页面').count()).toBe(0);
}

/** The small and the wide screen of an office. */
async function expectFitsScreens(page: Page): Promise<void> {
  const usual = page.viewportSize();
  for (const screen of SCREENS) {
    await page.setViewportSize(screen);
    await expectFits(page);
  }
  if (usual !== null) await page.setViewportSize(usual);
}

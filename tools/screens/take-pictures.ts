import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import sharp from 'sharp';
import { DEMO_PASSWORD } from '../../packages/server/src/demo/index.ts';
import { PHONE_PICTURES, type Picture, STAFF_PICTURES } from './pictures.ts';

export type Taken = { readonly file: string; readonly bytes: number };

const WIDE = { viewport: { width: 1440, height: 900 } };
const PHONE = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };
const PATIENCE_MS = 90_000;
const COMMON = { locale: 'zh-CN', timezoneId: 'Asia/Shanghai', reducedMotion: 'reduce' } as const;

/** Each picture by the person who sees that page at work; people sign in once. */
export async function* takePictures(browser: Browser, address: string, folder: string): AsyncGenerator<Taken> {
  const desks = new Map<string, BrowserContext>();
  for (const picture of STAFF_PICTURES) {
    const login = picture.login ?? '';
    const context = desks.get(login) ?? (await browser.newContext({ ...COMMON, ...WIDE, baseURL: address }));
    const page = await context.newPage();
    if (login !== '' && !desks.has(login)) await signIn(page, login);
    desks.set(login, context);
    yield await take(page, picture, folder);
  }
  const phone = await browser.newContext({ ...COMMON, ...PHONE, baseURL: address });
  for (const picture of PHONE_PICTURES) yield await take(await phone.newPage(), picture, folder);
}

async function signIn(page: Page, login: string): Promise<void> {
  page.setDefaultTimeout(PATIENCE_MS);
  await page.goto('/staff/sign-in');
  await page.getByLabel('账号').fill(login);
  await page.getByLabel('密码').fill(DEMO_PASSWORD);
  await page.getByRole('button', { name: '登录' }).click();
  await page.getByRole('navigation', { name: '主导航' }).waitFor();
}

async function take(page: Page, picture: Picture, folder: string): Promise<Taken> {
  page.setDefaultTimeout(PATIENCE_MS);
  await page.goto(picture.path);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await picture.arrange?.(page);
  await page.getByText(picture.shows).filter({ visible: true }).first().waitFor();
  await page.waitForLoadState('networkidle');
  await page.getByText('正在加载').first().waitFor({ state: 'hidden' });
  await page.evaluate(() => document.fonts.ready);
  const file = join(folder, `${picture.name}.png`);
  // A palette keeps a page of text and flat colours small.
  await sharp(await page.screenshot())
    .png({ palette: true, quality: 90, effort: 10 })
    .toFile(file);
  await page.close();
  return { file: `docs/screens/${picture.name}.png`, bytes: statSync(file).size };
}

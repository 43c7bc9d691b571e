import type { PolicySet } from '@yimen/rules';
import type { Browser, BrowserContext, BrowserContextOptions } from 'playwright-core';
import { afterAll } from 'vitest';
import { hashPassword } from '../../packages/server/src/platform/auth/index.ts';
import { goodPassword, startTestApi, type TestApi } from '../../packages/server/src/platform/testing/index.ts';
import { type SmallCounty, smallCounty } from '../../packages/server/src/testing/index.ts';
import { launchBrowser } from '../../tools/chromium.ts';
import { buildWeb } from '../../tools/start/build-web.ts';
import { Desk } from './desk.ts';
import { PHONE_SIZE } from './on-phone.ts';
import { shiftClock } from './shift-clock.ts';
import { showOnFailure } from './show-on-failure.ts';
import { givePasswords } from './store.ts';

export type House = {
  readonly api: TestApi;
  readonly county: SmallCounty;
  /** Of everybody. */
  readonly password: string;
  /** Somebody sits down at a computer of their own and signs in on the sign-in page. */
  signIn(login: string): Promise<Desk>;
  /** The same for somebody whose sign-in is no part of the story. */
  sitDown(login: string): Promise<Desk>;
  /** A computer nobody has signed in to. */
  desk(): Promise<Desk>;
  /** A member of the public with a phone. */
  phone(): Promise<Desk>;
  /** Sets the clock of the server and of every browser. */
  setClock(instant: string): Promise<void>;
  /** The worker does everything that is due. */
  settle(): Promise<void>;
};

export type HouseOptions = {
  readonly now: string;
  /** Other packs than those on disk. */
  readonly policy?: PolicySet;
};

const DESK: BrowserContextOptions = { viewport: { width: 1440, height: 900 } };
const PHONE: BrowserContextOptions = { viewport: PHONE_SIZE, isMobile: true, hasTouch: true };

/** The whole installation in this process: api, worker, a small county at work, and a browser. */
export async function openHouse({ now, policy }: HouseOptions): Promise<House> {
  await buildWeb(() => undefined);
  const api = await startTestApi({ now, ...(policy ? { policy } : {}) });
  const county = await smallCounty(api);
  const password = goodPassword();
  await givePasswords(api.services, await hashPassword(password, api.services.settings.passwordHash));
  const browser = await launchBrowser();
  const contexts: BrowserContext[] = [];
  showOnFailure(() => contexts.flatMap((context) => context.pages()));
  afterAll(() => browser.close());

  async function open(options: BrowserContextOptions): Promise<BrowserContext> {
    const context = await openContext(browser, api.url, options);
    await shiftClock(context, api.clock.now());
    contexts.push(context);
    return context;
  }

  return {
    api,
    county,
    password,
    async signIn(login) {
      const desk = new Desk(await (await open(DESK)).newPage());
      await desk.signIn(login, password);
      return desk;
    },
    async sitDown(login) {
      const context = await open(DESK);
      const { token } = await api.signInAs(login);
      await context.addCookies([{ name: 'yimen_session', value: token, url: api.url }]);
      const desk = new Desk(await context.newPage());
      await desk.go('/staff/my-work');
      return desk;
    },
    async desk() {
      return new Desk(await (await open(DESK)).newPage());
    },
    async phone() {
      return new Desk(await (await open(PHONE)).newPage());
    },
    async setClock(instant) {
      api.clock.set(instant);
      await Promise.all(contexts.map((context) => shiftClock(context, new Date(instant))));
    },
    settle: () => api.worker.drain(),
  };
}

async function openContext(browser: Browser, baseURL: string, options: BrowserContextOptions): Promise<BrowserContext> {
  const context = await browser.newContext({
    baseURL,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
    ...options,
  });
  context.setDefaultTimeout(30_000);
  return context;
}

import type { Page } from 'playwright-core';
import { showSimulation } from './show-simulation.ts';

export type Picture = {
  readonly name: string;
  readonly path: string;
  /** Stands on the page once it is complete. */
  readonly shows: string | RegExp;
  /** Who looks; nobody before the sign-in. */
  readonly login?: string;
  /** What is pressed before the picture is taken. */
  readonly arrange?: (page: Page) => Promise<void>;
};

export const STAFF_PICTURES: readonly Picture[] = [
  { name: 'sign-in', path: '/staff/sign-in', shows: '登录' },
  { name: 'my-work', path: '/staff/my-work', shows: /还剩|超时/, login: 'shipodian.window.a' },
  { name: 'reports', path: '/staff/reports', shows: /^BG/, login: 'minzheng.clerk1.a' },
  { name: 'case', path: '/staff/cases', shows: '责任岗位', login: 'minzheng.clerk1.a', arrange: openAidedCase },
  { name: 'urgent-relief', path: '/staff/cases', shows: '封顶', login: 'minzheng.clerk1.a', arrange: showRelief },
  { name: 'assessment', path: '/staff/cases', shows: '各项救助', login: 'minzheng.clerk1.a', arrange: showAssessment },
  {
    name: 'policy',
    path: '/staff/policy?part=rules',
    shows: '无劳动能力',
    login: 'minzheng.clerk1.a',
    arrange: (page) => page.getByRole('heading', { name: '特困人员', exact: true }).click(),
  },
  {
    name: 'simulation',
    path: '/staff/policy-releases',
    shows: '类别变动',
    login: 'minzheng.clerk1.a',
    arrange: showSimulation,
  },
  { name: 'petty-cash', path: '/staff/petty-cash', shows: '充足', login: 'minzheng.finance.a' },
  {
    name: 'payment-batch',
    path: '/staff/payment-batches',
    shows: '支付明细',
    login: 'minzheng.finance.a',
    arrange: openFirstBatch,
  },
  { name: 'leading-group', path: '/staff/leading-group', shows: /副组长/, login: 'minzheng.clerk1.a' },
];

export const PHONE_PICTURES: readonly Picture[] = [
  { name: 'phone-home', path: '/', shows: '查看进展' },
  { name: 'phone-report', path: '/report', shows: /火/ },
  { name: 'phone-follow', path: '/follow', shows: '查询码' },
  { name: 'phone-directory', path: '/windows', shows: /窗口/ },
];

async function openAidedCase(page: Page): Promise<void> {
  const aided = page
    .getByRole('main')
    .getByRole('row')
    .filter({ hasText: /¥[1-9]/ });
  await aided.first().getByRole('link').first().click();
  await page.getByRole('heading', { name: '概况' }).waitFor();
}

async function showRelief(page: Page): Promise<void> {
  await openAidedCase(page);
  await page.getByRole('region', { name: '急难救助' }).evaluate((section) => section.scrollIntoView());
}

async function showAssessment(page: Page): Promise<void> {
  await openAidedCase(page);
  await page.getByRole('region', { name: '评估' }).evaluate((section) => section.scrollIntoView());
}

async function openFirstBatch(page: Page): Promise<void> {
  await page.getByRole('main').getByRole('row').getByRole('link').first().click();
  await page.getByRole('heading', { name: '支付明细' }).waitFor();
}

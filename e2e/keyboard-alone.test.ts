import { expect, test } from 'vitest';
import { reliefActs } from '../packages/server/src/testing/index.ts';
import { expectAccessible } from './support/accessible.ts';
import { sixDigits } from './support/authenticator.ts';
import { openHouse } from './support/house.ts';
import { enter, tabTo, typeInto } from './support/keys.ts';

const house = await openHouse({ now: '2026-03-02T02:00:00.000Z' });
const { openCase, panel, propose } = reliefActs(house.api, house.county);

test('a keeper binds a phone and with the keyboard alone signs in, finds the task and approves', async () => {
  const { caseId } = await openCase();
  await propose(caseId);
  const secret = await bindPhone('society.keeper');

  await house.setClock('2026-03-02T02:10:00.000Z');
  const { page } = await house.desk();
  await page.goto('/staff/sign-in');
  await typeInto(page, page.getByRole('textbox', { name: '账号' }), 'society.keeper');
  await typeInto(page, page.getByLabel('密码', { exact: true }), house.password);
  await page.keyboard.press('Enter');
  const code = page.getByRole('textbox', { name: '验证码或恢复码' });
  await tabTo(page, code);
  await page.keyboard.press('Enter');
  await page.getByText('请填写验证码').waitFor();
  await expectAccessible(page);
  await typeInto(page, code, sixDigits(secret, house.api.clock.now()));
  await page.keyboard.press('Enter');

  await enter(page, page.getByRole('link', { name: /审批急难救助/ }));
  await enter(page, page.getByRole('button', { name: '审批同意', exact: true }));
  await enter(page, page.getByRole('dialog').getByRole('button', { name: '同意', exact: true }));
  await page.getByText('审批 1/1').waitFor();
  expect((await panel(caseId)).grants.map(({ state }) => state)).toEqual(['approved']);
});

async function bindPhone(login: string): Promise<string> {
  const desk = await house.sitDown(login);
  await desk.go('/staff/account');
  await desk.press('绑定动态验证码');
  await desk.see('密钥');
  await expectAccessible(desk.page);
  const secret = (await desk.page.locator('code').first().textContent()) ?? '';
  await desk.fill('6 位数字', sixDigits(secret, house.api.clock.now()));
  await desk.press('确认绑定');
  await desk.see('请保存恢复码');
  await expectAccessible(desk.page);
  await desk.press('我已保存');
  await desk.see('已绑定，登录时需要输入手机验证器上的数字。');
  return secret;
}

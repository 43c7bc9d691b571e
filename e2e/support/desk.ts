import type { Locator, Page } from 'playwright-core';
import { expectDialogAccessible } from './accessible.ts';

type Place = Page | Locator;

/** What a person does at a page, by the words that stand on it. */
export class Desk {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async signIn(login: string, password: string): Promise<void> {
    await this.page.goto('/staff/sign-in');
    await this.fill('账号', login);
    await this.fill('密码', password);
    await this.press('登录');
    await this.page.getByRole('navigation').first().waitFor();
  }

  async go(path: string): Promise<void> {
    await this.page.goto(path);
  }

  async press(name: string, place: Place = this.page): Promise<void> {
    await place.getByRole('button', { name, exact: true }).click();
  }

  async follow(name: string | RegExp, place: Place = this.page): Promise<void> {
    await place.getByRole('link', { name }).first().click();
  }

  async fill(label: string, value: string, place: Place = this.page): Promise<void> {
    await place
      .getByRole('textbox', { name: named(label) })
      .or(place.getByRole('spinbutton', { name: named(label) }))
      .first()
      .fill(value);
  }

  /** A choice of a list that opens; `typed` narrows a long one. */
  async choose(label: string, option: string | RegExp, { typed, place = this.page }: Choosing = {}): Promise<void> {
    const field = place.getByRole('combobox', { name: named(label) }).first();
    await field.click();
    if (typed !== undefined) await field.fill(typed);
    await this.page.locator('.ant-select-dropdown:visible').getByTitle(option).first().click();
  }

  /** Typed into a field with a calendar, which takes it with Enter. */
  async pickMoment(label: string, moment: string): Promise<void> {
    const field = this.page.getByRole('textbox', { name: named(label) });
    await field.fill(moment);
    await field.press('Enter');
  }

  async tick(question: string, answer: string, place: Place = this.page): Promise<void> {
    await place.getByRole('group', { name: question }).getByText(answer, { exact: true }).click();
  }

  /** What stands beside a term of a list of facts. */
  async valueOf(term: string): Promise<string> {
    const fact = this.page.getByRole('term').filter({ hasText: term }).locator('xpath=following-sibling::*[1]');
    return ((await fact.first().textContent()) ?? '').trim();
  }

  dialog(): Locator {
    return this.page.getByRole('dialog');
  }

  /** Presses the last button of a dialog, which everybody must be able to read and reach, and waits until it is gone. */
  async confirm(name: string): Promise<void> {
    await expectDialogAccessible(this.page, name);
    await this.press(name, this.dialog());
    await this.dialog().waitFor({ state: 'hidden' });
  }

  async see(words: string | RegExp, place: Place = this.page): Promise<void> {
    await place.getByText(words).filter({ visible: true }).first().waitFor();
  }
}

type Choosing = { readonly typed?: string; readonly place?: Place };

/** Fields that may stay empty say so behind their name. */
function named(label: string): RegExp {
  return new RegExp(`^${label.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}( （可选）)?$`);
}

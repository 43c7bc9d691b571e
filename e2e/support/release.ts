import type { Desk } from './desk.ts';

export type NewRelease = { readonly title: string; readonly effectiveOn: string; readonly reason: string };

/** Drafts a release of the own place, whose page is open then. @returns its id. */
export async function draftRelease(desk: Desk, { title, effectiveOn, reason }: NewRelease): Promise<string> {
  await desk.go('/staff/policy-releases');
  await desk.press('起草发布');
  await desk.fill('标题', title, desk.dialog());
  await desk.pickMoment('生效日', effectiveOn);
  await desk.fill('理由', reason, desk.dialog());
  await desk.confirm('起草发布');
  await desk.see('还没有改动');
  return desk.page.url().split('/').at(-1) ?? '';
}

/** Opens a topic of the policy, whose parts are folded. */
export async function openTopic({ page }: Desk, topic: string): Promise<void> {
  await page.getByRole('heading', { name: topic, exact: true }).click();
}

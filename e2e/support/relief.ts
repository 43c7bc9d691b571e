import type { Desk } from './desk.ts';

export type Aid = { readonly level: string | RegExp; readonly amount: string; readonly evidenceNumber?: string };

/** Fills the quick form of the relief panel and submits it. */
export async function proposeAid(desk: Desk, { level, amount }: Aid): Promise<void> {
  await desk.choose('由哪一级救助', level);
  await desk.fill('金额', amount);
  await desk.press('提交救助');
}
export async function handOut(desk: Desk): Promise<void> {
  await desk.press('发放并签收');
  await desk.confirm('确认已发放');
}
export async function fileAllPapers(_desk: Desk): Promise<void> {}

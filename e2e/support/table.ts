import type { Page } from 'playwright-core';

/** What the table of that name, or in the part of the page of that name, says, a line for each row: `苏埠镇 | 12 | –`. */
export async function readTable(page: Page, part: string): Promise<readonly string[]> {
  const named = { name: part, exact: true };
  const rows = page.getByRole('region', named).or(page.getByRole('table', named)).getByRole('row');
  await rows.first().waitFor();
  const lines: string[] = [];
  for (const row of await rows.all()) {
    const cells = await row.locator('th, td').allInnerTexts();
    lines.push(cells.map((cell) => cell.replaceAll(/\s+/g, ' ').trim() || '–').join(' | '));
  }
  return lines;
}

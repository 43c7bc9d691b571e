/** Pages one after the other in parts of about so many households each. */
export function cutPages<Page extends { readonly households: number }>(
  pages: readonly Page[],
  households: number,
): readonly (readonly Page[])[] {
  const parts: Page[][] = [];
  let room = 0;
  for (const page of pages) {
    const part = parts.at(-1);
    if (part && page.households <= room) part.push(page);
    else {
      parts.push([page]);
      room = households;
    }
    room -= page.households;
  }
  return parts;
}

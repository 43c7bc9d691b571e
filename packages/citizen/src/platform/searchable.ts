/** What to search for: while pinyin is still being typed there is nothing yet. */
export function searchable(typed: string): string {
  const isStillPinyin = !/\p{Script=Han}|\d/u.test(typed);
  return isStillPinyin ? '' : typed.replace(/['a-zA-Z]+$/u, '').trim();
}

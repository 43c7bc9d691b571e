/** YYYY-MM-DD in Asia/Shanghai, wherever the browser stands. */
export function todayInShanghai(now: number = Date.now()): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(now);
}

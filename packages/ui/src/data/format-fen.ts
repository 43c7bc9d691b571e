/** 100000 → ¥1,000.00. Integer arithmetic only: a fraction of a fen is a defect and is refused. */
export function formatFen(fen: number): string {
  if (!Number.isSafeInteger(fen)) throw new RangeError(`not a whole number of fen: ${fen}`);
  const whole = Math.trunc(Math.abs(fen) / 100).toString();
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  const cents = (Math.abs(fen) % 100).toString().padStart(2, '0');
  return `${fen < 0 ? '−' : ''}¥${grouped}.${cents}`;
}

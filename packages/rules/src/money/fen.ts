/**
 * Yuan as people type it, to integer fen; undefined when it is not an amount.
 * Accepted: digits, thousands separators only if every group of three has one (`1,600` and `1，600`, not `16,00`),
 * at most two decimals, spaces around, ¥ in front or 元 behind. Not accepted: signs, exponents, anything else.
 */
export function parseFen(text: string): number | undefined {
  const plain = text
    .trim()
    .replace(/^[¥￥]\s*/u, '')
    .replace(/\s*元$/u, '')
    .replaceAll('，', ',');
  const parts = /^(\d{1,13}|\d{1,3}(?:,\d{3}){1,4})(?:\.(\d{1,2}))?$/.exec(plain);
  if (!parts) return undefined;
  const yuan = Number((parts[1] ?? '').replaceAll(',', ''));
  const fen = yuan * 100 + Number((parts[2] ?? '').padEnd(2, '0'));
  return Number.isSafeInteger(fen) ? fen : undefined;
}

/** 160000 → `1,600.00`. No currency sign: the words around it say what it is. */
export function formatFen(fen: number): string {
  const sign = fen < 0 ? '-' : '';
  const digits = String(Math.abs(fen)).padStart(3, '0');
  const yuan = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${sign}${yuan}.${digits.slice(-2)}`;
}

/** As formatFen, without `.00`: for running text. */
export function formatFenShort(fen: number): string {
  return formatFen(fen).replace(/\.00$/, '');
}

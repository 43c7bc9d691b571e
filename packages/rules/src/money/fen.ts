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
  return `${sign}${grouped(digits.slice(0, -2))}.${digits.slice(-2)}`;
}

/** As formatFen, without `.00`: for running text. */
export function formatFenShort(fen: number): string {
  if (fen % 100 !== 0) return formatFen(fen);
  const sign = fen < 0 ? '-' : '';
  return sign + grouped(String(Math.abs(fen) / 100));
}

/** By thousands. Figures are most of an explanation: a pattern takes ten times as long. */
function grouped(digits: string): string {
  if (digits.length <= 3) return digits;
  const first = digits.length % 3 || 3;
  let text = digits.slice(0, first);
  for (let at = first; at < digits.length; at += 3) text += `,${digits.slice(at, at + 3)}`;
  return text;
}

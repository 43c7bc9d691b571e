/*
 * Three values in two bits: the lower is set for a certain yes, the upper for a possible one. So 0 is no, 3 is yes, 2 is
 * not known; `&` is and, `|` is or. What is known for certain is a flag, 0 or 1: `-flag & bits` and `3 * flag | bits`.
 */

export function not(bits: number): number {
  return ~((bits << 1) | (bits >> 1)) & 3;
}

/** As a column of flags holds it: 255 for not known. */
export function stored(bits: number): number {
  return (bits & 1) - +(bits === 2);
}

/** The mark of a column of whole numbers for not known. */
export const INT_UNKNOWN = -(2 ** 31);

/** An amount that is due when the bits say so, otherwise nothing; NaN where that makes a difference. */
export function due(bits: number, amount: number): number {
  if (bits === 3) return amount;
  return bits === 0 || amount === 0 ? 0 : Number.NaN;
}

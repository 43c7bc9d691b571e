/** 12.34 yuan as 1234 fen; a third decimal stays, to be refused instead of rounded. */
export function toHundredths(typed: number | null): number | null {
  // Binary fractions: 0.29 × 100 is 28.999999999999996.
  return typed === null ? null : Number((typed * 100).toFixed(6));
}

export function fromHundredths(kept: number | null | undefined): number | null {
  return kept === null || kept === undefined ? null : kept / 100;
}

interface Typing {
  readonly userTyping: boolean;
  readonly input: string;
}

/** Two decimals once the field is left. Antd's `precision` would cut off a third one. */
export function formatHundredths(value: number | string | undefined, { userTyping, input }: Typing): string {
  if (userTyping) return input;
  const text = String(value ?? '');
  return /^-?\d+(\.\d)?$/.test(text) ? Number(text).toFixed(2) : text;
}

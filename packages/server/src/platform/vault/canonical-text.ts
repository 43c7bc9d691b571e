import { parseResidentId } from '@yimen/rules';

const INVISIBLE = /[\s\u00AD\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF-]/gu;

/** One spelling per value, so that every way of typing it finds the same row. */
export function canonicalText(purpose: string, text: string): string {
  const plain = text.normalize('NFKC').replace(INVISIBLE, '');
  if (purpose === 'id-number') return canonicalIdNumber(plain);
  if (purpose === 'phone') return plain.replace(/^(\+|00)86(?=1\d{10}$)/, '');
  return plain.toUpperCase();
}

/** 15-digit numbers are widened to 18; what is no resident number (passport, permit) stays as typed, in capitals. */
function canonicalIdNumber(text: string): string {
  const upper = text.toUpperCase();
  // The spelling does not depend on the day: no number is in the future here.
  const parsed = parseResidentId(upper, '9999-12-31');
  return parsed.valid ? parsed.number : upper;
}

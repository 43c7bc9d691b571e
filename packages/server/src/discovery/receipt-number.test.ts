import fc from 'fast-check';
import { expect, test } from 'vitest';
import { followCodeHash, newFollowCode } from './follow-code.ts';
import { isReceiptNumber, receiptNumber } from './receipt-number.ts';

test('a receipt number carries the day in Shanghai, a running number and a check character', () => {
  expect(receiptNumber(new Date('2026-11-20T16:30:00Z'), 123)).toMatch(/^BG20261121-000123-[0-9A-Z]$/);
});

test('one wrong digit or two swapped neighbours are noticed', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 99_999_999 }),
      fc.nat(13),
      fc.integer({ min: 1, max: 9 }),
      (sequence, place, shift) => {
        const right = receiptNumber(new Date('2026-11-21T00:00:00Z'), sequence);
        expect(isReceiptNumber(right)).toBe(true);
        const digits = [...right];
        const at = digits.flatMap((character, index) =>
          /\d/.test(character) && index < right.length - 1 ? [index] : [],
        );
        const index = at[place % at.length] ?? 2;
        const changed = digits.with(index, String((Number(digits[index]) + shift) % 10)).join('');
        expect(isReceiptNumber(changed)).toBe(false);
        const next = at[(place % (at.length - 1)) + 1] ?? 3;
        const before = at[place % (at.length - 1)] ?? 2;
        const swapped = digits
          .with(before, digits[next] ?? '')
          .with(next, digits[before] ?? '')
          .join('');
        expect(isReceiptNumber(swapped)).toBe(swapped === right);
      },
    ),
  );
});

test('follow codes of 125 bits do not repeat, and what is kept does not depend on how they are copied', () => {
  const vault = { index: (purpose: string, text: string) => Buffer.from(`${purpose}:${text}`) };
  const codes = Array.from({ length: 2000 }, () => newFollowCode());
  expect(new Set(codes).size).toBe(2000);
  for (const code of codes.slice(0, 50)) {
    expect(code.replaceAll('-', '')).toHaveLength(25);
    expect(
      followCodeHash(vault, code.toLowerCase().replaceAll('-', ' ').replaceAll('1', 'l').replaceAll('0', 'o')),
    ).toEqual(followCodeHash(vault, code));
  }
});

import { expect, test } from 'vitest';
import { readReceiptHash, receiptHash, tidyFollowCode, tidyReceiptNo } from './receipt-link.ts';

const PAIR = { receiptNo: 'BG20261121-000123-K', followCode: 'AB12C-34DEF-56GHJ-78KMN-90PQR' };

test('a link carries number and code behind the #, where no server sees them', () => {
  expect(readReceiptHash(`#${receiptHash(PAIR)}`)).toEqual(PAIR);
  expect(readReceiptHash('')).toEqual({ receiptNo: '', followCode: '' });
});

test.each([
  'bg20261121-000123-k',
  'BG20261121 000123 K',
  'ＢＧ２０２６１１２１－０００１２３－Ｋ',
  'BG20261121—000123—K',
])('a receipt typed as %s is the same receipt', (typed) => expect(tidyReceiptNo(typed)).toBe(PAIR.receiptNo));

test('what is no receipt number stays as it is, for the server to judge', () => {
  expect(tidyReceiptNo('12 3')).toBe('123');
  expect(tidyFollowCode(' ab12c–34def ')).toBe('AB12C-34DEF');
});

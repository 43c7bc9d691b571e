/** What opens the progress of one report. */
export interface ReceiptPair {
  readonly receiptNo: string;
  readonly followCode: string;
}

/** Behind the # on purpose: what stands there is sent to no server and written into no log. */
export function receiptHash({ receiptNo, followCode }: ReceiptPair): string {
  return new URLSearchParams({ receipt: receiptNo, code: followCode }).toString();
}

export function readReceiptHash(hash: string): ReceiptPair {
  const values = new URLSearchParams(hash.replace(/^#/, ''));
  return { receiptNo: values.get('receipt') ?? '', followCode: values.get('code') ?? '' };
}

/** As it stands on the receipt, however it was typed: full width, small letters, blanks, without its dashes. */
export function tidyReceiptNo(typed: string): string {
  const plain = tidy(typed);
  const parts = /^([A-Z]{2}\d{8})-?(\d{6,12})-?([0-9A-Z])$/.exec(plain);
  return parts === null ? plain : parts.slice(1).join('-');
}

export function tidyFollowCode(typed: string): string {
  return tidy(typed);
}

function tidy(typed: string): string {
  return typed
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/[‐-―−_]/g, '-')
    .toUpperCase();
}

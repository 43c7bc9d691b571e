export const BANK_RESULTS = ['success', 'failure'] as const;
export type BankResult = (typeof BANK_RESULTS)[number];

const WORDS: Readonly<Record<BankResult, readonly string[]>> = {
  success: [
    '成功',
    '交易成功',
    '处理成功',
    '发放成功',
    '入账成功',
    '已成功',
    '已入账',
    '已发放',
    's',
    'success',
    'succeeded',
    'ok',
    '00',
    '0000',
  ],
  failure: [
    '失败',
    '交易失败',
    '处理失败',
    '发放失败',
    '入账失败',
    '未成功',
    '不成功',
    '退回',
    '已退回',
    '退票',
    '退汇',
    '拒绝',
    'f',
    'fail',
    'failed',
    'failure',
  ],
};

/** Null for a word that is not listed: money is never booked on a guess. */
export function readResult(text: string): BankResult | null {
  const word = text.normalize('NFKC').trim().toLowerCase();
  return BANK_RESULTS.find((result) => WORDS[result].includes(word)) ?? null;
}

import type { getBatch, ResponseOf } from '@yimen/contracts';
import { seeded } from '@yimen/rules/testing/seeded';

type Batch = ResponseOf<typeof getBatch>;
type Outcome = 'failure' | 'duplicate' | 'unknown' | 'amount-mismatch' | 'name-mismatch' | 'missing';
export type Planted = { readonly lineNo: number; readonly outcome: Outcome; readonly keepsOpen: boolean };

const KINDS = ['returned', 'duplicate', 'unknown', 'amount', 'name', 'missing'] as const;

/** A return file of a batch in random order in which `count` lines are wrong in a known way (seeded). */
export function plantFaults(batch: Batch, count: number, seed: number) {
  const next = seeded(seed);
  const payments = shuffled(batch.payments, next);
  const faulty = new Map(
    shuffled(
      payments.map((payment) => payment.id),
      next,
    )
      .slice(0, count)
      .map((id, index) => [id, KINDS[index % KINDS.length] ?? 'missing']),
  );
  const lines = ['批次号,支付单号,收款人姓名,金额,处理结果,失败原因'];
  const planted: Planted[] = [];
  let paidFen = 0;
  const add = (id: string, name: string, fen: number, result = '成功') =>
    lines.push(
      `${batch.batchNo},${id},${name},${(fen / 100).toFixed(2)},${result},${result === '成功' ? '' : '账户已销户'}`,
    );
  for (const { id, payeeName, amountFen } of payments) {
    const kind = faulty.get(id);
    const plant = (outcome: Outcome, keepsOpen: boolean) => planted.push({ lineNo: lines.length, outcome, keepsOpen });
    if (kind === undefined || kind === 'duplicate' || kind === 'unknown') {
      add(id, payeeName, amountFen);
      paidFen += amountFen;
    }
    if (kind === 'duplicate') {
      add(id, payeeName, amountFen);
      plant('duplicate', false);
    }
    if (kind === 'unknown') {
      add(`0${id.slice(1, 35)}${id.endsWith('0') ? '1' : '0'}`, payeeName, amountFen);
      plant('unknown', false);
    }
    if (kind === 'returned') {
      add(id, payeeName, amountFen, '退回');
      plant('failure', false);
    }
    if (kind === 'amount') {
      add(id, payeeName, amountFen + 1);
      plant('amount-mismatch', true);
    }
    if (kind === 'name') {
      add(id, `${payeeName}某`, amountFen);
      plant('name-mismatch', true);
    }
    if (kind === 'missing') plant('missing', true);
  }
  return { text: `${lines.join('\r\n')}\r\n`, planted, paidFen };
}

function shuffled<T>(items: readonly T[], next: () => number): T[] {
  return items
    .map((item) => ({ item, at: next() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

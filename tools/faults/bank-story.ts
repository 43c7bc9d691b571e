import * as contract from '@yimen/contracts';
import { GRANT_FEN, grantAid, type Order, PAYEE } from './grant-aid.ts';
import type { BankLine, Ledger } from './ledger.ts';
import type { Rig } from './rig.ts';
import { send } from './send.ts';

/** Two households get their money through the bank: one is paid, one is refused, and the bank says the first one twice. */
export async function settleThroughBank(rig: Rig, ledger: Ledger): Promise<void> {
  const orders = [await grantAid(rig, ledger, 'bank'), await grantAid(rig, ledger, 'bank')];
  const [paid, refused] = orders;
  if (!paid || !refused) return;
  for (const { paymentId: id } of [paid, refused]) {
    const body = { expectedVersion: 1 };
    if (!(await send(rig, ledger, { route: contract.checkPayment, login: 'county.finance1', params: { id }, body })))
      return;
  }
  const made = await send(rig, ledger, {
    route: contract.makeBatch,
    login: 'county.finance2',
    body: { fundId: rig.county.funds.society, paymentIds: [paid.paymentId, refused.paymentId] },
  });
  if (!made) return;
  const params = { id: made.id };
  const checked = { route: contract.checkBatch, login: 'county.finance1', params, body: { expectedVersion: 1 } };
  if (!(await send(rig, ledger, checked))) return;
  if (!(await send(rig, ledger, { route: contract.exportBatch, login: 'county.finance2', params, body: {} }))) return;

  const lines = linesOf(paid, refused);
  const read = await send(rig, ledger, {
    route: contract.readReturnFile,
    login: 'county.finance2',
    params,
    body: fileOf(lines),
  });
  if (!read) return;
  ledger.bankLines.push(...lines);
  if (read.success !== 1 || read.failure !== 1 || read.duplicate !== 1 || read.stillOpen !== 0)
    ledger.surprises.push(`return file read as ${JSON.stringify(read)}`);
}

function linesOf(paid: Order, refused: Order): BankLine[] {
  return [
    { ...paid, outcome: 'success' },
    { ...refused, outcome: 'failure' },
    { ...paid, outcome: 'duplicate' },
  ];
}

function fileOf(lines: readonly BankLine[]): string {
  const rows = lines.map(({ paymentId, outcome }) => {
    const [result, reason] = outcome === 'failure' ? ['失败', '账户已销户'] : ['成功', ''];
    return `${paymentId},${PAYEE.holderName},${(GRANT_FEN / 100).toFixed(2)},${result},${reason}`;
  });
  return `支付单号,收款人姓名,金额,处理结果,失败原因\n${rows.join('\n')}\n`;
}

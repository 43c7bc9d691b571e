import type { Done } from '@yimen/contracts';
import type { Tx } from '../platform/db/database.ts';
import { refused } from '../platform/refused.ts';
import { type Doer, isAmong } from '../platform/stand-ins.ts';
import type { Services } from '../services.ts';
import { getBoxPolicy } from './petty-cash-policy.ts';
import { closeRequest, findBox, setCeiling } from './petty-cash-store.ts';
import { findAvailableAccount } from './queries.ts';
import { transfer } from './transfer.ts';

export type Issue = {
  readonly officeId: string;
  readonly amountFen: number;
  readonly requestId: string | null;
  readonly voucherNo: string;
  readonly now: Date;
};

/** The county fills a township's box from its own fund, up to the ceiling of the day; who asked does not issue. */
export async function issuePettyCash(
  tx: Tx,
  services: Pick<Services, 'policy'>,
  actor: Doer,
  issue: Issue,
): Promise<Done> {
  const box = await findBox(tx, issue.officeId);
  const available = box && (await findAvailableAccount(tx, box.fund_id));
  if (!box || !available) throw refused('NOT_FOUND');
  const { ceilingFen } = getBoxPolicy(services, { regionCode: box.region_code, now: issue.now });
  if (issue.requestId !== null) {
    const askedBy = await closeRequest(tx, issue.requestId, issue.officeId, issue.now);
    if (askedBy === undefined) throw refused('STATE_CONFLICT', { requestId: issue.requestId });
    if (isAmong(actor, askedBy)) throw refused('OWN_WORK_BLOCKED', { requestId: issue.requestId });
  }
  await setCeiling(tx, box.id, ceilingFen);
  const id = await transfer(tx, {
    fundId: box.fund_id,
    fromAccountId: available,
    toAccountId: box.id,
    amountFen: issue.amountFen,
    kind: 'issue',
    regionCode: box.region_code,
    memo: `拨付备用金 · ${issue.voucherNo}`,
    actor,
    now: issue.now,
  });
  return { id };
}

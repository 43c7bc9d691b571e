import { createFund, openPettyCash, receiveMoney, transfer } from '../funds/index.ts';
import { SYSTEM_CONTEXT } from '../platform/db/access-context.ts';
import type { Tx } from '../platform/db/database.ts';
import type { Services } from '../services.ts';
import type { DemoCounty } from './county.ts';
import type { DemoFund } from './money/funds.ts';

type SeedPeople = { readonly officeIdOf: (key: string) => string; readonly accountId: string; readonly now: Date };
type Opened = Awaited<ReturnType<typeof createFund>>;

/** Funds with their sources, and petty cash issued to every township. @returns the id of the county's fiscal fund. */
export async function seedFunds(services: Services, county: DemoCounty, people: SeedPeople): Promise<string> {
  return services.database.transact(SYSTEM_CONTEXT, async (tx) => {
    let fiscal: Opened | undefined;
    for (const fund of county.funds) {
      const opened = await openFund(tx, fund, people);
      if (fund.kind === 'fiscal') fiscal = opened;
    }
    if (!fiscal) throw new Error('the county has no fiscal fund');
    await fillPettyCash(tx, county, fiscal, people);
    return fiscal.fundId;
  });
}

async function openFund(tx: Tx, fund: DemoFund, { officeIdOf, accountId, now }: SeedPeople): Promise<Opened> {
  const opened = await createFund(tx, {
    kind: fund.kind,
    name: fund.name,
    regionCode: fund.regionCode,
    officeId: officeIdOf(fund.officeKey),
    now,
  });
  for (const receipt of fund.receipts)
    await receiveMoney(tx, { fundId: opened.fundId, ...receipt, actor: { accountId }, now });
  return opened;
}

async function fillPettyCash(
  tx: Tx,
  county: DemoCounty,
  fiscal: Opened,
  { officeIdOf, accountId, now }: SeedPeople,
): Promise<void> {
  const regionOf = new Map(county.offices.map((office) => [office.key, office.regionCode]));
  for (const box of county.pettyCash) {
    const regionCode = regionOf.get(box.officeKey) ?? county.countyCode;
    const opened = await openPettyCash(tx, {
      fundId: fiscal.fundId,
      officeId: officeIdOf(box.officeKey),
      regionCode,
      ceilingFen: box.ceilingFen,
    });
    await transfer(tx, {
      fundId: fiscal.fundId,
      fromAccountId: fiscal.availableAccountId,
      toAccountId: opened.pettyCashAccountId,
      amountFen: box.firstIssueFen,
      kind: 'issue',
      regionCode,
      memo: `首次拨付 ${box.voucherNo}`,
      actor: { accountId },
      now,
    });
  }
}

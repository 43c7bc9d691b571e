import * as contract from '@yimen/contracts';
import type { DemoGrant } from '../cases/plan-grants.ts';
import { tellBankRun } from './tell-bank-run.ts';
import type { CaseTelling } from './telling.ts';

/** Cash and goods against a signature; county money through the bank, as far as its stages are due. */
export async function tellPayment(telling: CaseTelling, grant: DemoGrant, grantId: string): Promise<void> {
  const { story, place } = telling;
  const by = grant.level === 'county' ? telling.clerk : telling.window;
  const panel = await telling.act(contract.getUrgentRelief, { params: { id: telling.caseId } }, { by, after: 1 });
  const found = panel.grants.find((one) => one.id === grantId);
  if (grant.method === 'bank') {
    const due = found?.payments.filter((payment) => payment.plannedOn <= telling.today()) ?? [];
    return tellBankRun(
      telling,
      due.map((payment) => payment.id),
    );
  }
  const payer = place.loginOfPost(grant.level === 'village' ? `${story.societyKey}.keeper` : `${story.windowKey}.cash`);
  const body = { signedBy: found?.payeeName ?? '本人', receiptPhotoId: null, note: null };
  for (const payment of found?.payments ?? [])
    await telling.act(contract.payGrant, { params: { id: payment.id }, body }, { by: payer, after: 40 });
}

import type { payGrant as contract, ResponseOf } from '@yimen/contracts';
import { type CaseRow, caseForAct, finishTasks, recordEvent } from '../casework/index.ts';
import { getPaymentGrant, handOutPayment } from '../funds/index.ts';
import type { Act } from '../platform/http/implement.ts';
import { refused } from '../platform/refused.ts';
import type { Services } from '../services.ts';
import { lockGrant } from './grant-store.ts';
import { requirePayerOf } from './level-permission.ts';
import { openPapers } from './open-papers.ts';
import { refuseOwnProposal } from './own-work.ts';

/** Cash or goods against a signature; paying opens the papers that follow (aid first, papers after). */
export async function handOutAid(services: Services, act: Act<typeof contract>): Promise<ResponseOf<typeof contract>> {
  const { tx, params, body, now, actor } = act;
  const grantId = await getPaymentGrant(tx, params.id);
  const grant = await lockGrant(tx, grantId);
  if (!grant) throw refused('NOT_FOUND');
  requirePayerOf(actor, grant.level);
  const found = await caseForAct(tx, actor, grant.case_id);
  refuseOwnProposal(grant, actor);
  const paid = await handOutPayment(tx, {
    paymentId: params.id,
    signedBy: body.signedBy,
    receiptPhotoId: body.receiptPhotoId,
    actor,
    now,
  });
  await finishTasks(tx, { subjectId: params.id, kinds: ['pay-grant'] }, actor, now, 'paid');
  await recordEvent(tx, actor, found, 'payment.paid', now, {
    paymentId: params.id,
    grantId,
    amountFen: paid.amountFen,
    method: paid.method,
    signedBy: body.signedBy,
  });
  const papersDue = await openPapers(services, tx, {
    grant,
    found: found satisfies CaseRow,
    paidAt: now,
    author: actor,
  });
  act.note({
    subjectType: 'payment',
    subjectId: params.id,
    details: { caseId: found.id, amountFen: paid.amountFen, papersDue },
  });
  return { paymentId: params.id, paidAt: now.toISOString(), papersDue };
}

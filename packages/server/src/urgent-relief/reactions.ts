import { findCase, finishTasks, recordEvent } from '../casework/index.ts';
import type { Tx } from '../platform/db/database.ts';
import type { Payload, Reactions } from '../platform/outbox/reactions.ts';
import type { Services } from '../services.ts';
import { lockGrant } from './grant-store.ts';
import { callForDecision, tellLatePapers } from './late-papers.ts';
import { openPapers } from './open-papers.ts';

/** What urgent relief does when money arrived through the bank, or when a paper stayed away. */
export function urgentReliefReactions(services: Services): Reactions {
  return {
    'payment.paid': (tx, payload, now) => afterBankPayment(services, tx, payload, now),
    'payment.failed': (tx, payload, now) => tellCase(tx, payload, now, 'payment.failed'),
    'payment.replaced': (tx, payload, now) => tellCase(tx, payload, now, 'payment.replaced'),
    'task.escalated': (tx, payload, now) => afterLatePaper(services, tx, payload, now),
    'task.recomputed': afterRecomputedPaper,
  };
}

/** A hand-out opened its papers in its own transaction; a bank payment opens them here, once. */
async function afterBankPayment(services: Services, tx: Tx, payload: Payload, now: Date): Promise<void> {
  const grant = await lockGrant(tx, String(payload['grantId']));
  const found = grant && (await findCase(tx, grant.case_id));
  if (!grant || !found || payload['method'] !== 'bank') return;
  const paymentId = String(payload['paymentId']);
  await finishTasks(tx, { subjectId: paymentId, kinds: ['pay-grant'] }, null, now, 'paid by bank');
  await recordEvent(tx, 'system', found, 'payment.paid', now, {
    paymentId,
    grantId: grant.id,
    amountFen: payload['amountFen'],
    method: 'bank',
  });
  await openPapers(services, tx, { grant, found, paidAt: now, author: 'system' });
}

/** What happened to bank money stands on the timeline; funds knows no cases. */
async function tellCase(
  tx: Tx,
  payload: Payload,
  now: Date,
  act: 'payment.failed' | 'payment.replaced',
): Promise<void> {
  const found = await findCase(tx, String(payload['caseId']));
  if (!found) return;
  await recordEvent(tx, 'system', found, act, now, {
    paymentId: payload['paymentId'],
    grantId: payload['grantId'],
    amountFen: payload['amountFen'],
  });
}

/** Late papers escalate to who may waive them or ask the money back. */
async function afterLatePaper(services: Services, tx: Tx, payload: Payload, now: Date): Promise<void> {
  if (payload['kind'] !== 'collect-paper') return;
  const found = await findCase(tx, String(payload['caseId']));
  if (found) await callForDecision(services, tx, found, now);
}

/** The year's schedule gave a paper more time: nobody decides on what is not late any more. */
async function afterRecomputedPaper(tx: Tx, payload: Payload, now: Date): Promise<void> {
  if (payload['kind'] !== 'collect-paper') return;
  const found = await findCase(tx, String(payload['caseId']));
  if (found) await tellLatePapers(tx, found, now, null);
}

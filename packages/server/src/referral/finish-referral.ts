import type { BodyOf, finishReferral as contract, Done } from '@yimen/contracts';
import { finishTasks, recordEvent } from '../casework/index.ts';
import type { Act } from '../platform/http/implement.ts';
import { emit } from '../platform/outbox/emit.ts';
import { refusedField } from '../platform/refused.ts';
import { referralForAct } from './referral-for-act.ts';
import { changeReferral } from './store.ts';

/** The result comes back and is registered: money, goods, a service, or nothing and why. */
export async function finishReferral(act: Act<typeof contract>): Promise<Done> {
  const { tx, params, body, now, actor } = act;
  requireAmount(body);
  const { referral, found } = await referralForAct(tx, actor, {
    act: 'finish',
    id: params.id,
    expectedVersion: body.expectedVersion,
  });
  await finishTasks(tx, { subjectId: referral.id, kinds: ['answer-referral'] }, actor, now, body.resultKind);
  const version = await changeReferral(tx, referral.id, {
    state: 'done',
    ended_at: now,
    result_kind: body.resultKind,
    result_amount_fen: body.resultAmountFen,
    result_text: body.resultText,
  });
  await recordEvent(tx, actor, found, 'referral.done', now, {
    referralId: referral.id,
    resultKind: body.resultKind,
    amountFen: body.resultAmountFen,
  });
  await emit(tx, 'referral.done', { referralId: referral.id, caseId: found.id, resultKind: body.resultKind }, now);
  act.note({ subjectType: 'case', subjectId: found.id, details: { referralId: referral.id } });
  return { id: referral.id, version };
}

/** Money without an amount, or an amount without money or goods, could not be counted. */
function requireAmount({ resultKind, resultAmountFen }: BodyOf<typeof contract>): void {
  if (resultKind === 'money' && !resultAmountFen)
    throw refusedField('INVALID_INPUT', 'resultAmountFen', { zh: '请填写金额', en: 'Enter the amount' });
  const isCounted = resultKind === 'money' || resultKind === 'kind';
  if (!isCounted && resultAmountFen)
    throw refusedField('INVALID_INPUT', 'resultAmountFen', {
      zh: '只有款项和物资填写金额',
      en: 'Only money and goods have an amount',
    });
}

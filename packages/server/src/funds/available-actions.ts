import type { AvailableAction, Permission, Words } from '@yimen/contracts';
import type { Actor } from '../platform/http/actor.ts';
import { isAmong } from '../platform/stand-ins.ts';
import type { BatchRowShown, PaymentRow } from './payment-queries.ts';
import type { BoxRow } from './petty-cash-queries.ts';
import { ACT_WORDS, BLOCKED, type FundAct } from './words.ts';

type Offer = {
  readonly act: FundAct;
  readonly permission: Permission;
  readonly when: boolean;
  readonly blockedBy?: Words | null;
};

function offered(actor: Actor, offers: readonly Offer[]): AvailableAction[] {
  return offers
    .filter(({ permission, when }) => when && actor.permissions.has(permission))
    .map(({ act, blockedBy }) => ({ act, label: ACT_WORDS[act], blockedBy: blockedBy ?? null }));
}

export function paymentActions(payment: PaymentRow, actor: Actor): AvailableAction[] {
  return offered(actor, [
    {
      act: 'check-payment',
      permission: 'payment.check',
      when: payment.state === 'ordered',
      blockedBy: checkBlock(payment, actor),
    },
    { act: 'replace-payment', permission: 'payment.make', when: payment.state === 'failed' },
  ]);
}

function checkBlock(payment: PaymentRow, actor: Actor): Words | null {
  if (isAmong(actor, payment.checkers)) return BLOCKED.checked;
  return isAmong(actor, payment.involved) ? BLOCKED.own : null;
}

export function batchActions(batch: BatchRowShown, actor: Actor): AvailableAction[] {
  const isOwn = isAmong(actor, [...batch.makerIds, ...batch.orderers]);
  const isOut = batch.state === 'exported' || batch.state === 'returned';
  return offered(actor, [
    {
      act: 'check-batch',
      permission: 'payment.check',
      when: batch.state === 'drafted',
      blockedBy: isOwn ? BLOCKED.own : null,
    },
    { act: 'export-batch', permission: 'payment.make', when: batch.state !== 'drafted' && batch.state !== 'cancelled' },
    { act: 'cancel-batch', permission: 'payment.make', when: batch.state === 'drafted' || batch.state === 'checked' },
    { act: 'read-return-file', permission: 'payment.reconcile', when: isOut },
    {
      act: 'reconcile-batch',
      permission: 'payment.reconcile',
      when: batch.state === 'returned',
      blockedBy: batch.openCount > 0 ? BLOCKED.open : null,
    },
  ]);
}

export function boxActions(box: BoxRow, actor: Actor): AvailableAction[] {
  const isMine = (people: readonly string[] | null) => people !== null && isAmong(actor, people);
  return offered(actor, [
    {
      act: 'request-replenishment',
      permission: 'petty-cash.request',
      when: true,
      blockedBy: box.openRequestId === null ? null : BLOCKED.requestOpen,
    },
    {
      act: 'issue-petty-cash',
      permission: 'petty-cash.issue',
      when: true,
      blockedBy: isMine(box.openRequestBy) ? BLOCKED.ownRequest : null,
    },
    { act: 'count-petty-cash', permission: 'petty-cash.count', when: true },
    {
      act: 'confirm-count',
      permission: 'petty-cash.confirm-count',
      when: box.openCountBy !== null,
      blockedBy: isMine(box.openCountBy) ? BLOCKED.ownCount : null,
    },
  ]);
}

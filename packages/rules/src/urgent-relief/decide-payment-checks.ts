import { allow, type Decision, refuse } from '../decision.ts';
import { calculation, fact, figureOf } from '../explanation/build-explanation.ts';
import type { PolicyOn } from '../policy/policy-on.ts';
import { resolveTable } from '../policy/read-parameter.ts';
import { missingParameter } from '../policy/resolve-parameter.ts';
import { findBand } from './find-band.ts';
import { DUTY_LABELS } from './labels.ts';
import { refuseUnknown } from './refusal.ts';

export interface PaymentChecks {
  /** Checkers besides the maker. */
  readonly checkers: number;
  readonly roles: readonly string[];
}

/** How many must check a payment order or batch, by amount (`payment.checks`). The maker never checks. */
export function decidePaymentChecks(
  payment: { readonly amountFen: number },
  policy: PolicyOn,
): Decision<PaymentChecks, 'POLICY_UNKNOWN' | 'AMOUNT_INVALID'> {
  const table = resolveTable(policy, 'payment.checks');
  if (!table.known) return refuseUnknown(table);
  const amount = fact({
    id: 'amountFen',
    label: DUTY_LABELS.amount,
    value: payment.amountFen,
    unit: 'fen',
    provenance: 'register',
  });
  if (!Number.isSafeInteger(payment.amountFen) || payment.amountFen <= 0) {
    return refuse('AMOUNT_INVALID', { amountFen: payment.amountFen }, amount);
  }
  const band = findBand(table.value, payment.amountFen);
  if (!band) return refuseUnknown(missingParameter(policy, table.id, table.label, 'noValueOnDate'));
  const checkers = Number(band['checkers']);
  const roles = Array.isArray(band['roles']) ? band['roles'].map(String) : [];
  const figure = { id: 'payment.checkers', label: DUTY_LABELS.checks, value: checkers, unit: 'count' } as const;
  const explanation = calculation(figure, [amount, figureOf(table, { ...figure, id: table.id, label: table.label })]);
  return allow({ checkers, roles }, explanation);
}

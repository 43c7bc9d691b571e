import { allow, type Decision, refuse } from '../decision.ts';
import { calculation, condition, fact, parameter } from '../explanation/build-explanation.ts';
import { outcomeOf } from '../explanation/three-valued.ts';
import type { PolicyOn } from '../policy/policy-on.ts';
import { resolveInteger } from '../policy/read-parameter.ts';
import { PETTY_CASH_LABELS as LABELS } from './labels.ts';
import { refuseUnknown } from './refusal.ts';

export interface PettyCashFigures {
  readonly fromPettyCashFen: number;
  /** What the county advances because the petty cash is short; the balance never goes below zero. */
  readonly countyAdvanceFen: number;
  readonly balanceAfterFen: number;
  /** True when the balance falls below the share of the ceiling that calls for replenishing. */
  readonly replenish: boolean;
  readonly replenishFen: number;
}

/** 2020意见 第15条 (备用金): pay what is there, let the county advance the rest, ask for replenishment in time. */
export function decidePettyCashPayment(
  payment: { readonly amountFen: number; readonly balanceFen: number },
  policy: PolicyOn,
): Decision<PettyCashFigures, 'POLICY_UNKNOWN' | 'AMOUNT_INVALID'> {
  const ceiling = resolveInteger(policy, 'pettyCash.ceiling');
  if (!ceiling.known) return refuseUnknown(ceiling);
  const share = resolveInteger(policy, 'pettyCash.replenishBelow');
  if (!share.known) return refuseUnknown(share);
  const { amountFen, balanceFen } = payment;
  const amount = fact({ id: 'amountFen', label: LABELS.amount, value: amountFen, unit: 'fen', provenance: 'officer' });
  const balance = fact({
    id: 'balanceFen',
    label: LABELS.balance,
    value: balanceFen,
    unit: 'fen',
    provenance: 'register',
  });
  if (!isAmount(amountFen) || amountFen === 0 || !isAmount(balanceFen)) {
    return refuse(
      'AMOUNT_INVALID',
      { amountFen, balanceFen },
      condition('pettyCash.pay', LABELS.payable, 'no', [amount, balance]),
    );
  }
  const fromPettyCashFen = Math.min(amountFen, balanceFen);
  const balanceAfterFen = balanceFen - fromPettyCashFen;
  // Multiplied instead of divided, so that no fraction of a fen arises.
  const replenish = balanceAfterFen * 10_000 < ceiling.value * share.value;
  const after = { id: 'pettyCash.after', label: LABELS.after, value: balanceAfterFen, unit: 'fen' } as const;
  const explanation = condition('pettyCash.pay', LABELS.payable, outcomeOf(fromPettyCashFen === amountFen), [
    calculation(after, [balance, amount]),
    parameter(ceiling),
    parameter(share),
  ]);
  return allow(
    {
      fromPettyCashFen,
      countyAdvanceFen: amountFen - fromPettyCashFen,
      balanceAfterFen,
      replenish,
      replenishFen: replenish ? Math.max(0, ceiling.value - balanceAfterFen) : 0,
    },
    explanation,
  );
}

function isAmount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

import { allow, type Decision, refuse } from '../decision.ts';
import { calculation, fact, figureOf } from '../explanation/build-explanation.ts';
import type { PolicyOn } from '../policy/policy-on.ts';
import { resolveTable } from '../policy/read-parameter.ts';
import { missingParameter, type Resolved } from '../policy/resolve-parameter.ts';
import type { Row } from '../policy/unit.ts';
import { findBand } from './find-band.ts';
import { DUTY_LABELS } from './labels.ts';
import type { LadderLevel } from './ladder.ts';
import { refuseUnknown } from './refusal.ts';

export interface Approvals {
  readonly approvers: number;
  /** Roles that may approve at this level and amount. */
  readonly roles: readonly string[];
  /** One case, one discussion (一事一议): a meeting decides first. */
  readonly caseConference: boolean;
}

export interface GrantToApprove {
  readonly level: LadderLevel;
  readonly amountFen: number;
  /** What the level granted before: two grants do not get round a discussion that one would need. */
  readonly grantedFen?: number;
}

/** How many must approve a grant, by level and amount (`urgentRelief.approvals`). Who proposed never approves. */
export function requiredApprovals(
  grant: GrantToApprove,
  policy: PolicyOn,
): Decision<Approvals, 'POLICY_UNKNOWN' | 'AMOUNT_INVALID'> {
  const table = resolveTable(policy, 'urgentRelief.approvals');
  if (!table.known) return refuseUnknown(table);
  if (!Number.isSafeInteger(grant.amountFen) || grant.amountFen <= 0) {
    return refuse('AMOUNT_INVALID', { amountFen: grant.amountFen }, explain(grant.amountFen, 0, table));
  }
  const rows = table.value.filter((row) => row['level'] === grant.level);
  const band = findBand(rows, grant.amountFen);
  if (!band) return refuseUnknown(missingParameter(policy, table.id, table.label, 'noValueOnDate'));
  const approvers = Number(band['approvers']);
  const roles = Array.isArray(band['roles']) ? band['roles'].map(String) : [];
  const whole = findBand(rows, grant.amountFen + (grant.grantedFen ?? 0));
  const caseConference = band['caseConference'] === true || whole?.['caseConference'] === true;
  const figures = { approvers, roles, caseConference };
  return allow(figures, explain(grant.amountFen, approvers, table));
}

function explain(amountFen: number, approvers: number, table: Resolved<readonly Row[]>) {
  const amount = fact({
    id: 'amountFen',
    label: DUTY_LABELS.amount,
    value: amountFen,
    unit: 'fen',
    provenance: 'officer',
  });
  const figure = {
    id: 'urgentRelief.approvers',
    label: DUTY_LABELS.approvals,
    value: approvers,
    unit: 'count',
  } as const;
  return calculation(figure, [amount, figureOf(table, { ...figure, id: table.id, label: table.label })]);
}

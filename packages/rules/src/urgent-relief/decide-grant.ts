import { allow, type Decision, type Facts, refuse } from '../decision.ts';
import { condition, fact, parameter } from '../explanation/build-explanation.ts';
import { outcomeOf } from '../explanation/three-valued.ts';
import type { PolicyOn } from '../policy/policy-on.ts';
import { resolveFlag, resolveList } from '../policy/read-parameter.ts';
import { checkCaps } from './check-caps.ts';
import { checkOrder } from './check-order.ts';
import type { AidKind } from './decide-aid-kind.ts';
import type { GrantCheck, GrantOnLadder, GrantRequest } from './grant-request.ts';
import { GRANT_LABELS as LABELS } from './labels.ts';
import { type LadderLevel, type LadderStep, levelsWithRoomBelow, readLadder, roomAt } from './ladder.ts';
import { refuseUnknown, type UrgentReliefRefusal } from './refusal.ts';

export interface GrantFigures {
  readonly level: LadderLevel;
  readonly amountFen: number;
  readonly capFen: number | null;
  readonly cumulativeCapFen: number | null;
  /** Room of the level before this grant; null = no limit. */
  readonly roomBeforeFen: number | null;
  readonly money: LadderStep['money'];
  readonly administrativeAct: boolean;
  /** True when lower levels still had room and the override let it pass: an after-the-fact check must follow. */
  readonly overrideUsed: boolean;
  /** Causes of `urgentRelief.cautionCauses` that are stated: the approver writes a reason, the family may still be aided. */
  readonly cautions: readonly string[];
}

/** 裕安区 2020 四(三)2 and its like: caps per level, a cumulative cap, lower levels first, override with reason. */
export function decideGrant(request: GrantRequest, policy: PolicyOn): Decision<GrantFigures, UrgentReliefRefusal> {
  const kind = checkKind(request);
  if (kind.refusal) return refuse(kind.refusal, { aidKind: request.aidKind }, kind.node);
  const ladder = readLadder(policy);
  if (!ladder.known) return refuseUnknown(ladder);
  const exhaustion = resolveFlag(policy, 'urgentRelief.requireExhaustion');
  if (!exhaustion.known) return refuseUnknown(exhaustion);
  const cautionCauses = resolveList(policy, 'urgentRelief.cautionCauses');
  if (!cautionCauses.known) return refuseUnknown(cautionCauses);
  const step = ladder.steps.find((one) => one.level === request.level);
  if (!step) return refuse('LADDER_LEVEL_MISSING', { level: request.level }, parameter(ladder.source));

  const grant = { request, ladder, step };
  const checks = [kind, checkAmount(request), checkOrder(grant, exhaustion), ...checkCaps(grant)];
  const failed = checks.find((check) => check.refusal);
  const nodes = checks.map((check) => check.node);
  const explanation = condition('urgentRelief.grant', LABELS.grant, outcomeOf(!failed), nodes);
  if (failed?.refusal) return refuse(failed.refusal, { ...basicFacts(grant), ...failed.facts }, explanation);
  const cautions = (request.causes ?? []).filter((cause) => cautionCauses.value.includes(cause));
  return allow({ ...figuresOf(grant, exhaustion.value), cautions }, explanation);
}

function checkKind({ aidKind }: GrantRequest): GrantCheck {
  const node = condition('urgentRelief.isUrgentKind', LABELS.isUrgentKind, outcomeOf(isUrgent(aidKind)));
  if (aidKind === 'expenditure') return { node, refusal: 'EXPENDITURE_BY_PROCEDURE' };
  return aidKind === 'unknown' ? { node, refusal: 'AID_KIND_UNKNOWN' } : { node };
}

function isUrgent(aidKind: AidKind): boolean | null {
  return aidKind === 'unknown' ? null : aidKind === 'urgent';
}

function checkAmount({ requestedFen }: GrantRequest): GrantCheck {
  const valid = Number.isSafeInteger(requestedFen) && requestedFen > 0;
  const wanted = { id: 'requestedFen', label: LABELS.requested, value: requestedFen, unit: 'fen' } as const;
  const node = condition('urgentRelief.amountIsPositive', LABELS.amountIsPositive, outcomeOf(valid), [
    fact({ ...wanted, provenance: 'officer' }),
  ]);
  return valid ? { node } : { node, refusal: 'AMOUNT_INVALID' };
}

function figuresOf({ request, ladder, step }: GrantOnLadder, strict: boolean): Omit<GrantFigures, 'cautions'> {
  return {
    level: step.level,
    amountFen: request.requestedFen,
    capFen: step.capFen,
    cumulativeCapFen: step.cumulativeCapFen,
    roomBeforeFen: roomAt(ladder, step.level, request.grantedByLevel),
    money: step.money,
    administrativeAct: step.administrativeAct,
    overrideUsed: strict && levelsWithRoomBelow(ladder, step.level, request.grantedByLevel).length > 0,
  };
}

function basicFacts({ request, ladder, step }: GrantOnLadder): Facts {
  return {
    level: step.level,
    levelLabel: step.label.zh,
    requestedFen: request.requestedFen,
    capFen: step.capFen,
    cumulativeCapFen: step.cumulativeCapFen,
    roomFen: roomAt(ladder, step.level, request.grantedByLevel),
    nextLevel: ladder.steps[ladder.steps.indexOf(step) + 1]?.level ?? null,
  };
}

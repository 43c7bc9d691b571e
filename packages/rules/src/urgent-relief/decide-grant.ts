import { allow, type Decision, type Facts, refuse } from '../decision.ts';
import { calculation, condition, fact, figureOf, parameter } from '../explanation/build-explanation.ts';
import type { Explanation } from '../explanation/explanation.ts';
import { outcomeOf } from '../explanation/three-valued.ts';
import type { PolicyOn } from '../policy/policy-on.ts';
import { resolveFlag, resolveList } from '../policy/read-parameter.ts';
import type { Resolved } from '../policy/resolve-parameter.ts';
import type { AidKind } from './decide-aid-kind.ts';
import { GRANT_LABELS as LABELS } from './labels.ts';
import {
  type GrantedByLevel,
  type Ladder,
  type LadderLevel,
  type LadderStep,
  levelsWithRoomBelow,
  readLadder,
  roomAt,
} from './ladder.ts';
import { refuseUnknown, type UrgentReliefRefusal } from './refusal.ts';

export interface GrantRequest {
  readonly level: LadderLevel;
  readonly requestedFen: number;
  /** Granted so far in this episode (household and incident), this request not included. */
  readonly grantedByLevel: GrantedByLevel;
  readonly aidKind: AidKind;
  /** Causes somebody may hold against the person, such as drunkDriving: noted for the human decision, never a refusal. */
  readonly causes?: readonly string[];
  /** Somebody in danger cannot wait for the lower levels: the reason, for the check afterwards. */
  readonly emergencyOverride?: { readonly reason: string } | undefined;
}

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

  const checks = [
    checkAmount(request),
    checkOrder(request, ladder, step, exhaustion),
    ...checkCaps(request, ladder, step),
  ];
  const explanation = explain([kind.node, ...checks.map((check) => check.node)]);
  const failed = checks.find((check) => check.refusal);
  if (failed?.refusal)
    return refuse(failed.refusal, { ...basicFacts(request, ladder, step), ...failed.facts }, explanation);
  const cautions = (request.causes ?? []).filter((cause) => cautionCauses.value.includes(cause));
  return allow({ ...figuresOf(request, ladder, step, exhaustion.value), cautions }, explanation);
}

interface Check {
  readonly node: Explanation;
  readonly refusal?: UrgentReliefRefusal;
  readonly facts?: Facts;
}

function checkKind({ aidKind }: GrantRequest): Check {
  const node = condition('urgentRelief.isUrgentKind', LABELS.isUrgentKind, kindOutcome(aidKind));
  if (aidKind === 'expenditure') return { node, refusal: 'EXPENDITURE_BY_PROCEDURE' };
  if (aidKind === 'unknown') return { node, refusal: 'AID_KIND_UNKNOWN' };
  return { node };
}

function kindOutcome(aidKind: AidKind) {
  return outcomeOf(aidKind === 'unknown' ? null : aidKind === 'urgent');
}

function checkAmount(request: GrantRequest): Check {
  const valid = Number.isSafeInteger(request.requestedFen) && request.requestedFen > 0;
  const node = condition('urgentRelief.amountIsPositive', LABELS.amountIsPositive, outcomeOf(valid), [
    requested(request),
  ]);
  return valid ? { node } : { node, refusal: 'AMOUNT_INVALID' };
}

function checkOrder(request: GrantRequest, ladder: Ladder, step: LadderStep, exhaustion: Resolved<boolean>): Check {
  if (!exhaustion.value) {
    return { node: condition('urgentRelief.anyOrder', LABELS.anyOrder, 'yes', [parameter(exhaustion)]) };
  }
  const below = levelsWithRoomBelow(ladder, step.level, request.grantedByLevel);
  const children = [parameter(exhaustion), ...below.map((one) => roomNode(request, ladder, one))];
  const exhausted = outcomeOf(below.length === 0);
  const order = condition('urgentRelief.lowerLevelsExhausted', LABELS.lowerLevelsExhausted, exhausted, children);
  const open = below[0];
  if (!open) return { node: order };
  const reason = request.emergencyOverride?.reason.trim() ?? '';
  const given = outcomeOf(reason !== '');
  const override = condition('urgentRelief.emergencyOverride', LABELS.emergencyOverride, given);
  const node = condition('urgentRelief.inOrder', LABELS.inOrder, given, [order, override]);
  const facts = { openLevel: open.level, openRoomFen: roomAt(ladder, open.level, request.grantedByLevel) };
  if (!request.emergencyOverride) return { node, refusal: 'LADDER_NOT_EXHAUSTED', facts };
  return reason === '' ? { node, refusal: 'REASON_NEEDED', facts } : { node };
}

/** An override lifts the order, never a cap. */
function checkCaps(request: GrantRequest, ladder: Ladder, step: LadderStep): readonly Check[] {
  const already = request.grantedByLevel[step.level] ?? 0;
  const before = totalUpTo(ladder, step, request.grantedByLevel);
  return [
    checkCap(request, ladder, {
      kind: 'level',
      id: 'urgentRelief.withinLevelCap',
      label: LABELS.withinLevelCap,
      capLabel: LABELS.levelCap,
      capFen: step.capFen,
      grantedFen: already,
      grantedLabel: LABELS.grantedAtLevel,
    }),
    checkCap(request, ladder, {
      kind: 'cumulative',
      id: 'urgentRelief.withinCumulativeCap',
      label: LABELS.withinCumulativeCap,
      capLabel: LABELS.cumulativeCap,
      capFen: step.cumulativeCapFen,
      grantedFen: before,
      grantedLabel: LABELS.grantedUpToLevel,
    }),
  ];
}

interface Cap {
  readonly kind: 'level' | 'cumulative';
  readonly id: string;
  readonly label: Explanation['label'];
  readonly capLabel: Explanation['label'];
  readonly capFen: number | null;
  readonly grantedFen: number;
  readonly grantedLabel: Explanation['label'];
}

function checkCap(request: GrantRequest, ladder: Ladder, cap: Cap): Check {
  const sum = cap.grantedFen + request.requestedFen;
  const within = cap.capFen === null || sum <= cap.capFen;
  const granted = register(`${cap.id}.granted`, cap.grantedLabel, cap.grantedFen);
  const total = { id: `${cap.id}.total`, label: LABELS.totalWithThis, value: sum, unit: 'fen' } as const;
  const limit = { id: `${cap.id}.cap`, label: cap.capLabel, value: cap.capFen, unit: 'fen' } as const;
  const node = condition(cap.id, cap.label, outcomeOf(within), [
    calculation(total, [granted, requested(request)]),
    figureOf(ladder.source, limit),
  ]);
  if (within) return { node };
  return {
    node,
    refusal: 'CAP_EXCEEDED',
    facts: { cap: cap.kind, violatedCapFen: cap.capFen, grantedFen: cap.grantedFen },
  };
}

function figuresOf(
  request: GrantRequest,
  ladder: Ladder,
  step: LadderStep,
  strict: boolean,
): Omit<GrantFigures, 'cautions'> {
  const below = levelsWithRoomBelow(ladder, step.level, request.grantedByLevel);
  return {
    level: step.level,
    amountFen: request.requestedFen,
    capFen: step.capFen,
    cumulativeCapFen: step.cumulativeCapFen,
    roomBeforeFen: roomAt(ladder, step.level, request.grantedByLevel),
    money: step.money,
    administrativeAct: step.administrativeAct,
    overrideUsed: strict && below.length > 0,
  };
}

function basicFacts(request: GrantRequest, ladder: Ladder, step: LadderStep): Facts {
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

function totalUpTo(ladder: Ladder, step: LadderStep, granted: GrantedByLevel): number {
  const upTo = ladder.steps.slice(0, ladder.steps.indexOf(step) + 1);
  return upTo.reduce((sum, one) => sum + (granted[one.level] ?? 0), 0);
}

function explain(nodes: readonly Explanation[]): Explanation {
  const ok = nodes.every((node) => node.outcome === 'yes');
  return condition('urgentRelief.grant', LABELS.grant, outcomeOf(ok), nodes);
}

function requested(request: GrantRequest): Explanation {
  return fact({
    id: 'requestedFen',
    label: LABELS.requested,
    value: request.requestedFen,
    unit: 'fen',
    provenance: 'officer',
  });
}

function register(id: string, label: Explanation['label'], value: number): Explanation {
  return fact({ id, label, value, unit: 'fen', provenance: 'register' });
}

function roomNode(request: GrantRequest, ladder: Ladder, step: LadderStep): Explanation {
  const room = roomAt(ladder, step.level, request.grantedByLevel);
  const label = { zh: `${step.label.zh}尚可救助的金额`, en: `room left at the ${step.label.en}` };
  const id = `urgentRelief.room.${step.level}`;
  const cap = { id: `${id}.cap`, label: LABELS.levelCap, value: step.capFen, unit: 'fen' } as const;
  if (room === null) return figureOf(ladder.source, { id, label, value: null, unit: 'fen' });
  const granted = register(`${id}.granted`, LABELS.grantedAtLevel, request.grantedByLevel[step.level] ?? 0);
  return calculation({ id, label, value: room, unit: 'fen' }, [figureOf(ladder.source, cap), granted]);
}

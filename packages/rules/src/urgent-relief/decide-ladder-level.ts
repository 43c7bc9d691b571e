import { allow, type Decision, refuse } from '../decision.ts';
import { calculation, condition, fact, figureOf } from '../explanation/build-explanation.ts';
import { outcomeOf } from '../explanation/three-valued.ts';
import type { PolicyOn } from '../policy/policy-on.ts';
import { resolveFlag } from '../policy/read-parameter.ts';
import { GRANT_LABELS, PLAN_LABELS } from './labels.ts';
import { type GrantedByLevel, type Ladder, type LadderLevel, type LadderStep, readLadder, roomAt } from './ladder.ts';
import { refuseUnknown } from './refusal.ts';

export interface LadderShare {
  readonly level: LadderLevel;
  readonly amountFen: number;
  readonly money: LadderStep['money'];
  readonly administrativeAct: boolean;
}

export interface LadderPlan {
  /** The level that acts next. */
  readonly level: LadderLevel | null;
  /** Lowest level first. */
  readonly shares: readonly LadderShare[];
  /** What no level of the ladder may pay. */
  readonly uncoveredFen: number;
}

/**
 * Which levels should pay how much of a need. Strict order fills each level before the next;
 * without it, the lowest level that may pay the whole amount alone takes all of it.
 */
export function decideLadderLevel(
  need: { readonly needFen: number; readonly grantedByLevel: GrantedByLevel },
  policy: PolicyOn,
): Decision<LadderPlan, 'POLICY_UNKNOWN' | 'AMOUNT_INVALID'> {
  const needed = fact({
    id: 'needFen',
    label: PLAN_LABELS.need,
    value: need.needFen,
    unit: 'fen',
    provenance: 'officer',
  });
  if (!Number.isSafeInteger(need.needFen) || need.needFen <= 0) {
    return refuse('AMOUNT_INVALID', { needFen: need.needFen }, needed);
  }
  const ladder = readLadder(policy);
  if (!ladder.known) return refuseUnknown(ladder);
  const strict = resolveFlag(policy, 'urgentRelief.requireExhaustion');
  if (!strict.known) return refuseUnknown(strict);

  const alone = strict.value ? undefined : ladder.steps.find((step) => covers(ladder, step, need));
  const shares = alone ? [shareOf(alone, need.needFen)] : fill(ladder, need);
  const uncoveredFen = need.needFen - shares.reduce((sum, share) => sum + share.amountFen, 0);
  const shown = shares.map((share) => shareNode(ladder, share));
  const explanation = condition('urgentRelief.plan', PLAN_LABELS.plan, outcomeOf(uncoveredFen === 0), [
    needed,
    ...shown,
  ]);
  return allow({ level: shares[0]?.level ?? null, shares, uncoveredFen }, explanation);
}

function covers(ladder: Ladder, step: LadderStep, need: { needFen: number; grantedByLevel: GrantedByLevel }): boolean {
  const room = roomAt(ladder, step.level, need.grantedByLevel);
  return room === null || room >= need.needFen;
}

function fill(ladder: Ladder, need: { needFen: number; grantedByLevel: GrantedByLevel }): readonly LadderShare[] {
  const shares: LadderShare[] = [];
  let granted = need.grantedByLevel;
  let left = need.needFen;
  for (const step of ladder.steps) {
    const room = roomAt(ladder, step.level, granted);
    const amountFen = room === null ? left : Math.min(room, left);
    if (amountFen === 0) continue;
    shares.push(shareOf(step, amountFen));
    granted = { ...granted, [step.level]: (granted[step.level] ?? 0) + amountFen };
    left -= amountFen;
  }
  return shares;
}

function shareOf(step: LadderStep, amountFen: number): LadderShare {
  return { level: step.level, amountFen, money: step.money, administrativeAct: step.administrativeAct };
}

function shareNode(ladder: Ladder, share: LadderShare) {
  const step = ladder.steps.find((one) => one.level === share.level);
  const label = { zh: `由${step?.label.zh ?? ''}承担的金额`, en: `share of the ${step?.label.en ?? ''}` };
  const figure = { id: `urgentRelief.share.${share.level}`, label, value: share.amountFen, unit: 'fen' } as const;
  const cap = { id: `urgentRelief.cap.${share.level}`, label: GRANT_LABELS.levelCap, unit: 'fen' } as const;
  return calculation(figure, [figureOf(ladder.source, { ...cap, value: step?.capFen ?? null })]);
}

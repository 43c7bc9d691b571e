import { calculation, condition, fact, figureOf, parameter } from '../explanation/build-explanation.ts';
import type { Explanation } from '../explanation/explanation.ts';
import { outcomeOf } from '../explanation/three-valued.ts';
import type { Resolved } from '../policy/resolve-parameter.ts';
import type { GrantCheck, GrantOnLadder } from './grant-request.ts';
import { GRANT_LABELS as LABELS } from './labels.ts';
import { type LadderStep, levelsWithRoomBelow, roomAt } from './ladder.ts';

/** Lower levels first, where the place asks for it (`urgentRelief.requireExhaustion`), or an override with a reason. */
export function checkOrder(grant: GrantOnLadder, exhaustion: Resolved<boolean>): GrantCheck {
  if (!exhaustion.value) {
    return { node: condition('urgentRelief.anyOrder', LABELS.anyOrder, 'yes', [parameter(exhaustion)]) };
  }
  const { request, ladder, step } = grant;
  const below = levelsWithRoomBelow(ladder, step.level, request.grantedByLevel);
  const order = condition(
    'urgentRelief.lowerLevelsExhausted',
    LABELS.lowerLevelsExhausted,
    outcomeOf(below.length === 0),
    [parameter(exhaustion), ...below.map((one) => roomNode(grant, one))],
  );
  const open = below[0];
  if (!open) return { node: order };
  const given = outcomeOf(hasReason(grant));
  const override = condition('urgentRelief.emergencyOverride', LABELS.emergencyOverride, given);
  const node = condition('urgentRelief.inOrder', LABELS.inOrder, given, [order, override]);
  const facts = { openLevel: open.level, openRoomFen: roomAt(ladder, open.level, request.grantedByLevel) };
  if (!request.emergencyOverride) return { node, refusal: 'LADDER_NOT_EXHAUSTED', facts };
  return hasReason(grant) ? { node } : { node, refusal: 'REASON_NEEDED', facts };
}

function hasReason({ request }: GrantOnLadder): boolean {
  return (request.emergencyOverride?.reason.trim() ?? '') !== '';
}

function roomNode({ request, ladder }: GrantOnLadder, step: LadderStep): Explanation {
  const room = roomAt(ladder, step.level, request.grantedByLevel);
  const label = { zh: `${step.label.zh}尚可救助的金额`, en: `room left at the ${step.label.en}` };
  const id = `urgentRelief.room.${step.level}`;
  if (room === null) return figureOf(ladder.source, { id, label, value: null, unit: 'fen' });
  const granted = fact({
    id: `${id}.granted`,
    label: LABELS.grantedAtLevel,
    value: request.grantedByLevel[step.level] ?? 0,
    unit: 'fen',
    provenance: 'register',
  });
  const cap = { id: `${id}.cap`, label: LABELS.levelCap, value: step.capFen, unit: 'fen' } as const;
  return calculation({ id, label, value: room, unit: 'fen' }, [figureOf(ladder.source, cap), granted]);
}

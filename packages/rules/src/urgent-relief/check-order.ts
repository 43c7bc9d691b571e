import { calculation, condition, fact, figureOf, parameter } from '../explanation/build-explanation.ts';
import type { Explanation } from '../explanation/explanation.ts';
import { outcomeOf } from '../explanation/three-valued.ts';
import type { Resolved } from '../policy/resolve-parameter.ts';
import type { GrantCheck, GrantOnLadder } from './grant-request.ts';
import { GRANT_LABELS as LABELS } from './labels.ts';
import { grantedUpTo, type LadderStep, levelsWithRoomBelow, roomAt } from './ladder.ts';

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
  const { capLabel, capFen, grantedLabel, grantedFen } = bindingCap({ request, ladder, step });
  const granted = { id: `${id}.granted`, label: grantedLabel, value: grantedFen, unit: 'fen' } as const;
  return calculation({ id, label, value: room, unit: 'fen' }, [
    figureOf(ladder.source, { id: `${id}.cap`, label: capLabel, value: capFen, unit: 'fen' }),
    fact({ ...granted, provenance: 'register' }),
  ]);
}

/** The cap that leaves less room, with what counts against it: the room told must follow from the figures told. */
function bindingCap({ request, ladder, step }: GrantOnLadder) {
  const { capFen, cumulativeCapFen } = step;
  const own = request.grantedByLevel[step.level] ?? 0;
  const together = grantedUpTo(ladder, step.level, request.grantedByLevel);
  const isTogether = cumulativeCapFen !== null && (capFen === null || cumulativeCapFen - together < capFen - own);
  return isTogether
    ? {
        capLabel: LABELS.cumulativeCap,
        capFen: cumulativeCapFen,
        grantedLabel: LABELS.grantedUpToLevel,
        grantedFen: together,
      }
    : { capLabel: LABELS.levelCap, capFen, grantedLabel: LABELS.grantedAtLevel, grantedFen: own };
}

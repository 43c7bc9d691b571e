import { formatFenShort } from '../money/fen.ts';
import type { Row } from '../policy/unit.ts';
import type { Text } from '../text.ts';
import { LADDER_LEVELS, type LadderStep, stepsOf } from './ladder.ts';

export const LADDER = 'urgentRelief.ladder';

/** What a ladder allows and nobody can mean: a cap that another one never lets anybody reach, levels out of order. */
export function cautionsOfLadder(rows: readonly Row[]): readonly Text[] {
  const steps = stepsOf(rows) ?? [];
  return steps.flatMap((step, index) => [
    ...outOfOrder(step, steps[index - 1]),
    ...beyondCumulative(step),
    ...belowLower(step, steps.slice(0, index)),
  ]);
}

function outOfOrder(step: LadderStep, below: LadderStep | undefined): readonly Text[] {
  if (!below || LADDER_LEVELS.indexOf(step.level) > LADDER_LEVELS.indexOf(below.level)) return [];
  const [one, other] = [step.label, below.label];
  return [
    {
      zh: `“${one.zh}”排在“${other.zh}”之后，层级应当由低到高，请核对。`,
      en: `“${one.en}” comes after “${other.en}”: levels go from the lowest up. Please check.`,
    },
  ];
}

function beyondCumulative({ label, capFen, cumulativeCapFen }: LadderStep): readonly Text[] {
  if (capFen === null || cumulativeCapFen === null || capFen <= cumulativeCapFen) return [];
  const [cap, together] = [formatFenShort(capFen), formatFenShort(cumulativeCapFen)];
  return [
    {
      zh: `“${label.zh}”本级封顶${cap}元高于累计封顶${together}元，永远用不到，请核对。`,
      en: `“${label.en}”: the cap of the level, ${cap} yuan, lies above the cap together, ${together} yuan, and is never reached. Please check.`,
    },
  ];
}

/** What a level below may pay alone counts towards the cap together. */
function belowLower({ label, cumulativeCapFen }: LadderStep, below: readonly LadderStep[]): readonly Text[] {
  const lower = below.find(({ capFen }) => cumulativeCapFen !== null && capFen !== null && capFen > cumulativeCapFen);
  if (!lower || cumulativeCapFen === null || lower.capFen === null) return [];
  const [together, cap] = [formatFenShort(cumulativeCapFen), formatFenShort(lower.capFen)];
  return [
    {
      zh: `“${label.zh}”的累计封顶${together}元低于“${lower.label.zh}”本级封顶${cap}元，请核对。`,
      en: `The cap together of “${label.en}”, ${together} yuan, lies below what “${lower.label.en}” may pay alone, ${cap} yuan. Please check.`,
    },
  ];
}

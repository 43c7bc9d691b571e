import { calculation, condition, fact, figureOf } from '../explanation/build-explanation.ts';
import { outcomeOf } from '../explanation/three-valued.ts';
import type { Text } from '../text.ts';
import type { GrantCheck, GrantOnLadder } from './grant-request.ts';
import { GRANT_LABELS as LABELS } from './labels.ts';
import { grantedUpTo } from './ladder.ts';

/** The cap of the level and the cumulative cap. An override lifts the order, never a cap. */
export function checkCaps(grant: GrantOnLadder): readonly GrantCheck[] {
  const { request, ladder, step } = grant;
  return [
    checkCap(grant, {
      kind: 'level',
      id: 'urgentRelief.withinLevelCap',
      label: LABELS.withinLevelCap,
      capLabel: LABELS.levelCap,
      capFen: step.capFen,
      grantedLabel: LABELS.grantedAtLevel,
      grantedFen: request.grantedByLevel[step.level] ?? 0,
    }),
    checkCap(grant, {
      kind: 'cumulative',
      id: 'urgentRelief.withinCumulativeCap',
      label: LABELS.withinCumulativeCap,
      capLabel: LABELS.cumulativeCap,
      capFen: step.cumulativeCapFen,
      grantedLabel: LABELS.grantedUpToLevel,
      grantedFen: grantedUpTo(ladder, step.level, request.grantedByLevel),
    }),
  ];
}

interface Cap {
  readonly kind: 'level' | 'cumulative';
  readonly id: string;
  readonly label: Text;
  readonly capLabel: Text;
  readonly capFen: number | null;
  readonly grantedLabel: Text;
  readonly grantedFen: number;
}

function checkCap({ request, ladder }: GrantOnLadder, cap: Cap): GrantCheck {
  const { id, capFen, grantedFen } = cap;
  const sum = grantedFen + request.requestedFen;
  const within = capFen === null || sum <= capFen;
  const granted = { id: `${id}.granted`, label: cap.grantedLabel, value: grantedFen, unit: 'fen' } as const;
  const wanted = { id: 'requestedFen', label: LABELS.requested, value: request.requestedFen, unit: 'fen' } as const;
  const total = { id: `${id}.total`, label: LABELS.totalWithThis, value: sum, unit: 'fen' } as const;
  const limit = { id: `${id}.cap`, label: cap.capLabel, value: capFen, unit: 'fen' } as const;
  const node = condition(id, cap.label, outcomeOf(within), [
    calculation(total, [fact({ ...granted, provenance: 'register' }), fact({ ...wanted, provenance: 'officer' })]),
    figureOf(ladder.source, limit),
  ]);
  if (within) return { node };
  return { node, refusal: 'CAP_EXCEEDED', facts: { cap: cap.kind, violatedCapFen: capFen, grantedFen } };
}

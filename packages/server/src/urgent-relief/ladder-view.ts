import type { AssessmentView, LadderLevel } from '@yimen/contracts';
import {
  type GrantedByLevel,
  type Ladder,
  levelsWithRoomBelow,
  type PolicyOn,
  readLadder,
  resolveFlag,
  resolveText,
  roomAt,
} from '@yimen/rules';
import { refused } from '../platform/refused.ts';
import type { EpisodeLevelRow } from './store.ts';

type LadderView = AssessmentView['ladder'];

const SCOPES: Readonly<Record<string, LadderView['scope']>> = {
  householdIncident: { zh: '按每户每次急难计算', en: 'counted per household and incident' },
  personIncident: { zh: '按每人每次急难计算', en: 'counted per person and incident' },
  householdYear: { zh: '按每户每年计算', en: 'counted per household and year' },
};

/** The ladder of a place; refused where the place has none, never guessed. */
export function getLadder(policy: PolicyOn): Ladder {
  const ladder = readLadder(policy);
  if (!ladder.known) throw refused('POLICY_UNKNOWN', { parameter: ladder.id });
  return ladder;
}

export function grantedByLevel(rows: readonly EpisodeLevelRow[]): GrantedByLevel {
  return Object.fromEntries(rows.map((row) => [row.level, row.granted_fen]));
}

/** The ladder as steps: used, room, open or why not. */
export function showLadder(policy: PolicyOn, rows: readonly EpisodeLevelRow[]): LadderView {
  const ladder = readLadder(policy);
  // A place without a ladder shows none; only proposing is refused there.
  if (!ladder.known)
    return {
      steps: [],
      cumulativeCapFen: null,
      cumulativeGrantedFen: 0,
      requireExhaustion: false,
      scope: { zh: '', en: '' },
    };
  const granted = grantedByLevel(rows);
  const strict = resolveFlag(policy, 'urgentRelief.requireExhaustion');
  const scope = resolveText(policy, 'urgentRelief.ladderScope');
  const capped = ladder.steps.findLast((step) => step.cumulativeCapFen !== null);
  return {
    steps: ladder.steps.map((step) => ({
      ...showStep(ladder, step.level, granted, strict.known && strict.value),
      level: step.level,
      label: step.label,
      capFen: step.capFen,
      money: step.money,
      administrativeAct: step.administrativeAct,
    })),
    cumulativeCapFen: capped?.cumulativeCapFen ?? null,
    cumulativeGrantedFen: rows.find((row) => row.level === capped?.level)?.cumulative_fen ?? 0,
    requireExhaustion: strict.known && strict.value,
    scope: (scope.known && SCOPES[scope.value]) || { zh: '', en: '' },
  };
}

function showStep(ladder: Ladder, level: LadderLevel, granted: GrantedByLevel, strict: boolean) {
  const roomFen = roomAt(ladder, level, granted);
  const below = strict ? levelsWithRoomBelow(ladder, level, granted) : [];
  const first = below[0];
  const full = roomFen === 0;
  return {
    grantedFen: granted[level] ?? 0,
    roomFen,
    open: !full && below.length === 0,
    why: whyOf(full, first?.label),
  };
}

function whyOf(full: boolean, below: LadderView['scope'] | undefined): LadderView['scope'] {
  if (full) return { zh: '本级额度已用足', en: 'This level is exhausted' };
  if (below) return { zh: `${below.zh}额度尚未用足`, en: `${below.en} still has room` };
  return { zh: '可以救助', en: 'May aid now' };
}

/** Names of the levels where the place has a ladder. */
export function levelLabels(policy: PolicyOn): ReadonlyMap<string, LadderView['scope']> {
  const ladder = readLadder(policy);
  return new Map(ladder.known ? ladder.steps.map((step) => [step.level, step.label]) : []);
}

import type { AssessmentView, LadderLevel } from '@yimen/contracts';
import {
  type CountedOver,
  type CountedPer,
  type GrantedByLevel,
  grantedUpTo,
  type Ladder,
  levelsWithRoomBelow,
  type PolicyOn,
  readLadder,
  readLadderCounting,
  resolveFlag,
  roomAt,
} from '@yimen/rules';
import { refused } from '../platform/refused.ts';

type LadderView = AssessmentView['ladder'];

const PER: Readonly<Record<CountedPer, LadderView['scope']>> = {
  household: { zh: '每户', en: 'household' },
  person: { zh: '每人（以领取人为准）', en: 'person who receives it' },
};
const OVER: Readonly<Record<CountedOver, LadderView['scope']>> = {
  incident: { zh: '每次急难', en: 'and incident' },
  calendarYear: { zh: '每个自然年', en: 'and calendar year' },
  twelveMonths: { zh: '连续十二个月', en: 'over twelve months' },
};

/** The ladder of a place; refused where the place has none, never guessed. */
export function getLadder(policy: PolicyOn): Ladder {
  const ladder = readLadder(policy);
  if (!ladder.known) throw refused('POLICY_UNKNOWN', { parameter: ladder.id });
  return ladder;
}

/** The ladder as steps: used, room, open or why not. */
export function showLadder(policy: PolicyOn, granted: GrantedByLevel): LadderView {
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
  const strict = resolveFlag(policy, 'urgentRelief.requireExhaustion');
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
    cumulativeGrantedFen: capped ? grantedUpTo(ladder, capped.level, granted) : 0,
    requireExhaustion: strict.known && strict.value,
    scope: scopeWords(policy),
  };
}

function scopeWords(policy: PolicyOn): LadderView['scope'] {
  const counting = readLadderCounting(policy);
  if (!counting.known) return { zh: '', en: '' };
  const per = PER[counting.per];
  const over = OVER[counting.over];
  return { zh: `按${per.zh}${over.zh}计算`, en: `counted per ${per.en} ${over.en}` };
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

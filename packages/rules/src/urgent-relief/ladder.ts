import type { PolicyOn } from '../policy/policy-on.ts';
import { resolveTable } from '../policy/read-parameter.ts';
import { missingParameter, type Resolved, type Unknown } from '../policy/resolve-parameter.ts';
import type { Row } from '../policy/unit.ts';
import type { Text } from '../text.ts';

export const LADDER_LEVELS = ['village', 'township', 'county'] as const;
export type LadderLevel = (typeof LADDER_LEVELS)[number];

export const MONEY_KINDS = ['society', 'pettyCash', 'fiscal'] as const;
/** Whose money a level pays with: the mutual-aid society's, the township's petty cash, or the county budget. Never mixed. */
export type MoneyKind = (typeof MONEY_KINDS)[number];

/** One rung: who may pay how much, and with whose money. */
export interface LadderStep {
  readonly level: LadderLevel;
  readonly label: Text;
  /** Cap of this level; null = no cap in the text. Counted as `readLadderCounting` says. */
  readonly capFen: number | null;
  /** Cap of this level together with every level below it; null = none. */
  readonly cumulativeCapFen: number | null;
  readonly money: MoneyKind;
  /** False for a mutual-aid society: its aid opens no administrative appeal. */
  readonly administrativeAct: boolean;
}

export interface Ladder {
  readonly known: true;
  /** Lowest level first. */
  readonly steps: readonly LadderStep[];
  readonly source: Resolved<readonly Row[]>;
}

/** Already granted under the caps, by level, in fen. */
export type GrantedByLevel = Readonly<Partial<Record<LadderLevel, number>>>;

/** The ladder of the place (`urgentRelief.ladder`); unknown when the place has none on that day. */
export function readLadder(policy: PolicyOn): Ladder | Unknown {
  const table = resolveTable(policy, 'urgentRelief.ladder');
  if (!table.known) return table;
  const steps = stepsOf(table.value);
  return steps ? { known: true, steps, source: table } : missingParameter(policy, table.id, table.label, 'otherUnit');
}

/** Undefined where a row is of no level or of no money there is. */
export function stepsOf(rows: readonly Row[]): readonly LadderStep[] | undefined {
  const steps = rows.flatMap((row) => stepOf(row) ?? []);
  return steps.length === rows.length ? steps : undefined;
}

function stepOf(row: Row): LadderStep | undefined {
  const level = LADDER_LEVELS.find((one) => one === row['level']);
  const money = MONEY_KINDS.find((one) => one === row['money']);
  if (!level || !money) return undefined;
  return {
    level,
    money,
    label: { zh: String(row['labelZh'] ?? ''), en: String(row['labelEn'] ?? '') },
    capFen: integerOrNull(row['capFen']),
    cumulativeCapFen: integerOrNull(row['cumulativeCapFen']),
    administrativeAct: row['administrativeAct'] === true,
  };
}

function integerOrNull(cell: unknown): number | null {
  return typeof cell === 'number' ? cell : null;
}

/** Granted at a level and all levels below it. */
export function grantedUpTo(ladder: Ladder, level: LadderLevel, granted: GrantedByLevel): number {
  const index = ladder.steps.findIndex((step) => step.level === level);
  return ladder.steps.slice(0, index + 1).reduce((sum, step) => sum + (granted[step.level] ?? 0), 0);
}

/** What a level may still pay: the smaller of its own and the cumulative room. Null = no limit. */
export function roomAt(ladder: Ladder, level: LadderLevel, granted: GrantedByLevel): number | null {
  const step = ladder.steps.find((one) => one.level === level);
  if (!step) return 0;
  const rooms: number[] = [];
  if (step.capFen !== null) rooms.push(step.capFen - (granted[level] ?? 0));
  if (step.cumulativeCapFen !== null) rooms.push(step.cumulativeCapFen - grantedUpTo(ladder, level, granted));
  return rooms.length === 0 ? null : Math.max(0, Math.min(...rooms));
}

/** Levels below that still have room: strict exhaustion asks them to pay first. */
export function levelsWithRoomBelow(
  ladder: Ladder,
  level: LadderLevel,
  granted: GrantedByLevel,
): readonly LadderStep[] {
  const index = ladder.steps.findIndex((step) => step.level === level);
  return ladder.steps.slice(0, Math.max(index, 0)).filter((step) => roomAt(ladder, step.level, granted) !== 0);
}

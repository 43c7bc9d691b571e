import { addMonths } from '../calendar/periods.ts';
import { addDays, type PlainDate } from '../calendar/plain-date.ts';
import type { PolicyOn } from '../policy/policy-on.ts';
import { resolveText } from '../policy/read-parameter.ts';
import { missingParameter, type Unknown } from '../policy/resolve-parameter.ts';

export const COUNTED_PER = ['household', 'person'] as const;
/** Whose the caps are: the household's, or those of the person who receives the aid. */
export type CountedPer = (typeof COUNTED_PER)[number];

export const COUNTED_OVER = ['incident', 'calendarYear', 'twelveMonths'] as const;
/** What the caps are counted over: one incident, the year of the proposal, or the twelve months before the approval. */
export type CountedOver = (typeof COUNTED_OVER)[number];

export interface LadderCounting {
  readonly known: true;
  readonly per: CountedPer;
  readonly over: CountedOver;
}

/** R-127, 裕安区 2020 四(三)2 names amounts only: unit and period are the county's to set. */
export function readLadderCounting(policy: PolicyOn): LadderCounting | Unknown {
  const scope = resolveText(policy, 'urgentRelief.ladderScope');
  if (!scope.known) return scope;
  const window = resolveText(policy, 'urgentRelief.ladderWindow');
  if (!window.known) return window;
  const per = COUNTED_PER.find((one) => one === scope.value);
  if (!per) return missingParameter(policy, scope.id, scope.label, 'otherUnit');
  const over = COUNTED_OVER.find((one) => one === window.value);
  if (!over) return missingParameter(policy, window.id, window.label, 'otherUnit');
  return { known: true, per, over };
}

/** Which of the windows a day belongs to, as a counter is named after it; twelve months have one that moves along. */
export function windowKey(over: CountedOver, incidentId: string, on: PlainDate): string {
  if (over === 'incident') return incidentId;
  return over === 'calendarYear' ? on.slice(0, 4) : 'twelveMonths';
}

/** First day that still counts today; null where what was granted once stays counted. */
export function countedSince(over: CountedOver, on: PlainDate): PlainDate | null {
  return over === 'twelveMonths' ? addDays(addMonths(on, -12), 1) : null;
}

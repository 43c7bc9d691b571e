import type { ChangeKind } from '@yimen/contracts';
import type { RuleScope } from '@yimen/rules';
import { amountOfNumber, outcomeOfNumber } from './packed-outcomes.ts';

/** One programme that comes to something else; what was and what is are packed numbers. */
export interface Change {
  readonly programme: string;
  readonly on: RuleScope;
  readonly element: number;
  readonly kind: ChangeKind;
  readonly was: number;
  readonly is: number;
}

/** As PostgreSQL reads an array of `redetermination_change`. */
export function changesText(changes: readonly Change[]): string {
  let text = '{';
  for (const change of changes) text += `${text.length === 1 ? '' : ','}"(${fieldsOf(change)})"`;
  return `${text}}`;
}

function fieldsOf({ programme, on, element, kind, was, is }: Change): string {
  const outcomes = `${outcomeOfNumber(was)},${outcomeOfNumber(is)},${amountOfNumber(was) ?? ''},${amountOfNumber(is) ?? ''}`;
  return `${plain(programme)},${element},${on === 'person'},${kind},${outcomes}`;
}

/** Nothing that would have to be quoted: packs name programmes in letters. */
const PLAIN = /^[\w.-]+$/;

function plain(programme: string): string {
  if (!PLAIN.test(programme)) throw new Error(`a programme cannot be called ${programme}`);
  return programme;
}

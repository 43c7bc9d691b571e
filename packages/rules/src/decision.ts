import type { Explanation } from './explanation/explanation.ts';
import type { FactValue } from './household-facts.ts';

/** Facts a refusal text is filled with: amounts in fen, dates as `YYYY-MM-DD`. */
export type Facts = Readonly<Record<string, FactValue>>;

/** What a rule returns: allowed with the figures used, or refused with a code and the facts. Never a bare boolean. */
export type Decision<Figures, Code extends string = string> = Allowed<Figures> | Refused<Code>;

export interface Allowed<Figures> {
  readonly allowed: true;
  readonly figures: Figures;
  readonly explanation: Explanation;
}

export interface Refused<Code extends string> {
  readonly allowed: false;
  readonly code: Code;
  readonly facts: Facts;
  readonly explanation: Explanation;
}

export function allow<Figures>(figures: Figures, explanation: Explanation): Allowed<Figures> {
  return { allowed: true, figures, explanation };
}

export function refuse<Code extends string>(code: Code, facts: Facts, explanation: Explanation): Refused<Code> {
  return { allowed: false, code, facts, explanation };
}

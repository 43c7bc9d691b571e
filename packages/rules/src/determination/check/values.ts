import type { Period, Unit } from '../../policy/unit.ts';
import { arithmetic, constant } from '../core/build.ts';
import type { Core } from '../core/core.ts';
import { ruleRefusal } from '../model/rule-refusal.ts';
import { findDimension } from './dimension.ts';
import { isValueTerm, type NumberTerm, type SimpleTerm, type Term, termWords, type ValueTerm } from './term.ts';

/** Decimals of a ratio in basis points: 3000 is 0.3000. */
export const RATIO_SCALE = 4;
const LARGEST_SCALE = 12;

/** A stored value of a unit as a term; undefined for units that rules cannot compute with. */
export function findStored(
  of: { readonly unit: Unit; readonly per: Period | null; readonly options: readonly string[] },
  core: Core,
): ValueTerm | undefined {
  const dimension = findDimension(of.unit, of.per);
  if (dimension) {
    return { kind: 'number', core, divisor: null, scale: of.unit === 'basisPoints' ? RATIO_SCALE : 0, dimension };
  }
  if (of.unit === 'flag' || of.unit === 'date') return { kind: of.unit, core };
  return of.unit === 'text' && of.options.length > 0 ? { kind: 'code', core, options: of.options } : undefined;
}

export function valueTerm(term: Term): ValueTerm {
  if (!isValueTerm(term)) throw ruleRefusal('WRONG_KIND', { zh: '单个值', en: 'one value' }, termWords(term));
  return term;
}

export function numberTerm(term: Term): NumberTerm {
  if (term.kind !== 'number') throw ruleRefusal('WRONG_KIND', { zh: '数', en: 'a number' }, termWords(term));
  return term;
}

/** A number without a division that waits for its rounding. */
export function wholeTerm(term: Term): NumberTerm {
  const number = numberTerm(term);
  if (number.divisor) throw ruleRefusal('DIVISION');
  return number;
}

export function simpleCore(term: Term, kind: SimpleTerm['kind']): Core {
  if (term.kind !== kind) {
    throw ruleRefusal('WRONG_KIND', termWords({ kind, core: constant(0) }), termWords(term));
  }
  return term.core;
}

/** core × 10^digits. */
export function shifted(core: Core, digits: number): Core {
  if (digits > LARGEST_SCALE) throw ruleRefusal('SCALE');
  return digits === 0 ? core : arithmetic('*', core, constant(10 ** digits));
}

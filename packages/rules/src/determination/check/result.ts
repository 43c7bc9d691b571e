import { constant } from '../core/build.ts';
import type { Core } from '../core/core.ts';
import { ruleRefusal } from '../model/rule-refusal.ts';
import type { Entry } from './catalogue.ts';
import { isSameDimension } from './dimension.ts';
import { type Term, termWords } from './term.ts';
import { findStored, RATIO_SCALE, shifted, wholeTerm } from './values.ts';

/** The expression's value as it is stored under the variable; refused when it is of another unit. */
export function resultCore(term: Term, entry: Entry): Core {
  const expected = findStored(entry, constant(0));
  if (!expected) throw ruleRefusal('OUTSIDE', entry.unit);
  const wrong = () => ruleRefusal('WRONG_RESULT', entry.id, termWords(expected), termWords(term));
  if (term.kind === 'number' && expected.kind === 'number') {
    const { core, scale, dimension } = wholeTerm(term);
    const isSame =
      dimension === 'any' || (expected.dimension !== 'any' && isSameDimension(dimension, expected.dimension));
    if (!isSame) throw wrong();
    const decimals = entry.unit === 'basisPoints' ? RATIO_SCALE : 0;
    if (scale > decimals) throw ruleRefusal('SCALE');
    return shifted(core, decimals - scale);
  }
  if (term.kind === 'code' && expected.kind === 'code') {
    const strange = term.options.find((option) => !entry.options.includes(option));
    if (strange !== undefined) throw ruleRefusal('UNKNOWN_OPTION', strange, entry.options.join(', '));
    return term.core;
  }
  if (term.kind !== expected.kind || !('core' in term)) throw wrong();
  return term.core;
}

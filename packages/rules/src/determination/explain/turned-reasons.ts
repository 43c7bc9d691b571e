import { asItIs } from '../../explanation/opposite.ts';
import type { AddReasons } from './teller.ts';

/** What decides, told as it is. */
export function turned(reasons: AddReasons): AddReasons {
  return (at) => {
    const mark = at.reasons.mark();
    reasons(at);
    at.reasons.changeFrom(mark, asItIs);
  };
}

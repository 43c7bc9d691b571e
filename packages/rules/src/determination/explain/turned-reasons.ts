import type { Explanation } from '../../explanation/explanation.ts';
import { asItIs } from '../../explanation/opposite.ts';
import type { AddReasons } from './teller.ts';

/** What decides, told as it is. */
export function turned(reasons: AddReasons): AddReasons {
  return (at, into) => {
    const found: Explanation[] = [];
    reasons(at, found);
    for (const one of found) into.push(asItIs(one));
  };
}

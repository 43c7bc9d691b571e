import type { Catalogue, Entry } from './catalogue.ts';
import { checkExpression } from './check-expression.ts';
import type { Environment } from './environment.ts';

/** Where the expression of a variable begins; the numbers of loops go on from one variable to the next. */
export function environmentOf({ on }: Entry, catalogue: Catalogue, numbers: { loop: number }): Environment {
  const nextLoop = () => {
    numbers.loop += 1;
    return numbers.loop;
  };
  return { catalogue, scope: on, elements: [], nextLoop, check: checkExpression };
}

import { type Core, type CoreOf, coreParts, someCore } from '../determination/core/core.ts';
import { TURNED } from '../determination/core/turned.ts';
import { coreKey } from '../determination/generated/core-key.ts';
import type { ComparisonOperator } from '../feel/syntax/ast.ts';

/** The smallest questions a cell asks about its input, which is taken `factor` times so that decimals are whole. */
export type Atom =
  | { readonly kind: 'end'; readonly operator: ComparisonOperator; readonly factor: number; readonly value: number }
  | {
      readonly kind: 'symbol';
      readonly operator: ComparisonOperator;
      readonly factor: number;
      /** Compared with something that is no constant: a parameter, another fact. */
      readonly key: string;
      readonly core: Core;
    }
  /** Anything else: it may hold or not, whatever the input is. */
  | { readonly kind: 'other'; readonly key: string };

/** Every atom of a condition; logic holds them together. */
export function atomsOf(condition: Core, inputKey: string): readonly Atom[] {
  if (isLogic(condition)) return coreParts(condition).flatMap((part) => atomsOf(part, inputKey));
  return condition.op === 'constant' ? [] : [atomOf(condition, inputKey)];
}

export function isLogic(core: Core): core is CoreOf<'logic'> | CoreOf<'not'> {
  return core.op === 'logic' || core.op === 'not';
}

export function atomOf(core: Core, inputKey: string): Atom {
  const key = coreKey(core);
  if (core.op !== 'compare') return { kind: 'other', key };
  const [left, right] = [factorOf(core.left, inputKey), factorOf(core.right, inputKey)];
  if (left !== undefined) return comparedAtom(core.operator, left, core.right);
  if (right !== undefined) return comparedAtom(TURNED[core.operator], right, core.left);
  return { kind: 'other', key };
}

function comparedAtom(operator: ComparisonOperator, factor: number, other: Core): Atom {
  const value = findConstant(other);
  if (value !== undefined) return { kind: 'end', operator, factor, value };
  return { kind: 'symbol', operator, factor, key: `${factor} ${coreKey(other)}`, core: other };
}

/** -5 is 0 - 5. */
export function findConstant(core: Core): number | undefined {
  if (core.op === 'constant') return core.value;
  const isFixed = !someCore(core, ({ op }) => op !== 'constant' && op !== 'arithmetic');
  return isFixed ? core.low : undefined;
}

/** How many times the input a part is; undefined when it is something else. */
function factorOf(core: Core, inputKey: string): number | undefined {
  if (coreKey(core) === inputKey) return 1;
  if (core.op !== 'arithmetic' || core.operator !== '*') return undefined;
  for (const [one, other] of [
    [core.left, core.right],
    [core.right, core.left],
  ] as const) {
    const factor = findConstant(other);
    if (coreKey(one) === inputKey && factor !== undefined && factor > 0) return factor;
  }
  return undefined;
}

import type { FormulaOperator } from '../../explanation/formula.ts';
import type { Expression, ExpressionOf } from '../../feel/syntax/ast.ts';
import type { Text } from '../../text.ts';
import { dateTextOf } from '../core/date-key.ts';
import { figureOf, isZero, operation } from './small-parts.ts';
import { findRounding } from './tell-rounding.ts';
import { tellTotal } from './tell-total.ts';
import type { Tell, Teller } from './teller.ts';

const OPERATORS: ReadonlyMap<string, FormulaOperator> = new Map([
  ['min', 'least'],
  ['max', 'greatest'],
  ['abs', 'absolute'],
  ['years and months duration', 'monthsBetween'],
]);

export function tellCall(node: ExpressionOf<'call'>, beside: Expression | undefined, teller: Teller): Tell {
  const name = node.callee.kind === 'name' ? node.callee.name : '';
  const given = givenTo(node);
  const rounding = findRounding(node, teller) ?? findTotal(name, given, teller);
  if (rounding) return rounding;
  const operator = OPERATORS.get(name);
  const measured = given.find((one) => !isZero(one, teller.parts));
  if (operator)
    return operation(
      operator,
      given.map((one) => teller.figure(one, measured ?? beside)),
    );
  // Dates and durations that are written out; without any, today.
  const [first] = given;
  return first ? teller.figure(first) : TELL_TODAY;
}

/** `max(a, b)`, and `max([a, b])`. */
function givenTo({ given }: ExpressionOf<'call'>): readonly Expression[] {
  const values = [...given.values.values()];
  const [first, ...others] = values;
  return first?.kind === 'list' && others.length === 0 ? first.items : values;
}

const FOLDS = { sum: 'sum', count: 'count', min: 'least', max: 'greatest' } as const;

function findTotal(name: string, [first, ...others]: readonly Expression[], teller: Teller): Tell | undefined {
  const kind = first && teller.parts.get(first)?.kind;
  if (!first || others.length > 0 || (kind !== 'values' && kind !== 'entities')) return undefined;
  const fold = Object.hasOwn(FOLDS, name) ? FOLDS[name as keyof typeof FOLDS] : undefined; // it has this key
  return fold && tellTotal(first, fold, teller);
}

const TODAY: Text = { zh: '认定之日', en: 'the day of the determination' };

const NAMED = { id: 'today', label: TODAY, unit: 'date' } as const;
const TELL_TODAY: Tell = {
  rule: figureOf(NAMED),
  told: ({ row }) => figureOf({ ...NAMED, value: dateTextOf(row.today) }),
};

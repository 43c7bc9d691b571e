import { callBuiltin } from '../builtins/call-builtin.ts';
import { isBuiltin } from '../builtins/registry.ts';
import { refusal } from '../problem.ts';
import type { ExpressionOf, Parameter } from '../syntax/ast.ts';
import { canonicalName } from '../syntax/names.ts';
import type { TypeName } from '../syntax/type-name.ts';
import { type FeelFunction, isList, kindOf, listOf, type Value } from '../value.ts';
import { conforms } from './instance-of.ts';
import type { Run, Scope } from './run.ts';
import { findValue, scopeOfNames } from './scope.ts';

/** A function given in the text or the context hides a builtin of that name; a wrong number of values gives null. */
export function call(node: ExpressionOf<'call'>, scope: Scope, run: Run): Value {
  const { callee, given } = node;
  const own = callee.kind === 'name' ? findValue(scope, callee.name) : run.evaluate(callee, scope);
  if (own === undefined && callee.kind === 'name') {
    return callBuiltin(callee.name, valuesOf(given, scope, run), run);
  }
  if (typeof own !== 'object' || own === null || own.kind !== 'function') return nullUnlessBuiltin(callee);
  const values = inOrder(own, valuesOf(given, scope, run));
  return values ? own.apply(values) : null;
}

/** A fact called `count` beside count(…): engines differ on which of them is meant. */
function nullUnlessBuiltin(callee: ExpressionOf<'call'>['callee']): null {
  if (callee.kind === 'name' && isBuiltin(callee.name)) throw refusal('AMBIGUOUS_NAME', callee.name);
  return null;
}

export type GivenValues = readonly Value[] | ReadonlyMap<string, Value>;

function valuesOf(given: ExpressionOf<'call'>['given'], scope: Scope, run: Run): GivenValues {
  if (given.kind === 'positional') return given.values.map((value) => run.evaluate(value, scope));
  return new Map([...given.values].map(([name, value]) => [name, run.evaluate(value, scope)]));
}

function inOrder({ parameters }: FeelFunction, given: GivenValues): readonly Value[] | undefined {
  if ('length' in given) return given.length === parameters.length ? given : undefined;
  if (given.size !== parameters.length) return undefined;
  const values = parameters.map((name) => given.get(canonicalName(name)));
  return values.every((value) => value !== undefined) ? values : undefined;
}

/** It sees the names of the place where it is written. */
export function defineFunction({ parameters, body }: ExpressionOf<'function'>, scope: Scope, run: Run): FeelFunction {
  return {
    kind: 'function',
    parameters: parameters.map(({ name }) => name),
    apply: (given) => {
      const names = new Map<string, Value>();
      for (const [index, parameter] of parameters.entries()) {
        const value = fitted(given[index] ?? null, parameter);
        if (value === undefined) return null;
        names.set(parameter.name, value);
      }
      return run.evaluate(body, scopeOfNames(names, names.keys(), scope));
    },
  };
}

/** DMN 1.4 §10.3.2.9.4, .13.2: a value stands for a list of it, a list of one for its element; else it does not fit. */
function fitted(value: Value, { type }: Parameter): Value | undefined {
  if (!type || value === null || conforms(value, type)) return value;
  if (type.kind === 'list' && !isList(value) && conforms(value, type.of)) return listOf([value]);
  if (mayBeConverted(value, type)) throw refusal('UNDECIDED', 'a date as date and time');
  const [only, ...others] = isList(value) ? value.items : [];
  return only !== undefined && others.length === 0 && only !== null && conforms(only, type) ? only : undefined;
}

/** Later editions take a date for its midnight in UTC where a date and time is asked for. */
function mayBeConverted(value: Value, type: TypeName): boolean {
  return type.kind === 'simple' && type.name === 'date and time' && kindOf(value) === 'date';
}

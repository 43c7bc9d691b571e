import type { Run } from '../interpreter/run.ts';
import { refusal } from '../problem.ts';
import { listOf, type Value, weightOf } from '../value.ts';
import type { Form } from './form.ts';
import { findBuiltin } from './registry.ts';

type GivenValues = readonly Value[] | ReadonlyMap<string, Value>;

/** The first form that takes the values decides; null when none does (DMN 1.4 §10.3.4). */
export function callBuiltin(name: string, given: GivenValues, run: Run): Value {
  const forms = findBuiltin(name);
  if (!forms) throw refusal('UNKNOWN_FUNCTION', name);
  for (const value of given.values()) run.meter.spend(weightOf(value));
  for (const form of forms) {
    const accepted = acceptAll(form, given);
    if (accepted) return form.compute(accepted, run);
  }
  return null;
}

function acceptAll(form: Form, given: GivenValues): readonly unknown[] | undefined {
  const values = inOrder(form, given);
  if (!values) return undefined;
  const accepted = form.parameters.map(({ accept, isOptional }, index) => {
    const value = values[index];
    if (value === undefined) return isOptional ? null : undefined;
    return accept(value);
  });
  return accepted.includes(undefined) ? undefined : accepted;
}

/** Undefined when there are too many values, a name that is not a parameter, or one missing. */
function inOrder(form: Form, given: GivenValues): readonly (Value | undefined)[] | undefined {
  if (!('length' in given)) {
    // A list of values has no name of its own.
    if (form.isVariadic) return undefined;
    const names = form.parameters.map(({ name }) => name);
    if ([...given.keys()].some((name) => !names.includes(name))) return undefined;
    return names.map((name) => given.get(name));
  }
  const count = form.parameters.length;
  if (!form.isVariadic) return given.length > count ? undefined : given;
  if (given.length < count) return undefined;
  return [...given.slice(0, count - 1), listOf(given.slice(count - 1))];
}

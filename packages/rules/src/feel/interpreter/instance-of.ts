import { refusal } from '../problem.ts';
import type { SimpleType, TypeName } from '../syntax/type-name.ts';
import { isContext, isList, kindOf, type Value } from '../value.ts';

export function conforms(value: Value, type: TypeName): boolean {
  switch (type.kind) {
    case 'simple':
      return conformsToSimple(value, type.name);
    case 'list':
      return isList(value) && value.items.every((item) => conformsInside(item, type.of));
    case 'function':
      if (kindOf(value) === 'function') throw refusal('OUTSIDE_SUBSET', 'the type of a function');
      return false;
    case 'context':
      return isContext(value) && [...type.entries].every(([name, inner]) => hasEntry(value.entries, name, inner));
  }
}

/** null is an instance of nothing, not even of Any. */
function conformsToSimple(value: Value, name: SimpleType): boolean {
  if (name === 'Null' && value === null) throw refusal('UNDECIDED', 'null instance of Null');
  return name === 'Any' ? value !== null : kindOf(value) === name;
}

function hasEntry(entries: ReadonlyMap<string, Value>, name: string, type: TypeName): boolean {
  const value = entries.get(name);
  return value !== undefined && conformsInside(value, type);
}

/** Whether a null inside conforms is answered differently by engines. */
function conformsInside(value: Value, type: TypeName): boolean {
  if (value === null) throw refusal('UNDECIDED', 'null inside a list or context, instance of');
  return conforms(value, type);
}

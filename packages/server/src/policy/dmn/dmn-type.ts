import type { Unit } from '@yimen/rules';
import type { DmnType } from './dmn-model.ts';

/** Units say more than the types of DMN do: fen and months are both numbers there. */
export function dmnTypeOf(unit: Unit): DmnType {
  switch (unit) {
    case 'flag':
      return 'boolean';
    case 'date':
      return 'date';
    case 'text':
    case 'list':
    case 'table':
    case 'limit':
      return 'string';
    case 'fen':
    case 'basisPoints':
    case 'workingDays':
    case 'calendarDays':
    case 'months':
    case 'years':
    case 'hours':
    case 'count':
      return 'number';
  }
}

const WRITTEN: ReadonlyMap<string, DmnType> = new Map([
  ['number', 'number'],
  ['string', 'string'],
  ['boolean', 'boolean'],
  ['date', 'date'],
  // Types of Java, as one modeller writes them.
  ['integer', 'number'],
  ['long', 'number'],
  ['double', 'number'],
]);

/** Null for types the file defines itself; the unit of our fact decides in any case. */
export function findDmnType(typeRef: string | undefined): DmnType | null {
  return WRITTEN.get(typeRef?.replace(/^.*:/, '').trim() ?? '') ?? null;
}

import type { ArithmeticOperator } from '../../feel/syntax/ast.ts';
import { type Temporal, temporalText } from '../../feel/temporal/temporal-text.ts';
import { arithmetic, constant, dateOperation, divide } from '../core/build.ts';
import type { Core } from '../core/core.ts';
import { DAYS_PER_MONTH_KEY, DAYS_PER_YEAR_KEY, findDateKey } from '../core/date-key.ts';
import { ruleRefusal } from '../model/rule-refusal.ts';
import { DATE_RANGE } from './catalogue.ts';
import type { NumberTerm, SimpleTerm, Term, ValueTerm } from './term.ts';
import { termWords } from './term.ts';
import { wholeTerm } from './values.ts';

const NANOS_PER_DAY = 86_400_000_000_000n;

export function temporalTerm(value: Temporal): SimpleTerm {
  if (value.kind === 'years and months duration') return { kind: 'months', core: constant(value.months) };
  if (value.kind === 'days and time duration' && value.nanos % NANOS_PER_DAY === 0n) {
    return { kind: 'days', core: constant(Number(value.nanos / NANOS_PER_DAY)) };
  }
  const key = value.kind === 'date' ? findDateKey(temporalText(value)) : undefined;
  if (key === undefined) throw ruleRefusal('OUTSIDE', temporalText(value));
  return { kind: 'date', core: constant(key) };
}

/** Full months from one day to another, towards zero. */
export function monthsBetween(from: Core, to: Core): SimpleTerm {
  return { kind: 'months', core: divide('down', arithmetic('-', to, from), constant(DAYS_PER_MONTH_KEY)) };
}

export function calculateTime(operator: ArithmeticOperator, left: ValueTerm, right: ValueTerm): Term {
  const form = `${left.kind} ${operator} ${right.kind}`;
  switch (form) {
    case 'date + months':
    case 'date - months':
      return moved('addMonths', left.core, signed(operator, right.core));
    case 'months + date':
      return moved('addMonths', right.core, left.core);
    case 'date + days':
    case 'date - days':
      return moved('addDays', left.core, signed(operator, right.core));
    case 'days + date':
      return moved('addDays', right.core, left.core);
    case 'date - date':
      return { kind: 'days', core: dateOperation('daysBetween', right.core, left.core, DAYS_BETWEEN) };
    case 'months + months':
    case 'months - months':
    case 'days + days':
    case 'days - days':
      return { kind: left.kind as 'months' | 'days', core: arithmetic(plusOrMinus(operator), left.core, right.core) };
    case 'months * number':
    case 'days * number':
      return scaled(left, right);
    case 'number * months':
    case 'number * days':
      return scaled(right, left);
    default:
      throw ruleRefusal('KINDS_DIFFER', termWords(left), termWords(right));
  }
}

const DAYS_BETWEEN = { low: -4_000_000, high: 4_000_000 };

function plusOrMinus(operator: ArithmeticOperator): '+' | '-' {
  return operator === '-' ? '-' : '+';
}

function signed(operator: ArithmeticOperator, core: Core): Core {
  return operator === '-' ? arithmetic('-', constant(0), core) : core;
}

function moved(compute: 'addMonths' | 'addDays', date: Core, by: Core): SimpleTerm {
  return { kind: 'date', core: dateOperation(compute, date, by, DATE_RANGE) };
}

/** @"P1M" × a number of months, @"P1Y" × years, @"P1D" × days, or any duration × a bare number. */
function scaled(duration: ValueTerm, by: ValueTerm): SimpleTerm {
  const number = wholeTerm(by);
  const kind = duration.kind === 'days' ? 'days' : 'months';
  const unit = duration.core.op === 'constant' ? UNIT_OF[`${duration.core.value} ${kind}`] : undefined;
  const isBare = number.dimension === 'any' || Object.keys(number.dimension).length === 0;
  const isUnit = number.dimension !== 'any' && unit !== undefined && isOnly(number.dimension, unit);
  if (number.scale !== 0 || !(isBare || isUnit)) {
    throw ruleRefusal('UNITS_DIFFER', termWords(duration), termWords(by));
  }
  return { kind, core: arithmetic('*', duration.core, number.core) };
}

const UNIT_OF: Readonly<Record<string, string>> = { '1 months': 'month', '12 months': 'year', '1 days': 'day' };

function isOnly(dimension: Readonly<Record<string, number>>, unit: string): boolean {
  return Object.keys(dimension).length === 1 && dimension[unit] === 1;
}

/** `.years` and `.months` of a duration in months (each with the sign of the whole), `.days` of one in days. */
export function durationPart(term: SimpleTerm, name: string): NumberTerm {
  const { core, kind } = term;
  if (kind === 'days' && name === 'days') return numberOf(core, 'day');
  if (kind === 'months' && name === 'years') return numberOf(yearsOf(core), 'year');
  if (kind !== 'months' || name !== 'months') throw ruleRefusal('UNKNOWN_NAME', name);
  const years = divide('down', core, constant(12));
  return numberOf({ ...arithmetic('-', core, arithmetic('*', years, constant(12))), low: -11, high: 11 }, 'month');
}

/** Two divisions in a row, towards zero, are one. */
function yearsOf(core: Core): Core {
  const isBetween = core.op === 'divide' && core.right.op === 'constant' && core.right.value === DAYS_PER_MONTH_KEY;
  return isBetween ? divide('down', core.left, constant(DAYS_PER_YEAR_KEY)) : divide('down', core, constant(12));
}

function numberOf(core: Core, unit: string): NumberTerm {
  return { kind: 'number', core, divisor: null, scale: 0, dimension: { [unit]: 1 } };
}

import type { Formula, Measured } from '../src/explanation/formula.ts';

/** A fraction, so that what is told is checked exactly. */
interface Fraction {
  readonly over: bigint;
  readonly under: bigint;
}

/** What a calculation comes to, from the figures that stand in it alone; undefined where it has days in it. */
export function findToldValue(formula: Formula): Fraction | undefined {
  switch (formula.kind) {
    case 'figure':
      return findNumber(formula);
    case 'operation': {
      const parts = formula.parts.map(findToldValue);
      const [first, second] = parts;
      if (!first || parts.includes(undefined)) return undefined;
      return computed(formula.operator, first, second ?? WHOLE, parts as readonly Fraction[]); // none is undefined
    }
    case 'rounded': {
      const of = findToldValue(formula.of);
      return of && roundedTo(of, formula.way, BigInt(formula.to));
    }
    case 'chosen': {
      const branch = formula.holds === 'yes' ? formula.ifSo : formula.otherwise;
      return formula.holds === 'unknown' || !branch ? undefined : findToldValue(branch);
    }
    case 'total': {
      if (formula.fold === 'count') return { over: BigInt(formula.parts?.length ?? 0), under: 1n };
      const parts = (formula.parts ?? []).map(findToldValue);
      if (parts.includes(undefined)) return undefined;
      const known = parts as readonly Fraction[]; // none is undefined
      if (formula.fold === 'sum') return known.reduce((sum, part) => computed('+', sum, part, []) ?? sum, ZERO);
      const [first, ...others] = known;
      return first && others.reduce((best, part) => extreme(formula.fold === 'least', best, part), first);
    }
    default:
      return undefined;
  }
}

const ZERO: Fraction = { over: 0n, under: 1n };
const WHOLE: Fraction = { over: 1n, under: 1n };

export function findNumber({ value, unit }: Measured): Fraction | undefined {
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) return undefined;
  return { over: BigInt(value), under: unit === 'basisPoints' ? 10_000n : 1n };
}

export function isSame(one: Fraction, other: Fraction): boolean {
  return one.over * other.under === other.over * one.under;
}

function computed(operator: string, one: Fraction, other: Fraction, all: readonly Fraction[]): Fraction | undefined {
  switch (operator) {
    case '+':
      return { over: one.over * other.under + other.over * one.under, under: one.under * other.under };
    case '-':
      return { over: one.over * other.under - other.over * one.under, under: one.under * other.under };
    case '*':
      return { over: one.over * other.over, under: one.under * other.under };
    case '/':
      return { over: one.over * other.under, under: one.under * other.over };
    case 'negate':
      return { over: -one.over, under: one.under };
    case 'absolute':
      return { over: one.over < 0n ? -one.over : one.over, under: one.under };
    case 'least':
    case 'greatest':
      return all.reduce((best, part) => extreme(operator === 'least', best, part), one);
    default:
      return undefined;
  }
}

function extreme(isLeast: boolean, one: Fraction, other: Fraction): Fraction {
  const isBelow = other.over * one.under < one.over * other.under;
  return isBelow === isLeast ? other : one;
}

function roundedTo({ over, under }: Fraction, way: string, step: bigint): Fraction {
  const divisor = under * step;
  const floor = over >= 0n ? over / divisor : -((-over + divisor - 1n) / divisor);
  const rest = over - floor * divisor;
  const isUp = {
    floor: false,
    ceiling: rest > 0n,
    up: rest > 0n && over > 0n,
    down: rest > 0n && over < 0n,
    'half up': over >= 0n ? rest * 2n >= divisor : rest * 2n > divisor,
    'half down': over >= 0n ? rest * 2n > divisor : rest * 2n >= divisor,
  }[way];
  return { over: (isUp ? floor + 1n : floor) * step, under: 1n };
}

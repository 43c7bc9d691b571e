import type { Rounding } from './core.ts';

/** By the name of the function that rounds so. */
export const ROUNDING_FUNCTIONS: ReadonlyMap<string, Rounding> = new Map([
  ['floor', 'floor'],
  ['ceiling', 'ceiling'],
  ['round up', 'up'],
  ['round down', 'down'],
  ['round half up', 'half up'],
  ['round half down', 'half down'],
]);

/**
 * numerator / divisor to a whole number; the divisor is positive, and 2 × |numerator| + divisor below 2^53.
 * The quotient of two such integers never rounds up to the next integer, so floor and ceiling are exact.
 */
export function divideWhole(rounding: Rounding, numerator: number, divisor: number): number {
  switch (rounding) {
    case 'floor':
      return Math.floor(numerator / divisor);
    case 'ceiling':
      return Math.ceil(numerator / divisor) + 0;
    case 'down':
      return Math.trunc(numerator / divisor) + 0;
    case 'up':
      return numerator < 0 ? Math.floor(numerator / divisor) : Math.ceil(numerator / divisor);
    case 'half up':
      return numerator < 0 ? -halfUp(-numerator, divisor) + 0 : halfUp(numerator, divisor);
    case 'half down':
      return numerator < 0 ? -halfDown(-numerator, divisor) + 0 : halfDown(numerator, divisor);
  }
}

function halfUp(numerator: number, divisor: number): number {
  return Math.floor((2 * numerator + divisor) / (2 * divisor));
}

function halfDown(numerator: number, divisor: number): number {
  return Math.ceil((2 * numerator - divisor) / (2 * divisor)) + 0;
}

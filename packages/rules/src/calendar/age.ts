import { addMonths } from './periods.ts';
import type { PlainDate } from './plain-date.ts';

/** Full years (周岁), attained on the birthday; somebody born on 29 February turns on 28 February in common years (民法典 202). */
export function ageOn(bornOn: PlainDate, on: PlainDate): number {
  const years = Number(on.slice(0, 4)) - Number(bornOn.slice(0, 4));
  return addMonths(bornOn, years * 12) <= on ? years : years - 1;
}

import { addDays, addHours, dateInShanghai, startOfDay } from '@yimen/rules';
import type { DemoOffice } from '../offices/office.ts';
import { fictitiousOfficePhone } from '../people/invent-numbers.ts';

const DUTY_DAYS = 28;
/** Duty changes at half past eight. */
const HAND_OVER_HOUR = 8.5;

export interface DemoDuty {
  readonly officeKey: string;
  readonly login: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly phone: string;
}

/** Somebody in every township round the clock for four weeks, from yesterday on, so that a night report finds a phone. */
export function planDuties(offices: readonly DemoOffice[], now: string): DemoDuty[] {
  const first = addDays(dateInShanghai(now), -1);
  return offices
    .filter((office) => office.kind === 'township-window')
    .flatMap((office, place) =>
      Array.from({ length: DUTY_DAYS }, (_, day): DemoDuty => {
        const startsAt = addHours(startOfDay(addDays(first, day)), HAND_OVER_HOUR);
        const turn = TURNS[(day + place) % TURNS.length];
        return {
          officeKey: office.key,
          login: `${office.key}.${turn}`,
          startsAt,
          endsAt: addHours(startsAt, 24),
          phone: fictitiousOfficePhone(3_001 + place),
        };
      }),
    );
}

/** Holders who may accept a report. Not the substitutes: B acts only while A is recorded absent. */
const TURNS = ['window.a', 'approver.a'] as const;

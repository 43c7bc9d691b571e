/** The only source of "now" on the server; tests set it. */
export type Clock = { now(): Date };

export const systemClock: Clock = { now: () => new Date() };

/** A clock that stands where the test puts it. */
export function testClock(start: string): Clock & { set(instant: string): void; advance(ms: number): void } {
  let current = new Date(start);
  return {
    now: () => new Date(current),
    set: (instant) => {
      current = new Date(instant);
    },
    advance: (ms) => {
      current = new Date(current.getTime() + ms);
    },
  };
}

const SHANGHAI_OFFSET_MS = 8 * 3600 * 1000;

/** The civil date in Asia/Shanghai (no daylight saving since 1991) as YYYY-MM-DD. */
export function civilDate(instant: Date): string {
  return new Date(instant.getTime() + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10);
}

/** The last moment of a civil date in Asia/Shanghai. */
export function endOfCivilDate(date: string): Date {
  return new Date(`${date}T23:59:59.999+08:00`);
}

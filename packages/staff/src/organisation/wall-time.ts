const DAY_MS = 86_400_000;

/** 2026-03-05T09:30 as the clocks of Shanghai show it → the instant. China has no summer time. */
export function instantOf(wallTime: string): string {
  return new Date(`${wallTime}:00+08:00`).toISOString();
}

/** The instant → 2026-03-05T09:30 as the clocks of Shanghai show it. */
export function wallTimeOf(instant: string): string {
  const shown = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Asia/Shanghai',
    dateStyle: 'short',
    timeStyle: 'short',
  }).format(new Date(instant));
  return shown.replace(' ', 'T');
}

export function civilDateOf(instant: string): string {
  return wallTimeOf(instant).slice(0, 10);
}

/** HH:MM in Shanghai. */
export function timeOf(instant: string): string {
  return wallTimeOf(instant).slice(11);
}

export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** The seven days from Monday on around a date. */
export function weekAround(date: string): readonly string[] {
  const weekday = (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;
  return Array.from({ length: 7 }, (_, day) => addDays(date, day - weekday));
}

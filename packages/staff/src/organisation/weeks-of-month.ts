const DAYS = 7;

/** Rows of a month from Monday to Sunday; days of its neighbours are null. */
export function weeksOfMonth(year: number, month: number): readonly (readonly (string | null)[])[] {
  const length = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const lead = (new Date(Date.UTC(year, month - 1, 1)).getUTCDay() + 6) % DAYS;
  const weeks = Math.ceil((lead + length) / DAYS);
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: DAYS }, (_, weekday) => {
      const day = week * DAYS + weekday - lead + 1;
      return day < 1 || day > length ? null : `${year}-${padded(month)}-${padded(day)}`;
    }),
  );
}

function padded(value: number): string {
  return String(value).padStart(2, '0');
}

import { useText, VisuallyHidden } from '@yimen/ui';
import type { YearSchedule } from './CalendarPage.tsx';
import { weekdayText } from './labels.ts';
import { text } from './text.ts';
import { WEEKDAYS } from './weekdays.ts';
import { weeksOfMonth } from './weeks-of-month.ts';

export interface CalendarMonthProps {
  readonly month: number;
  readonly schedule: YearSchedule;
}

export function CalendarMonth({ month, schedule }: CalendarMonthProps) {
  const t = useText(text);
  const weekday = useText(weekdayText);
  return (
    <table className="yo-month">
      <caption>{t('month', { month })}</caption>
      <thead>
        <tr>
          {WEEKDAYS.map((day) => (
            <th key={day} scope="col">
              <VisuallyHidden>{weekday(day)}</VisuallyHidden>
              <span aria-hidden="true">{weekday(day).slice(-1)}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOfMonth(schedule.year, month).map((week) => (
          <tr key={week.find((date) => date !== null)}>
            {week.map((date, index) => (
              <Day key={WEEKDAYS[index]} date={date} schedule={schedule} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Day({ date, schedule }: { readonly date: string | null; readonly schedule: YearSchedule }) {
  const t = useText(text);
  if (date === null) return <td />;
  const day = Number(date.slice(8));
  if (schedule.offDays.includes(date)) return <MarkedDay day={day} kind="off" mark={t('off')} words={t('offLong')} />;
  if (schedule.workDays.includes(date))
    return <MarkedDay day={day} kind="work" mark={t('work')} words={t('workLong')} />;
  return <td>{day}</td>;
}

interface MarkedDayProps {
  readonly day: number;
  readonly kind: 'off' | 'work';
  readonly mark: string;
  readonly words: string;
}

function MarkedDay({ day, kind, mark, words }: MarkedDayProps) {
  return (
    <td data-kind={kind}>
      {day}
      <span className="yo-mark" aria-hidden="true">
        {mark}
      </span>
      <VisuallyHidden>{words}</VisuallyHidden>
    </td>
  );
}

import { CloseOutlined, PlusOutlined } from '@ant-design/icons';
import type { Duty } from '@yimen/contracts';
import { useText } from '@yimen/ui';
import { Button } from 'antd';
import { useState } from 'react';
import { todayInShanghai } from '../casework/today.ts';
import { useFormat } from '../platform/show/format.ts';
import { AddDutyDialog } from './dialogs/AddDutyDialog.tsx';
import { RemoveDutyDialog } from './dialogs/RemoveDutyDialog.tsx';
import { weekdayText } from './labels.ts';
import { text } from './text.ts';
import { useDutySpan } from './use-duty-span.ts';
import { civilDateOf, timeOf } from './wall-time.ts';
import { WEEKDAYS } from './weekdays.ts';

export interface DutyWeekProps {
  readonly officeId: string;
  readonly days: readonly string[];
  readonly duties: readonly Duty[];
  readonly mayManage: boolean;
}

/** Seven columns; a duty stands on the day it begins, one from before the week on its first day. */
export function DutyWeek({ officeId, days, duties, mayManage }: DutyWeekProps) {
  const t = useText(text);
  const weekday = useText(weekdayText);
  const format = useFormat();
  const [adding, setAdding] = useState<string>();
  const [removing, setRemoving] = useState<Duty>();
  const today = todayInShanghai();
  const [monday = ''] = days;
  const isOn = (duty: Duty, day: string) =>
    day === monday ? civilDateOf(duty.startsAt) <= day : civilDateOf(duty.startsAt) === day;
  return (
    <ol className="yo-week">
      {days.map((day, index) => (
        <li key={day} className="yo-day" data-today={day === today ? '' : undefined}>
          <h2 className="yo-day-head">
            {weekday(WEEKDAYS[index] ?? 'd1')} <span className="yc-faint">{format.shortDate(day)}</span>
            {day === today ? <span className="yo-today">{t('today')}</span> : null}
          </h2>
          <Shifts
            day={day}
            duties={duties.filter((duty) => isOn(duty, day))}
            {...(mayManage ? { onRemove: setRemoving } : {})}
          />
          {mayManage ? (
            <Button
              type="dashed"
              block
              icon={<PlusOutlined aria-hidden="true" />}
              aria-label={t('addDutyOn', { date: format.shortDate(day) })}
              onClick={() => setAdding(day)}
            >
              {t('addDuty')}
            </Button>
          ) : null}
        </li>
      ))}
      {adding === undefined ? null : (
        <AddDutyDialog officeId={officeId} day={adding} onClose={() => setAdding(undefined)} />
      )}
      {removing === undefined ? null : <RemoveDutyDialog duty={removing} onClose={() => setRemoving(undefined)} />}
    </ol>
  );
}

interface ShiftsProps {
  readonly day: string;
  readonly duties: readonly Duty[];
  readonly onRemove?: (duty: Duty) => void;
}

function Shifts({ day, duties, onRemove }: ShiftsProps) {
  const t = useText(text);
  const span = useDutySpan();
  if (duties.length === 0) return <p className="yc-faint yo-nobody">{t('nobody')}</p>;
  return (
    <ul className="yo-shifts">
      {duties.map((duty) => (
        <li key={duty.id} className="yo-shift">
          <div className="yo-shift-head">
            <strong>{duty.name}</strong>
            {onRemove === undefined ? null : (
              <Button
                type="text"
                size="small"
                icon={<CloseOutlined />}
                aria-label={t('removeDutyOf', { name: duty.name })}
                onClick={() => onRemove(duty)}
              />
            )}
          </div>
          <div>{civilDateOf(duty.startsAt) < day ? t('carriedOver', { time: timeOf(duty.endsAt) }) : span(duty)}</div>
          <a className="yc-number" href={`tel:${duty.phone}`}>
            {duty.phone}
          </a>
        </li>
      ))}
    </ul>
  );
}

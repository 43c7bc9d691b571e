import { listCalendar, type ResponseOf } from '@yimen/contracts';
import { EmptyState, Notice, Skeleton, useText } from '@yimen/ui';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { todayInShanghai } from '../casework/today.ts';
import { useCall } from '../platform/call/use-call.ts';
import { PageHeader } from '../platform/layout/PageHeader.tsx';
import { useMe } from '../platform/session/use-me.ts';
import { useFormat } from '../platform/show/format.ts';
import { ProblemNotice } from '../platform/show/ProblemNotice.tsx';
import { text as shell } from '../platform/text.ts';
import { useFilters } from '../platform/use-page.ts';
import { CalendarMonth } from './CalendarMonth.tsx';
import { ImportCalendarDialog } from './dialogs/ImportCalendarDialog.tsx';
import { text } from './text.ts';
import '../casework/casework.css';
import './organisation.css';

export type YearSchedule = ResponseOf<typeof listCalendar>['items'][number];

const MONTHS = Array.from({ length: 12 }, (_, month) => month + 1);

export function CalendarPage() {
  const t = useText(text);
  const s = useText(shell);
  const mayManage = useMe().permissions.includes('calendar.manage');
  const [importing, setImporting] = useState(false);
  const years = useCall(listCalendar, {});
  return (
    <>
      <PageHeader
        actions={
          mayManage ? (
            <Button type="primary" onClick={() => setImporting(true)}>
              {t('importCalendar')}
            </Button>
          ) : undefined
        }
      />
      <ProblemNotice
        problem={years.error}
        action={<Button onClick={() => void years.refetch()}>{s('reload')}</Button>}
      />
      {years.isPending ? <Skeleton label={s('loading')} lines={8} shape="card" /> : null}
      {years.data === undefined ? null : <Years schedules={years.data.items} />}
      {importing ? <ImportCalendarDialog onClose={() => setImporting(false)} /> : null}
    </>
  );
}

function Years({ schedules }: { readonly schedules: readonly YearSchedule[] }) {
  const t = useText(text);
  const [filters, change] = useFilters();
  const thisYear = Number(todayInShanghai().slice(0, 4));
  const wanted = Number(filters['year'] ?? thisYear);
  const schedule = schedules.find((one) => one.year === wanted) ?? schedules.at(-1);
  const missing = [thisYear, thisYear + 1].filter((year) => !schedules.some((one) => one.year === year));
  if (schedule === undefined) {
    return (
      <div className="yc-panel">
        <EmptyState title={t('noCalendar')}>{t('noCalendarText')}</EmptyState>
      </div>
    );
  }
  return (
    <>
      {missing.map((year) => (
        <div key={year} className="yo-missing">
          <Notice kind="warning">{t('missing', { year })}</Notice>
        </div>
      ))}
      <div className="yc-toolbar">
        <Select
          className="yc-filter-state"
          aria-label={t('year')}
          value={schedule.year}
          options={schedules.map(({ year }) => ({ value: year, label: String(year) })).reverse()}
          onChange={(year) => change({ year: String(year) })}
        />
        <Summary schedule={schedule} />
      </div>
      <div className="yo-year">
        {MONTHS.map((month) => (
          <CalendarMonth key={month} month={month} schedule={schedule} />
        ))}
      </div>
    </>
  );
}

function Summary({ schedule }: { readonly schedule: YearSchedule }) {
  const t = useText(text);
  const format = useFormat();
  return (
    <div>
      <strong>{t('summary', { off: schedule.offDays.length, work: schedule.workDays.length })}</strong>
      <div className="yc-faint">
        <Source text={schedule.source} /> · {t('importedAt', { when: format.date(schedule.importedAt) })}
      </div>
    </div>
  );
}

/** The notice by its name, or the address it was published at. */
function Source({ text: source }: { readonly text: string }) {
  if (!/^https:\/\//.test(source)) return source;
  return (
    <a href={source} target="_blank" rel="noreferrer">
      {source}
    </a>
  );
}

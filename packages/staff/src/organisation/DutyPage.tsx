import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { type Duty, listDuty } from '@yimen/contracts';
import { EmptyState, Skeleton, useText } from '@yimen/ui';
import { Button } from 'antd';
import { todayInShanghai } from '../casework/today.ts';
import { useCall } from '../platform/call/use-call.ts';
import { PageHeader } from '../platform/layout/PageHeader.tsx';
import { useMe } from '../platform/session/use-me.ts';
import { useFormat } from '../platform/show/format.ts';
import { ProblemNotice } from '../platform/show/ProblemNotice.tsx';
import { text as shell } from '../platform/text.ts';
import { useFilters } from '../platform/use-page.ts';
import { OfficeField } from '../referral/OfficeField.tsx';
import { DutyWeek } from './DutyWeek.tsx';
import { text } from './text.ts';
import { addDays, weekAround } from './wall-time.ts';
import '../casework/casework.css';
import './organisation.css';

const NOTHING: readonly Duty[] = [];

export function DutyPage() {
  const t = useText(text);
  const format = useFormat();
  const me = useMe();
  const [filters, change] = useFilters();
  const officeId = filters['office'] ?? me.post?.officeId;
  const days = weekAround(filters['week'] ?? todayInShanghai());
  const [monday = '', sunday = ''] = [days[0], days.at(-1)];
  return (
    <>
      <PageHeader meta={t('dutyNote')} />
      <div className="yc-toolbar">
        <div className="yo-office-filter">
          <OfficeField
            aria-label={t('dutyOffice')}
            {...(officeId === undefined ? {} : { value: officeId })}
            knownName={me.post?.officeId === officeId ? me.post?.officeName : undefined}
            onChange={(office) => change({ office })}
          />
        </div>
        <Button
          icon={<LeftOutlined />}
          aria-label={t('previousWeek')}
          onClick={() => change({ week: addDays(monday, -7) })}
        />
        <Button onClick={() => change({ week: undefined })}>{t('thisWeek')}</Button>
        <Button
          icon={<RightOutlined />}
          aria-label={t('nextWeek')}
          onClick={() => change({ week: addDays(monday, 7) })}
        />
        <strong className="yc-number">{t('weekOf', { from: format.date(monday), to: format.date(sunday) })}</strong>
      </div>
      {officeId === undefined ? (
        <div className="yc-panel">
          <EmptyState title={t('chooseOffice')}>{t('chooseOfficeText')}</EmptyState>
        </div>
      ) : (
        <Roster officeId={officeId} days={days} />
      )}
    </>
  );
}

function Roster({ officeId, days }: { readonly officeId: string; readonly days: readonly string[] }) {
  const s = useText(shell);
  const mayManage = useMe().permissions.includes('duty.manage');
  const [from = '', to = ''] = [days[0], days.at(-1)];
  const duty = useCall(listDuty, { query: { from, to, officeId } }, { keepPrevious: true });
  if (duty.error !== null) {
    return (
      <ProblemNotice problem={duty.error} action={<Button onClick={() => void duty.refetch()}>{s('reload')}</Button>} />
    );
  }
  if (duty.isPending) return <Skeleton label={s('loading')} lines={6} shape="card" />;
  return <DutyWeek officeId={officeId} days={days} duties={duty.data?.items ?? NOTHING} mayManage={mayManage} />;
}

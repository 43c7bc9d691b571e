import { Link } from '@tanstack/react-router';
import { listReferrals, REFERRAL_STATES, type ReferralView } from '@yimen/contracts';
import { EmptyState, useText } from '@yimen/ui';
import { Segmented, Select } from 'antd';
import { usePagesOf } from '../platform/call/use-pages-of.ts';
import { useClearable } from '../platform/form/use-clearable.tsx';
import { PageHeader } from '../platform/layout/PageHeader.tsx';
import { DueCountdown } from '../platform/show/DueCountdown.tsx';
import { useFormat } from '../platform/show/format.ts';
import { LoadedList } from '../platform/show/LoadedList.tsx';
import { LoadMore } from '../platform/show/LoadMore.tsx';
import { useFilters } from '../platform/use-page.ts';
import { referralStateText } from './labels.ts';
import { ReferralActions } from './ReferralActions.tsx';
import { ReferralResult } from './ReferralResult.tsx';
import { ReferralTag } from './ReferralTag.tsx';
import { text } from './text.ts';
import '../casework/casework.css';

export function ReferralListPage() {
  const t = useText(text);
  const clearable = useClearable();
  const state = useText(referralStateText);
  const [filters, change] = useFilters();
  const direction = filters['direction'] === 'out' ? 'out' : 'in';
  return (
    <>
      <PageHeader />
      <div className="yc-toolbar">
        <Segmented
          aria-label={t('direction')}
          value={direction}
          options={[
            { value: 'in', label: t('incoming') },
            { value: 'out', label: t('outgoing') },
          ]}
          onChange={(value) => change({ direction: value === 'out' ? 'out' : undefined })}
        />
        <Select
          className="yc-filter-state"
          aria-label={t('state')}
          placeholder={t('anyState')}
          allowClear={clearable}
          value={filters['state'] ?? null}
          options={REFERRAL_STATES.map((value) => ({ value, label: state(value) }))}
          onChange={(value) => change({ state: value ?? undefined })}
        />
      </div>
      <Referrals direction={direction} state={REFERRAL_STATES.find((one) => one === filters['state'])} />
    </>
  );
}

interface ReferralsProps {
  readonly direction: 'in' | 'out';
  readonly state: ReferralView['state'] | undefined;
}

function Referrals({ direction, state }: ReferralsProps) {
  const t = useText(text);
  const list = usePagesOf(listReferrals, { query: { direction, state } });
  const empty = (
    <div className="yc-panel">
      <EmptyState title={t('none')}>{direction === 'in' ? t('noneIn') : t('noneOut')}</EmptyState>
    </div>
  );
  return (
    <LoadedList list={list} lines={4} shape="card" empty={empty}>
      <ul className="yc-cards">
        {list.items.map((referral) => (
          <ReferralCard key={referral.id} referral={referral} direction={direction} />
        ))}
      </ul>
      <LoadMore list={list} />
    </LoadedList>
  );
}

function ReferralCard({ referral, direction }: { readonly referral: ReferralView; readonly direction: 'in' | 'out' }) {
  const t = useText(text);
  const format = useFormat();
  const other =
    direction === 'in' ? t('from', { office: referral.fromOffice }) : t('to', { office: referral.toOffice });
  return (
    <li className="yc-panel">
      <div className="yc-record-head">
        <h2 className="yc-card-title">
          {referral.headName} · {other}
        </h2>
        <ReferralTag state={referral.state} />
        <Link to={`/cases/${referral.caseId}` as string} className="yc-number">
          {referral.caseNo}
        </Link>
        <span className="yc-faint">{t('sentAt', { when: format.shortMoment(referral.sentAt) })}</span>
      </div>
      <p className="yc-faint">{referral.caseSummary}</p>
      <p>{referral.need}</p>
      {referral.clock === null || referral.answeredAt !== null ? null : <DueCountdown clock={referral.clock} />}
      <ReferralResult referral={referral} />
      <ReferralActions referral={referral} />
    </li>
  );
}

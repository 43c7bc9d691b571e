import { Link } from '@tanstack/react-router';
import { listPolicyReleases, RELEASE_STATES, type ReleaseSummary } from '@yimen/contracts';
import { useText, useWords } from '@yimen/ui';
import { Button, Select, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { usePagesOf } from '../platform/call/use-pages-of.ts';
import { useClearable } from '../platform/form/use-clearable.tsx';
import { PageHeader } from '../platform/layout/PageHeader.tsx';
import { useMe } from '../platform/session/use-me.ts';
import { useFormat } from '../platform/show/format.ts';
import { LongTable } from '../platform/show/LongTable.tsx';
import { useFilters } from '../platform/use-page.ts';
import { DraftDialog } from './dialogs/DraftDialog.tsx';
import { releaseStateText } from './labels.ts';
import { ReleaseTag } from './ReleaseTag.tsx';
import { text } from './text.ts';
import '../casework/casework.css';
import './policy.css';

export function ReleaseListPage() {
  const t = useText(text);
  const states = useText(releaseStateText);
  const clearable = useClearable();
  const mayDraft = useMe().permissions.includes('policy.draft');
  const [filters, change] = useFilters();
  const [drafting, setDrafting] = useState(false);
  const state = RELEASE_STATES.find((one) => one === filters['state']);
  const list = usePagesOf(listPolicyReleases, { query: { limit: 50, state } });
  return (
    <>
      <PageHeader
        actions={
          mayDraft ? (
            <Button type="primary" onClick={() => setDrafting(true)}>
              {t('newRelease')}
            </Button>
          ) : undefined
        }
      />
      <div className="yc-toolbar">
        <Select
          className="yp-filter-state"
          aria-label={t('state')}
          placeholder={t('anyState')}
          allowClear={clearable}
          value={state ?? null}
          options={RELEASE_STATES.map((value) => ({ value, label: states(value) }))}
          onChange={(value) => change({ state: value ?? undefined })}
        />
      </div>
      <div className="yc-panel">
        <LongTable
          list={list}
          columns={useReleaseColumns()}
          rowKey="id"
          label={t('releasesTitle')}
          emptyTitle={t('noReleases')}
          emptyText={t('noReleasesText')}
        />
      </div>
      {drafting ? <DraftDialog onClose={() => setDrafting(false)} /> : null}
    </>
  );
}

function useReleaseColumns(): TableColumnsType<ReleaseSummary> {
  const t = useText(text);
  const words = useWords();
  const format = useFormat();
  return [
    {
      title: t('releaseName'),
      render: (_, release) => <Link to={`/policy-releases/${release.id}` as string}>{release.title}</Link>,
    },
    { title: t('state'), render: (_, release) => <ReleaseTag state={release.state} /> },
    { title: t('effectiveOn'), render: (_, release) => format.date(release.effectiveOn) },
    { title: t('pack'), render: (_, release) => words(release.packName) },
    { title: t('changesCount'), align: 'right', dataIndex: 'changes' },
    {
      title: t('draftedBy'),
      render: (_, { createdBy, createdAt }) => t('draftedAt', { name: createdBy, when: format.date(createdAt) }),
    },
  ];
}

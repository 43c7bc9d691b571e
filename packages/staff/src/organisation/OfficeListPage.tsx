import { Link } from '@tanstack/react-router';
import { listOffices, OFFICE_KINDS, type Office } from '@yimen/contracts';
import { useText } from '@yimen/ui';
import { Button, Select, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { SearchField } from '../casework/SearchField.tsx';
import { RegionFilter } from '../intake/RegionFilter.tsx';
import { usePagesOf } from '../platform/call/use-pages-of.ts';
import { useClearable } from '../platform/form/use-clearable.tsx';
import { PageHeader } from '../platform/layout/PageHeader.tsx';
import { useMe } from '../platform/session/use-me.ts';
import { LongTable } from '../platform/show/LongTable.tsx';
import { ToneTag } from '../platform/show/ToneTag.tsx';
import { useFilters } from '../platform/use-page.ts';
import { CreateOfficeDialog } from './dialogs/CreateOfficeDialog.tsx';
import { officeKindText } from './labels.ts';
import { text } from './text.ts';
import '../casework/casework.css';
import './organisation.css';

export function OfficeListPage() {
  const t = useText(text);
  const clearable = useClearable();
  const kinds = useText(officeKindText);
  const me = useMe();
  const [filters, change] = useFilters();
  const [creating, setCreating] = useState(false);
  const kind = OFFICE_KINDS.find((one) => one === filters['kind']);
  const list = usePagesOf(listOffices, {
    query: { limit: 50, region: filters['region'], kind, search: filters['search'] },
  });
  return (
    <>
      <PageHeader
        actions={
          me.permissions.includes('organisation.manage') ? (
            <Button type="primary" onClick={() => setCreating(true)}>
              {t('newOffice')}
            </Button>
          ) : undefined
        }
      />
      <div className="yc-toolbar">
        <RegionFilter code={filters['region']} onChange={(region) => change({ region })} anywhere />
        <Select
          className="yc-filter-state"
          aria-label={t('kind')}
          placeholder={t('filterKind')}
          allowClear={clearable}
          value={kind ?? null}
          options={OFFICE_KINDS.map((value) => ({ value, label: kinds(value) }))}
          onChange={(value) => change({ kind: value ?? undefined })}
        />
        <SearchField
          label={t('searchOffices')}
          value={filters['search'] ?? ''}
          onSearch={(search) => change({ search })}
        />
      </div>
      <div className="yc-panel">
        <LongTable
          list={list}
          columns={useOfficeColumns()}
          rowKey="id"
          label={t('officesTitle')}
          emptyTitle={t('noOffices')}
          emptyText={t('noOfficesText')}
        />
      </div>
      {creating ? <CreateOfficeDialog onClose={() => setCreating(false)} /> : null}
    </>
  );
}

function useOfficeColumns(): TableColumnsType<Office> {
  const t = useText(text);
  const kinds = useText(officeKindText);
  return [
    {
      title: t('office'),
      render: (_, office) => (
        <div className="yo-office-cell">
          <Link to={`/offices/${office.id}` as string}>{office.name}</Link>{' '}
          {office.active ? null : <ToneTag>{t('inactive')}</ToneTag>}
          <div className="yc-faint">{office.address}</div>
        </div>
      ),
    },
    { title: t('kind'), width: 140, render: (_, office) => kinds(office.kind) },
    { title: t('region'), width: 160, dataIndex: 'regionName' },
    { title: t('phone'), width: 130, render: (_, office) => <span className="yc-number">{office.phone ?? '—'}</span> },
    { title: t('postCount'), width: 80, align: 'right', dataIndex: 'postCount' },
    {
      title: t('isPublicShort'),
      width: 90,
      render: (_, office) =>
        office.isPublic ? t('isPublicShort') : <span className="yc-faint">{t('notPublic')}</span>,
    },
  ];
}

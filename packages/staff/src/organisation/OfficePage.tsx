import { listOffices, type Office } from '@yimen/contracts';
import { DefinitionList, Skeleton, useText } from '@yimen/ui';
import { Button } from 'antd';
import { useState } from 'react';
import { useCall } from '../platform/call/use-call.ts';
import { PageHeader } from '../platform/layout/PageHeader.tsx';
import { Section } from '../platform/layout/Section.tsx';
import { useMe } from '../platform/session/use-me.ts';
import { NotFoundPage } from '../platform/show/NotFoundPage.tsx';
import { ProblemNotice } from '../platform/show/ProblemNotice.tsx';
import { ToneTag } from '../platform/show/ToneTag.tsx';
import { text as shell } from '../platform/text.ts';
import { usePageParam } from '../platform/use-page.ts';
import { isDepartment } from './departments.ts';
import { EditOfficeDialog } from './dialogs/EditOfficeDialog.tsx';
import { departmentText, officeKindText } from './labels.ts';
import { OfficePosts } from './OfficePosts.tsx';
import { text } from './text.ts';
import '../casework/casework.css';
import './organisation.css';

export function OfficePage() {
  const s = useText(shell);
  const id = usePageParam('officeId');
  const found = useCall(listOffices, { query: { id } });
  if (found.error !== null) {
    return (
      <ProblemNotice
        problem={found.error}
        action={<Button onClick={() => void found.refetch()}>{s('reload')}</Button>}
      />
    );
  }
  if (found.data === undefined) return <Skeleton label={s('loading')} lines={8} />;
  const office = found.data.items.find((one) => one.id === id);
  return office === undefined ? <NotFoundPage /> : <OneOffice office={office} />;
}

function OneOffice({ office }: { readonly office: Office }) {
  const t = useText(text);
  const me = useMe();
  const [editing, setEditing] = useState(false);
  return (
    <>
      <PageHeader
        title={office.name}
        tags={office.active ? undefined : <ToneTag>{t('inactive')}</ToneTag>}
        meta={office.regionName}
        actions={
          me.permissions.includes('organisation.manage') ? (
            <Button onClick={() => setEditing(true)}>{t('editOffice')}</Button>
          ) : undefined
        }
      />
      <Section id="office-facts" title={t('facts')}>
        <OfficeFacts office={office} />
      </Section>
      <OfficePosts office={office} />
      {editing ? <EditOfficeDialog office={office} onClose={() => setEditing(false)} /> : null}
    </>
  );
}

function OfficeFacts({ office }: { readonly office: Office }) {
  const t = useText(text);
  const kinds = useText(officeKindText);
  const departments = useText(departmentText);
  const { department } = office;
  return (
    <DefinitionList
      columns={4}
      items={[
        { key: 'kind', term: t('kind'), value: kinds(office.kind) },
        {
          key: 'department',
          term: t('department'),
          value: department !== null && isDepartment(department) ? departments(department) : (department ?? '—'),
        },
        { key: 'phone', term: t('phone'), value: office.phone ?? '—' },
        { key: 'public', term: t('isPublicShort'), value: office.isPublic ? t('isPublic') : t('notPublic') },
        { key: 'hours', term: t('openHours'), value: office.openHours ?? '—', wide: true },
        { key: 'address', term: t('address'), value: office.address ?? '—', wide: true },
      ]}
    />
  );
}

import type { AuditEntryView } from '@yimen/contracts';
import { DefinitionList, useText } from '@yimen/ui';
import { text } from './text.ts';

export function AuditDetails({ entry }: { readonly entry: AuditEntryView }) {
  const t = useText(text);
  return (
    <DefinitionList
      columns={3}
      items={[
        { key: 'purpose', term: t('purpose'), value: entry.purpose ?? '—' },
        { key: 'subject', term: t('subjectId'), value: <code>{entry.subjectId ?? '—'}</code> },
        { key: 'request', term: t('requestId'), value: <code>{entry.requestId}</code> },
        {
          key: 'details',
          term: t('details'),
          value: <code>{JSON.stringify({ action: entry.action, ...entry.details })}</code>,
          wide: true,
        },
      ]}
    />
  );
}

import type { AuditEntryView } from '@yimen/contracts';
import { DefinitionList, useText } from '@yimen/ui';
import { text } from './text.ts';

export function AuditDetails({ entry }: { readonly entry: AuditEntryView }) {
  const t = useText(text);
  const { purpose } = entry;
  // What a person gave as the reason is a sentence; what the platform put there is a code and stays with the record.
  const isCode = purpose !== null && /^[a-z-]+$/.test(purpose);
  return (
    <DefinitionList
      columns={3}
      items={[
        { key: 'purpose', term: t('purpose'), value: isCode || purpose === null ? '—' : purpose },
        { key: 'subject', term: t('subjectId'), value: <code>{entry.subjectId ?? '—'}</code> },
        { key: 'request', term: t('requestId'), value: <code>{entry.requestId}</code> },
        {
          key: 'details',
          term: t('details'),
          value: (
            <code>{JSON.stringify({ action: entry.action, ...(isCode ? { purpose } : {}), ...entry.details })}</code>
          ),
          wide: true,
        },
      ]}
    />
  );
}

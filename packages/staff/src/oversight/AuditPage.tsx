import { AUDIT_OUTCOMES, listAudit } from '@yimen/contracts';
import { useText, useWords } from '@yimen/ui';
import { usePagesOf } from '../platform/call/use-pages-of.ts';
import { PageHeader } from '../platform/layout/PageHeader.tsx';
import { useFilters } from '../platform/use-page.ts';
import { AuditFilters } from './AuditFilters.tsx';
import { AuditTable } from './AuditTable.tsx';
import { text } from './text.ts';
import '../casework/casework.css';
import './oversight.css';

const MANY = 50;

export function AuditPage() {
  const t = useText(text);
  const words = useWords();
  const [filters, change] = useFilters();
  const list = usePagesOf(listAudit, {
    query: {
      limit: MANY,
      from: filters['from'],
      to: filters['to'],
      outcome: AUDIT_OUTCOMES.find((one) => one === filters['outcome']),
      subjectType: filters['subjectType'],
      subjectId: filters['subjectId'],
      accountId: filters['accountId'],
      action: filters['action'],
    },
  });
  const person = list.items.find((entry) => entry.accountId === filters['accountId'])?.accountName ?? undefined;
  const act = list.items.find((entry) => entry.action === filters['action'])?.actionWords;
  return (
    <>
      <PageHeader meta={t('auditNote')} />
      <AuditFilters filters={filters} person={person} act={act ? words(act) : undefined} onChange={change} />
      <div className="yc-panel">
        <AuditTable list={list} onNarrow={change} />
      </div>
    </>
  );
}

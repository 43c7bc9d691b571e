import { CloseOutlined } from '@ant-design/icons';
import { AUDIT_OUTCOMES } from '@yimen/contracts';
import { useText } from '@yimen/ui';
import { Button, Select } from 'antd';
import { CivilDateField } from '../platform/form/CivilDateField.tsx';
import { useClearable } from '../platform/form/use-clearable.tsx';
import type { Filters } from '../platform/use-page.ts';
import { outcomeText, subjectText } from './labels.ts';
import { text } from './text.ts';

export interface AuditFiltersProps {
  readonly filters: Filters;
  /** Name of the person narrowed to, once an entry of theirs was read. */
  readonly person: string | undefined;
  /** Name of the act narrowed to. */
  readonly act: string | undefined;
  readonly onChange: (changes: Filters) => void;
}

type SubjectType = keyof typeof subjectText.zh;
const SUBJECTS = Object.keys(subjectText.zh) as SubjectType[]; // Object.keys loses the literal type

export function AuditFilters({ filters, person, act, onChange }: AuditFiltersProps) {
  const t = useText(text);
  const clearable = useClearable();
  const outcome = useText(outcomeText);
  const subject = useText(subjectText);
  return (
    <div className="yc-toolbar">
      <CivilDateField
        aria-label={t('from')}
        placeholder={t('from')}
        value={filters['from'] ?? null}
        onChange={(from) => onChange({ from: from ?? undefined })}
      />
      <CivilDateField
        aria-label={t('to')}
        placeholder={t('to')}
        value={filters['to'] ?? null}
        onChange={(to) => onChange({ to: to ?? undefined })}
      />
      <Select
        className="yc-filter-state"
        aria-label={t('outcome')}
        placeholder={t('anyOutcome')}
        allowClear={clearable}
        value={filters['outcome'] ?? null}
        options={AUDIT_OUTCOMES.map((value) => ({ value, label: outcome(value) }))}
        onChange={(value) => onChange({ outcome: value ?? undefined })}
      />
      <Select
        className="yc-filter-state"
        aria-label={t('subject')}
        placeholder={t('anySubject')}
        allowClear={clearable}
        showSearch={{ optionFilterProp: 'label' }}
        value={filters['subjectType'] ?? null}
        options={SUBJECTS.map((value) => ({ value, label: subject(value) }))}
        onChange={(value) => onChange({ subjectType: value ?? undefined, subjectId: undefined })}
      />
      {filters['accountId'] === undefined ? null : (
        <Chip
          label={t('clearPerson', { name: person ?? t('chosenPerson') })}
          onClear={() => onChange({ accountId: undefined })}
        />
      )}
      {filters['action'] === undefined ? null : (
        <Chip
          label={t('clearAction', { action: act ?? t('otherAction') })}
          onClear={() => onChange({ action: undefined })}
        />
      )}
      {filters['subjectId'] === undefined ? null : (
        <Chip
          label={t('clearSubject', { id: filters['subjectId'].slice(0, 8) })}
          onClear={() => onChange({ subjectId: undefined })}
        />
      )}
    </div>
  );
}

function Chip({ label, onClear }: { readonly label: string; readonly onClear: () => void }) {
  const t = useText(text);
  return (
    <Button
      icon={<CloseOutlined aria-hidden="true" />}
      iconPlacement="end"
      aria-label={t('clear', { filter: label })}
      onClick={onClear}
    >
      {label}
    </Button>
  );
}

import { REPORTER_KINDS, type ReporterKind } from '@yimen/contracts';
import { Field, Select, TextInput, useText } from '@yimen/ui';
import { MoreSection } from './MoreSection.tsx';
import { fieldId, type SectionProps } from './section.ts';
import { text } from './text.ts';

/** The hotline records its own reports. */
const OFFERED = REPORTER_KINDS.filter((kind) => kind !== 'hotline');

export function ReporterSection({ draft, change, errorOf }: SectionProps) {
  const t = useText(text);
  const hasSomething = Boolean(draft.reporterKind || draft.reporterName || draft.reporterPhone);
  return (
    <MoreSection
      title={t('reporter')}
      hint={t('reporterHint')}
      open={hasSomething || errorOf('reporterPhone') !== undefined}
    >
      <p className="yc-report-help">{t('reporterHelp')}</p>
      <Field id={fieldId('reporterKind')} label={t('reporterKind')}>
        <Select
          value={draft.reporterKind}
          onChange={(value) => change({ reporterKind: kindOf(value) })}
          options={OFFERED.map((kind) => ({ value: kind, label: t(`reporter:${kind}`) }))}
          placeholder={t('reporterKindNone')}
        />
      </Field>
      <Field id={fieldId('reporterName')} label={t('reporterName')} error={errorOf('reporterName')}>
        <TextInput
          value={draft.reporterName}
          onChange={(reporterName) => change({ reporterName })}
          maxLength={50}
          autoComplete="off"
        />
      </Field>
      <Field id={fieldId('reporterPhone')} label={t('reporterPhone')} error={errorOf('reporterPhone')}>
        <TextInput
          value={draft.reporterPhone}
          onChange={(reporterPhone) => change({ reporterPhone })}
          type="tel"
          inputMode="tel"
          maxLength={30}
          autoComplete="off"
        />
      </Field>
    </MoreSection>
  );
}

function kindOf(value: string): ReporterKind | '' {
  return REPORTER_KINDS.find((kind) => kind === value) ?? '';
}

import { Field, TextInput, useText } from '@yimen/ui';
import { MoreSection } from './MoreSection.tsx';
import { fieldId, type SectionProps } from './section.ts';
import { text } from './text.ts';

export function PersonSection({ draft, change, errorOf }: SectionProps) {
  const t = useText(text);
  return (
    <MoreSection
      title={t('person')}
      hint={t('personHint')}
      open={Boolean(draft.subjectName || draft.subjectPhone) || errorOf('subjectPhone') !== undefined}
    >
      <Field
        id={fieldId('subjectName')}
        label={t('subjectName')}
        help={t('subjectNameHelp')}
        error={errorOf('subjectName')}
      >
        <TextInput
          value={draft.subjectName}
          onChange={(subjectName) => change({ subjectName })}
          maxLength={50}
          autoComplete="off"
        />
      </Field>
      <Field id={fieldId('subjectPhone')} label={t('subjectPhone')} error={errorOf('subjectPhone')}>
        <TextInput
          value={draft.subjectPhone}
          onChange={(subjectPhone) => change({ subjectPhone })}
          type="tel"
          inputMode="tel"
          maxLength={30}
          autoComplete="off"
        />
      </Field>
    </MoreSection>
  );
}

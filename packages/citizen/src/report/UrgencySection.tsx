import { CLAIMED_URGENCIES } from '@yimen/contracts';
import { RadioCards, useText } from '@yimen/ui';
import { EmergencyNumbers } from '../platform/EmergencyNumbers.tsx';
import { fieldId, type SectionProps } from './section.ts';
import { text } from './text.ts';

export function UrgencySection({ draft, change, errorOf }: SectionProps) {
  const t = useText(text);
  const options = CLAIMED_URGENCIES.map((urgency) => ({
    value: urgency,
    label: t(`urgency:${urgency}`),
    description: t(`urgency:${urgency}:help`),
  }));
  return (
    <div className="yc-report-section">
      <RadioCards
        id={fieldId('urgency')}
        legend={t('urgency')}
        options={options}
        value={draft.urgency ?? undefined}
        onChange={(urgency) => change({ urgency })}
        error={errorOf('urgency')}
        required
      />
      <div aria-live="polite">
        {draft.urgency === 'now' ? <EmergencyNumbers>{t('callFirst')}</EmergencyNumbers> : null}
      </div>
    </div>
  );
}

import { EVENT_KINDS } from '@yimen/contracts';
import { Field, RadioCards, TextArea, useText } from '@yimen/ui';
import { text as platformText } from '../platform/text.ts';
import { EventIcon } from './event-icons.tsx';
import { fieldId, type SectionProps } from './section.ts';
import { text } from './text.ts';

const LONGEST_STORY = 1000;
/** Counting down before this would only worry. */
const COUNT_FROM = 800;

export function EventSection({ draft, change, errorOf }: SectionProps) {
  const t = useText(text);
  const p = useText(platformText);
  const isNeeded = draft.eventKind === 'other';
  const options = EVENT_KINDS.map((kind) => ({
    value: kind,
    label: t(`event:${kind}`),
    icon: <EventIcon kind={kind} />,
  }));
  return (
    <div className="yc-report-section">
      <RadioCards
        id={fieldId('eventKind')}
        legend={t('event')}
        options={options}
        value={draft.eventKind ?? undefined}
        onChange={(eventKind) => change({ eventKind })}
        error={errorOf('eventKind')}
        tiles
        required
      />
      <Field
        id={fieldId('story')}
        label={t('story')}
        optionalText={isNeeded ? undefined : p('optional')}
        help={isNeeded ? t('storyNeeded') : t('storyHelp')}
        error={errorOf('story')}
        required={isNeeded}
      >
        <TextArea value={draft.story} onChange={(story) => change({ story })} rows={3} maxLength={LONGEST_STORY} />
      </Field>
      {draft.story.length < COUNT_FROM ? null : (
        <p className="yc-report-count">{t('storyLeft', { left: LONGEST_STORY - draft.story.length })}</p>
      )}
    </div>
  );
}

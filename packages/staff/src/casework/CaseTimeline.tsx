import type { CaseDetail } from '@yimen/contracts';
import { EmptyState, Timeline, type TimelineEntry, useText, useWords } from '@yimen/ui';
import { useFormat } from '../platform/show/format.ts';
import { text } from './text.ts';

const TONES: Readonly<Record<string, TimelineEntry['tone']>> = {
  'grant.approved': 'good',
  'payment.paid': 'good',
  'case.closed': 'good',
  'grant.refused': 'danger',
  'payment.failed': 'danger',
  'task.warned': 'warning',
  'task.escalated': 'danger',
  'paper.recovery-started': 'danger',
};

/** Everything that happened, newest first. */
export function CaseTimeline({ events }: Pick<CaseDetail, 'events'>) {
  const t = useText(text);
  const words = useWords();
  const format = useFormat();
  if (events.length === 0) return <EmptyState title={t('noEvents')} />;
  const newestFirst = [...events].sort((first, second) => Date.parse(second.at) - Date.parse(first.at));
  return (
    <Timeline
      label={t('secHistory')}
      entries={newestFirst.map((event, index) => ({
        key: `${event.at}-${event.act}-${index}`,
        at: event.at,
        when: format.shortMoment(event.at),
        title: words(event.words),
        who: [
          event.office,
          event.by ?? t('byPlatform'),
          event.onBehalfOf === null ? undefined : t('onBehalf', { name: event.onBehalfOf }),
        ]
          .filter(Boolean)
          .join(' '),
        detail: noteOf(event.details),
        tone: TONES[event.act] ?? 'plain',
      }))}
    />
  );
}

/** Only sentences somebody wrote are shown; figures and ids stand where they belong. */
function noteOf(details: Readonly<Record<string, unknown>> | null): string | undefined {
  const note = details?.['reason'] ?? details?.['note'] ?? details?.['comment'];
  return typeof note === 'string' && note !== '' ? note : undefined;
}

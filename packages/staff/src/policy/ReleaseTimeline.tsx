import type { ReleaseView } from '@yimen/contracts';
import { Timeline, useText } from '@yimen/ui';
import { Section } from '../platform/layout/Section.tsx';
import { useFormat } from '../platform/show/format.ts';
import { stepText } from './labels.ts';
import { text } from './text.ts';

type Event = ReleaseView['events'][number];

export function ReleaseTimeline({ release }: { readonly release: ReleaseView }) {
  const t = useText(text);
  const step = useText(stepText);
  const format = useFormat();
  function nameOf({ who }: Event): string {
    if (who === null) return t('system');
    return who.behalfName === null ? who.name : t('onBehalf', { name: who.name, behalf: who.behalfName });
  }
  return (
    <Section id="timeline" title={t('timeline')}>
      <Timeline
        label={t('timeline')}
        entries={release.events.map((event, index) => ({
          key: `${index} ${event.act}`,
          at: event.at,
          when: format.moment(event.at),
          title: step(event.act as keyof typeof stepText.zh), // written by the server from this very list
          who: nameOf(event),
          ...(event.reason === null ? {} : { detail: event.reason }),
        }))}
      />
    </Section>
  );
}

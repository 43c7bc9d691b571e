import type { ClockView } from '@yimen/contracts';
import { Countdown, useText, useWords } from '@yimen/ui';
import { text } from '../text.ts';
import { useFormat } from './format.ts';
import { useLeftText } from './use-left-text.ts';

export interface DueCountdownProps {
  readonly clock: ClockView;
}

/** A clock of the server with what is left, until when, and the clause that sets it. */
export function DueCountdown({ clock }: DueCountdownProps) {
  const t = useText(text);
  const words = useWords();
  const format = useFormat();
  const leftText = useLeftText();
  const when = clock.unit === 'hours' ? format.shortMoment(clock.dueAt) : format.shortDate(clock.dueOn);
  return (
    <Countdown
      dueAt={clock.dueAt}
      workingDaysLeft={clock.workingDaysLeft ?? undefined}
      warnAt={clock.state === 'warned' ? new Date(0).toISOString() : undefined}
      halted={clock.state === 'paused' || clock.state === 'stopped' ? clock.state : undefined}
      leftText={leftText}
      byText={`${t('by', { when })}${clock.provisional ? ` · ${t('provisional')}` : ''}`}
      source={t('limitSetBy', { clause: words(clock.clause) })}
    />
  );
}

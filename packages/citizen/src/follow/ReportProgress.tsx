import { Button, Card, Notice, Page, Row, Timeline, useLanguage, useText, useWords } from '@yimen/ui';
import { useEffect, useRef, useState } from 'react';
import { BackHome } from '../platform/BackHome.tsx';
import { CallLink } from '../platform/CallLink.tsx';
import { ProblemNotice } from '../platform/ProblemNotice.tsx';
import { sayDate, sayMoment } from '../platform/say-moment.ts';
import { PHONES } from '../platform/text.ts';
import { endOfReport, type Progress } from './end-of-report.ts';
import { text } from './text.ts';

export interface ReportProgressProps {
  readonly progress: Progress;
  readonly problem: unknown;
  readonly isLooking: boolean;
  readonly onRefresh: () => void;
  readonly onBack: () => void;
}

export function ReportProgress({ progress, problem, isLooking, onRefresh, onBack }: ReportProgressProps) {
  const t = useText(text);
  const words = useWords();
  const { say, sayDay, seenAt } = useMomentWords(progress);
  const state = endOfReport(progress) === undefined ? progress.state : 'closed';
  const top = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The form has been replaced: a screen reader continues at the new heading.
    top.current?.querySelector<HTMLElement>('h1')?.focus();
  }, []);
  return (
    <div ref={top}>
      <Page title={t(`state:${state}`)} intro={t(`state:${state}:help`)} back={<BackHome />}>
        <Outcome progress={progress} say={say} sayDay={sayDay} />
        <Card title={t('steps')}>
          <p className="yc-progress-number">
            {t('receiptNo')} {progress.receiptNo} · {t('receivedAt', { moment: say(progress.receivedAt) })}
          </p>
          <Timeline label={t('steps')} entries={progress.steps.map(toEntry)} />
        </Card>
        <Card title={t('callTitle')}>
          <p className="yc-progress-window">{progress.windowName}</p>
          <Row gap={1}>
            {progress.windowPhone === null ? null : (
              <CallLink phone={progress.windowPhone} label={t('callWindow')} kind="primary" />
            )}
            <CallLink phone={PHONES.hotline} label={t('callHotline')} />
          </Row>
          <p className="yc-progress-worse">{t('worse')}</p>
        </Card>
        <div data-screen-only="">
          <ProblemNotice problem={problem} />
          <Row gap={1}>
            <Button onClick={onRefresh} busy={isLooking} busyText={t('looking')}>
              {t('refresh')}
            </Button>
            <Button kind="quiet" onClick={onBack}>
              {t('backToForm')}
            </Button>
          </Row>
          <p role="status" className="yc-progress-seen">
            {isLooking ? null : t('refreshed', { moment: say(seenAt) })}
          </p>
        </div>
      </Page>
    </div>
  );

  function toEntry(step: Progress['steps'][number], index: number) {
    const isLast = index === progress.steps.length - 1;
    return {
      key: `${step.at}-${index}`,
      at: step.at,
      when: say(step.at),
      title: words(step.words),
      tone: isLast && state === 'closed' ? ('good' as const) : ('plain' as const),
    };
  }
}

interface OutcomeProps {
  readonly progress: Progress;
  readonly say: (at: string) => string;
  readonly sayDay: (date: string) => string;
}

function Outcome({ progress, say, sayDay }: OutcomeProps) {
  const t = useText(text);
  const words = useWords();
  const end = endOfReport(progress);
  if (end === undefined) return null;
  return (
    <Notice kind="success" title={t('outcome')}>
      <p className="yc-progress-outcome">{words(end.words)}</p>
      {end.at === null ? null : <p>{t('closedAt', { moment: say(end.at) })}</p>}
      {progress.followUntil === null ? null : <p>{t('followUntil', { day: sayDay(progress.followUntil) })}</p>}
    </Notice>
  );
}

/** Moments as seen from when the answer came. */
function useMomentWords(progress: Progress) {
  const language = useLanguage();
  const [seen, setSeen] = useState({ progress, at: new Date() });
  if (seen.progress !== progress) setSeen({ progress, at: new Date() });
  return {
    seenAt: seen.at.toISOString(),
    say: (at: string) => sayMoment(at, seen.at, language),
    sayDay: (date: string) => sayDate(date, seen.at, language),
  };
}

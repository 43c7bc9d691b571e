import { getRedetermination, type ResponseOf } from '@yimen/contracts';
import { Skeleton, useText } from '@yimen/ui';
import { useState } from 'react';
import { useCall } from '../platform/call/use-call.ts';
import { PageHeader } from '../platform/layout/PageHeader.tsx';
import { AvailableActions } from '../platform/show/AvailableActions.tsx';
import { useFormat } from '../platform/show/format.ts';
import { ProblemNotice } from '../platform/show/ProblemNotice.tsx';
import { text as shell } from '../platform/text.ts';
import { usePageParam } from '../platform/use-page.ts';
import { FinishDialog, StopOrResumeDialog } from './dialogs/RunStepDialog.tsx';
import { HeldList } from './HeldList.tsx';
import { RunFindings } from './RunFindings.tsx';
import { RunProgress } from './RunProgress.tsx';
import { RunTag } from './RunTag.tsx';
import { text } from './text.ts';
import { useStartedBy } from './use-started-by.ts';
import '../casework/casework.css';
import './redetermination.css';

type Run = ResponseOf<typeof getRedetermination>;

const LOOK_AGAIN_MS = 1_500;

/** One re-determination: how far it is, what was found, and who is held. */
export function RunPage() {
  const s = useText(shell);
  const id = usePageParam('runId');
  const [isMoving, setMoving] = useState(true);
  const run = useCall(
    getRedetermination,
    { params: { id } },
    { keepPrevious: true, ...(isMoving ? { refetchEveryMs: LOOK_AGAIN_MS } : {}) },
  );
  const moves = run.data === undefined || run.data.state === 'started' || run.data.state === 'computing';
  if (moves !== isMoving) setMoving(moves);
  if (run.data === undefined) {
    return run.error ? <ProblemNotice problem={run.error} /> : <Skeleton label={s('loading')} lines={8} />;
  }
  return <Shown run={run.data} />;
}

function Shown({ run }: { readonly run: Run }) {
  const t = useText(text);
  const format = useFormat();
  const startedBy = useStartedBy();
  return (
    <>
      <PageHeader
        title={t('runOf', { date: format.date(run.on) })}
        tags={<RunTag state={run.state} />}
        meta={
          <>
            {run.regionName} · {startedBy(run)}
          </>
        }
        actions={<Acts run={run} />}
      />
      <RunProgress run={run} />
      <RunFindings run={run} />
      {run.householdsDone === 0 ? null : <HeldList run={run} />}
    </>
  );
}

function Acts({ run }: { readonly run: Run }) {
  const [open, setOpen] = useState<'stop' | 'resume' | 'finish' | null>(null);
  const close = () => setOpen(null);
  return (
    <>
      <AvailableActions
        actions={run.availableActions}
        primary="resume"
        handlers={{ stop: () => setOpen('stop'), resume: () => setOpen('resume'), finish: () => setOpen('finish') }}
      />
      {open === 'stop' || open === 'resume' ? <StopOrResumeDialog step={open} run={run} onClose={close} /> : null}
      {open === 'finish' ? <FinishDialog run={run} onClose={close} /> : null}
    </>
  );
}

import { getPolicyRelease, type ReleaseView } from '@yimen/contracts';
import { Notice, Skeleton, Steps, useText, useWords } from '@yimen/ui';
import { useState } from 'react';
import { useCall } from '../platform/call/use-call.ts';
import { PageHeader } from '../platform/layout/PageHeader.tsx';
import { useMe } from '../platform/session/use-me.ts';
import { AvailableActions } from '../platform/show/AvailableActions.tsx';
import { useFormat } from '../platform/show/format.ts';
import { ProblemNotice } from '../platform/show/ProblemNotice.tsx';
import { text as shell } from '../platform/text.ts';
import { usePageParam } from '../platform/use-page.ts';
import { SimulationSection } from '../simulation/SimulationSection.tsx';
import { EditReleaseDialog } from './dialogs/EditReleaseDialog.tsx';
import { type Step, StepDialog } from './dialogs/StepDialog.tsx';
import { ReleaseChanges } from './ReleaseChanges.tsx';
import { ReleaseTag } from './ReleaseTag.tsx';
import { ReleaseTests } from './ReleaseTests.tsx';
import { ReleaseTimeline } from './ReleaseTimeline.tsx';
import { text } from './text.ts';
import '../casework/casework.css';
import './policy.css';

export function ReleasePage() {
  const s = useText(shell);
  const release = useCall(getPolicyRelease, { params: { id: usePageParam('releaseId') } });
  if (release.data === undefined) {
    return release.error ? <ProblemNotice problem={release.error} /> : <Skeleton label={s('loading')} lines={8} />;
  }
  return <Release release={release.data} />;
}

function Release({ release }: { readonly release: ReleaseView }) {
  const t = useText(text);
  const words = useWords();
  const format = useFormat();
  const me = useMe();
  return (
    <>
      <PageHeader
        title={release.title}
        tags={<ReleaseTag state={release.state} />}
        meta={
          <>
            {words(release.packName)} · {t('effectiveOn')} {format.date(release.effectiveOn)}
          </>
        }
        actions={<Acts release={release} />}
      >
        <p className="yp-reason">{release.reason}</p>
      </PageHeader>
      <Progress release={release} />
      <Issues release={release} />
      <ReleaseChanges release={release} />
      {me.permissions.includes('policy.simulate') ? <SimulationSection release={release} /> : null}
      <ReleaseTests release={release} />
      <ReleaseTimeline release={release} />
    </>
  );
}

const LABELS = {
  edit: 'editRelease',
  test: 'runTests',
  publish: 'publish',
  return: 'return',
  abandon: 'abandon',
  withdraw: 'withdraw',
} as const;

function Acts({ release }: { readonly release: ReleaseView }) {
  const [open, setOpen] = useState<Step | 'edit' | null>(null);
  const close = () => setOpen(null);
  const offered = release.availableActions.flatMap(({ act, blockedBy }) =>
    act === 'test' ? [] : [{ act, blockedBy, label: { zh: text.zh[LABELS[act]], en: text.en[LABELS[act]] } }],
  );
  return (
    <>
      <AvailableActions
        actions={offered}
        primary="publish"
        danger={['withdraw', 'abandon']}
        handlers={{
          edit: () => setOpen('edit'),
          publish: () => setOpen('publish'),
          return: () => setOpen('return'),
          abandon: () => setOpen('abandon'),
          withdraw: () => setOpen('withdraw'),
        }}
      />
      {open === 'edit' ? <EditReleaseDialog release={release} onClose={close} /> : null}
      {open === null || open === 'edit' ? null : <StepDialog step={open} release={release} onClose={close} />}
    </>
  );
}

const ORDER = ['stepDraft', 'stepTest', 'stepPublish', 'stepCurrent'] as const;
const REACHED = { draft: 0, tested: 2, scheduled: 3, current: 4, superseded: 4, withdrawn: -1 } as const;

function Progress({ release }: { readonly release: ReleaseView }) {
  const t = useText(text);
  const reached = REACHED[release.state];
  if (reached < 0) return null;
  const hasChanges = release.changes.some(({ kind }) => kind !== 'pack');
  const now = reached === 0 && hasChanges ? 1 : reached;
  return (
    <div className="yp-steps">
      <Steps
        label={t('steps')}
        doneText={t('done')}
        direction="across"
        steps={ORDER.map((key, index) => ({ key, title: t(key), state: stateOf(index, now) }))}
      />
    </div>
  );
}

function stateOf(index: number, now: number): 'done' | 'now' | 'later' {
  if (index < now) return 'done';
  return index === now ? 'now' : 'later';
}

/** What stands in the way of the examples; what belongs to a change stands beside it. */
function Issues({ release }: { readonly release: ReleaseView }) {
  const t = useText(text);
  const words = useWords();
  const general = release.issues.filter(({ changeId }) => changeId === null);
  if (general.length === 0) return null;
  return (
    <div className="yp-draft-bar">
      <Notice kind="danger" title={t('issues')}>
        <ul>
          {general.map(({ message }) => (
            <li key={message.en}>{words(message)}</li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}

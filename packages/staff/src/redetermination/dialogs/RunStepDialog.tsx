import {
  finishRedetermination,
  type getRedetermination,
  type ResponseOf,
  resumeRedetermination,
  stopRedetermination,
} from '@yimen/contracts';
import { useText } from '@yimen/ui';
import { CommandDialog } from '../../platform/form/CommandDialog.tsx';
import { ReasonItem } from '../../platform/form/ReasonItem.tsx';
import { text } from '../text.ts';

export interface RunStepDialogProps {
  readonly run: ResponseOf<typeof getRedetermination>;
  readonly onClose: () => void;
}

const DONE = { stop: 'stopped', resume: 'resumed' } as const;
const INTRO = { stop: 'stopText', resume: 'resumeText' } as const;

export function StopOrResumeDialog({ step, run, onClose }: RunStepDialogProps & { readonly step: 'stop' | 'resume' }) {
  const t = useText(text);
  return (
    <CommandDialog<typeof stopRedetermination, object>
      // Both take the same.
      route={(step === 'stop' ? stopRedetermination : resumeRedetermination) as typeof stopRedetermination}
      title={t(step)}
      submitText={t(step)}
      doneText={t(DONE[step])}
      toInput={() => ({ params: { id: run.id }, body: { expectedVersion: run.version } })}
      onClose={onClose}
    >
      <p className="yc-dialog-intro">{t(INTRO[step])}</p>
    </CommandDialog>
  );
}

/** While somebody is still held a reason is needed: they are dismissed with it. */
export function FinishDialog({ run, onClose }: RunStepDialogProps) {
  const t = useText(text);
  const { open } = run.items;
  return (
    <CommandDialog<typeof finishRedetermination, { reason?: string }>
      route={finishRedetermination}
      title={t('finish')}
      submitText={t('finish')}
      doneText={t('finished')}
      danger={open > 0}
      toInput={({ reason }) => ({
        params: { id: run.id },
        body: { reason: reason ?? null, expectedVersion: run.version },
      })}
      onClose={onClose}
    >
      <p className="yc-dialog-intro">{open > 0 ? t('finishOpenText', { count: open }) : t('finishText')}</p>
      {open > 0 ? <ReasonItem /> : null}
    </CommandDialog>
  );
}

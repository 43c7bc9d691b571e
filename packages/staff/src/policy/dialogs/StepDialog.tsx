import {
  abandonPolicyRelease,
  publishPolicyRelease,
  type ReleaseView,
  returnPolicyRelease,
  withdrawPolicyRelease,
} from '@yimen/contracts';
import { useText } from '@yimen/ui';
import { CommandDialog } from '../../platform/form/CommandDialog.tsx';
import { ReasonItem } from '../../platform/form/ReasonItem.tsx';
import { useFormat } from '../../platform/show/format.ts';
import { text } from '../text.ts';

export type Step = 'publish' | 'return' | 'abandon' | 'withdraw';

const ROUTES = {
  publish: publishPolicyRelease,
  return: returnPolicyRelease,
  abandon: abandonPolicyRelease,
  withdraw: withdrawPolicyRelease,
} as const;
const DONE = { publish: 'published', return: 'returned', abandon: 'abandoned', withdraw: 'withdrawn' } as const;
const INTRO = { publish: 'publishIntro', withdraw: 'withdrawIntro' } as const;

export interface StepDialogProps {
  readonly step: Step;
  readonly release: ReleaseView;
  readonly onClose: () => void;
}

/** A step of the release with its reason. */
export function StepDialog({ step, release, onClose }: StepDialogProps) {
  const t = useText(text);
  const format = useFormat();
  return (
    <CommandDialog<typeof publishPolicyRelease, { reason: string }>
      // The four take the same.
      route={ROUTES[step] as typeof publishPolicyRelease}
      title={t(step)}
      submitText={t(step)}
      doneText={t(DONE[step])}
      danger={step === 'withdraw' || step === 'abandon'}
      toInput={({ reason }) => ({ params: { id: release.id }, body: { reason, expectedVersion: release.revision } })}
      onClose={onClose}
    >
      {step === 'publish' || step === 'withdraw' ? (
        <p className="yc-dialog-intro">{t(INTRO[step], { date: format.date(release.effectiveOn) })}</p>
      ) : null}
      <ReasonItem />
    </CommandDialog>
  );
}

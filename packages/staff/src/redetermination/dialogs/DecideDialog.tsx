import { confirmHeldItems, type Decided, dismissHeldItems, type HeldItem } from '@yimen/contracts';
import { useText } from '@yimen/ui';
import { CommandDialog } from '../../platform/form/CommandDialog.tsx';
import { ReasonItem } from '../../platform/form/ReasonItem.tsx';
import { text } from '../text.ts';

export interface DecideDialogProps {
  readonly runId: string;
  readonly items: readonly HeldItem[];
  readonly onDecided: (decided: Decided) => void;
  readonly onClose: () => void;
}

function chosenOf(items: readonly HeldItem[]) {
  return items.map(({ householdId, revision }) => ({ householdId, revision }));
}

export function ConfirmDialog({ runId, items, onDecided, onClose }: DecideDialogProps) {
  const t = useText(text);
  const count = items.length;
  return (
    <CommandDialog<typeof confirmHeldItems, object>
      route={confirmHeldItems}
      title={t('confirmTitle', { count })}
      submitText={t('confirm')}
      toInput={() => ({ params: { id: runId }, body: { items: chosenOf(items) } })}
      onDone={onDecided}
      onClose={onClose}
    >
      <p className="yc-dialog-intro">{t('confirmText', { count })}</p>
    </CommandDialog>
  );
}

export function DismissDialog({ runId, items, onDecided, onClose }: DecideDialogProps) {
  const t = useText(text);
  return (
    <CommandDialog<typeof dismissHeldItems, { reason: string }>
      route={dismissHeldItems}
      title={t('dismissTitle', { count: items.length })}
      submitText={t('dismiss')}
      toInput={({ reason }) => ({ params: { id: runId }, body: { items: chosenOf(items), reason } })}
      onDone={onDecided}
      onClose={onClose}
    >
      <p className="yc-dialog-intro">{t('dismissText')}</p>
      <ReasonItem />
    </CommandDialog>
  );
}

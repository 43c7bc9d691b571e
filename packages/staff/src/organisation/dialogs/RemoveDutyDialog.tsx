import { type Duty, removeDuty } from '@yimen/contracts';
import { useText } from '@yimen/ui';
import { CommandDialog } from '../../platform/form/CommandDialog.tsx';
import { useFormat } from '../../platform/show/format.ts';
import { text } from '../text.ts';

export function RemoveDutyDialog({ duty, onClose }: { readonly duty: Duty; readonly onClose: () => void }) {
  const t = useText(text);
  const format = useFormat();
  return (
    <CommandDialog<typeof removeDuty, object>
      route={removeDuty}
      title={t('removeDuty')}
      submitText={t('removeDuty')}
      doneText={t('dutyRemoved')}
      danger
      toInput={() => ({ params: { id: duty.id } })}
      onClose={onClose}
    >
      <p>{t('removeDutyText', { name: duty.name, when: format.moment(duty.startsAt) })}</p>
    </CommandDialog>
  );
}

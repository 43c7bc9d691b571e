import { type Absence, endAbsence } from '@yimen/contracts';
import { useText } from '@yimen/ui';
import { CommandDialog } from '../../platform/form/CommandDialog.tsx';
import { text } from '../text.ts';

export function EndAbsenceDialog({ absence, onClose }: { readonly absence: Absence; readonly onClose: () => void }) {
  const t = useText(text);
  return (
    <CommandDialog<typeof endAbsence, object>
      route={endAbsence}
      title={t('endAbsence')}
      submitText={t('endAbsence')}
      doneText={t('absenceEnded')}
      toInput={() => ({ params: { id: absence.id } })}
      onClose={onClose}
    >
      <p>{t('endAbsenceText', { name: absence.name })}</p>
    </CommandDialog>
  );
}

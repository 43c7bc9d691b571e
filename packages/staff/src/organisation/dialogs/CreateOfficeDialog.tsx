import { createOffice } from '@yimen/contracts';
import { useText } from '@yimen/ui';
import { CommandDialog } from '../../platform/form/CommandDialog.tsx';
import { OfficeFields, type OfficeValues, officeInput } from '../OfficeFields.tsx';
import { text } from '../text.ts';

export function CreateOfficeDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useText(text);
  return (
    <CommandDialog<typeof createOffice, OfficeValues>
      route={createOffice}
      title={t('newOffice')}
      submitText={t('newOffice')}
      doneText={t('officeMade')}
      width={680}
      initialValues={{ isPublic: false }}
      toInput={(values) => ({ body: officeInput(values) })}
      onClose={onClose}
    >
      <OfficeFields />
    </CommandDialog>
  );
}

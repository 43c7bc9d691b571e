import { type BodyOf, editPolicyRelease, type ReleaseView } from '@yimen/contracts';
import { useText } from '@yimen/ui';
import { CommandDialog } from '../../platform/form/CommandDialog.tsx';
import { text } from '../text.ts';
import { ReleaseFields } from './ReleaseFields.tsx';

export interface EditReleaseDialogProps {
  readonly release: ReleaseView;
  readonly onClose: () => void;
}

export function EditReleaseDialog({ release, onClose }: EditReleaseDialogProps) {
  const t = useText(text);
  const { id, revision, title, reason, effectiveOn } = release;
  return (
    <CommandDialog<typeof editPolicyRelease, Omit<BodyOf<typeof editPolicyRelease>, 'expectedVersion'>>
      route={editPolicyRelease}
      title={t('editRelease')}
      submitText={t('editRelease')}
      doneText={t('saved')}
      initialValues={{ title, reason, effectiveOn }}
      toInput={(values) => ({ params: { id }, body: { ...values, expectedVersion: revision } })}
      onClose={onClose}
    >
      <ReleaseFields />
    </CommandDialog>
  );
}

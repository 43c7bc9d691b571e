import { acceptHandOver } from '@yimen/contracts';
import { useText } from '@yimen/ui';
import { CommandDialog } from '../../platform/form/CommandDialog.tsx';
import type { CaseDialogProps } from '../CaseActions.tsx';
import { nameOfPost } from '../name-of-post.ts';
import { text } from '../text.ts';

export function AcceptHandOverDialog({ file, onClose }: CaseDialogProps) {
  const t = useText(text);
  return (
    <CommandDialog
      route={acceptHandOver}
      title={t('acceptHandOver')}
      submitText={t('acceptHandOver')}
      doneText={t('acceptedHandOver')}
      toInput={() => ({ params: { id: file.id }, body: { expectedVersion: file.version } })}
      onClose={onClose}
    >
      <p>{t('acceptHandOverText', { from: nameOfPost(file.responsible) })}</p>
    </CommandDialog>
  );
}

import { useNavigate } from '@tanstack/react-router';
import { type BodyOf, draftPolicyRelease } from '@yimen/contracts';
import { useText } from '@yimen/ui';
import { CommandDialog } from '../../platform/form/CommandDialog.tsx';
import { text } from '../text.ts';
import { ReleaseFields } from './ReleaseFields.tsx';

/** Begins a release of the own place and goes there. */
export function DraftDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useText(text);
  const navigate = useNavigate();
  return (
    <CommandDialog<typeof draftPolicyRelease, BodyOf<typeof draftPolicyRelease>>
      route={draftPolicyRelease}
      title={t('newRelease')}
      submitText={t('newRelease')}
      doneText={t('drafted')}
      toInput={(body) => ({ body })}
      onDone={({ id }) => void navigate({ to: `/policy-releases/${id}` as string })}
      onClose={onClose}
    >
      <ReleaseFields />
    </CommandDialog>
  );
}

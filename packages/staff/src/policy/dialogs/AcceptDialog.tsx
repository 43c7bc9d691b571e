import { putPolicyChange, type ReleaseView, type VectorResultView } from '@yimen/contracts';
import { useText, useWords } from '@yimen/ui';
import { CommandDialog } from '../../platform/form/CommandDialog.tsx';
import { ReasonItem } from '../../platform/form/ReasonItem.tsx';
import { text } from '../text.ts';

export interface AcceptDialogProps {
  readonly release: ReleaseView;
  readonly content: NonNullable<VectorResultView['asFound']>;
  readonly onClose: () => void;
}

/** The example shall expect what it gives now: said with a reason, and tested again. */
export function AcceptDialog({ release, content, onClose }: AcceptDialogProps) {
  const t = useText(text);
  const words = useWords();
  const { id, revision: expectedVersion } = release;
  return (
    <CommandDialog<typeof putPolicyChange, { reason: string }>
      route={putPolicyChange}
      title={`${t('acceptTitle')}：${words(content.vector.title)}`}
      submitText={t('acceptFound')}
      doneText={t('kept')}
      toInput={({ reason }) => ({ params: { id }, body: { content, reason, replaces: null, expectedVersion } })}
      onClose={onClose}
    >
      <p className="yc-dialog-intro">{t('acceptIntro')}</p>
      <ReasonItem />
    </CommandDialog>
  );
}

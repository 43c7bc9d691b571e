import { confirmCount } from '@yimen/contracts';
import { DefinitionList, Money, useText } from '@yimen/ui';
import { CommandDialog } from '../../platform/form/CommandDialog.tsx';
import { useFormat } from '../../platform/show/format.ts';
import type { BoxDialogProps } from '../BoxActions.tsx';
import { text } from '../text.ts';

export function ConfirmCountDialog({ box, onClose }: BoxDialogProps) {
  const t = useText(text);
  const format = useFormat();
  const count = box.counts.find((one) => one.confirmedBy === null);
  if (count === undefined) return null;
  return (
    <CommandDialog<typeof confirmCount, object>
      route={confirmCount}
      title={t('confirm')}
      submitText={t('confirm')}
      doneText={t('confirmDone')}
      toInput={() => ({ params: { id: count.id }, body: { expectedVersion: count.version } })}
      onClose={onClose}
    >
      <p className="yc-dialog-intro">{t('confirmIntro')}</p>
      <DefinitionList
        columns={2}
        items={[
          { key: 'counted', term: t('countedFen'), value: <Money fen={count.countedFen} strong /> },
          { key: 'book', term: t('bookFen'), value: <Money fen={count.bookFen} /> },
          { key: 'difference', term: t('difference'), value: <Money fen={count.differenceFen} strong /> },
          { key: 'by', term: t('countedBy'), value: `${count.countedBy} ${format.shortMoment(count.countedAt)}` },
          { key: 'why', term: t('explanation'), value: count.explanation ?? '—', wide: true },
        ]}
      />
    </CommandDialog>
  );
}

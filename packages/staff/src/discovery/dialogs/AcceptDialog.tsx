import { acceptReport, type ReportDetail } from '@yimen/contracts';
import { useText } from '@yimen/ui';
import { CommandDialog } from '../../platform/form/CommandDialog.tsx';
import { text } from '../text.ts';

export interface AcceptDialogProps {
  readonly report: ReportDetail;
  readonly onClose: () => void;
  readonly onAccepted: () => void;
}

export function AcceptDialog({ report, onClose, onAccepted }: AcceptDialogProps) {
  const t = useText(text);
  return (
    <CommandDialog
      route={acceptReport}
      title={t('acceptTitle')}
      submitText={t('accept')}
      doneText={t('accepted')}
      toInput={() => ({ params: { id: report.id }, body: { expectedVersion: report.version } })}
      onDone={onAccepted}
      onClose={onClose}
    >
      <p>{t('acceptText')}</p>
      {report.similar.length === 0 ? null : (
        <p className="yc-space-above">{t('acceptSimilar', { count: report.similar.length })}</p>
      )}
    </CommandDialog>
  );
}

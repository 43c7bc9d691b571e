import { useNavigate } from '@tanstack/react-router';
import { acceptReport, closeReport, type ReportDetail, takeIn } from '@yimen/contracts';
import { useState } from 'react';
import { AvailableActions } from '../platform/show/AvailableActions.tsx';
import { AcceptDialog } from './dialogs/AcceptDialog.tsx';
import { CloseReportDialog } from './dialogs/CloseReportDialog.tsx';

/** Accepting leads straight into intake; merging has its place beside the similar reports. */
export function ReportActions({ report }: { readonly report: ReportDetail }) {
  const navigate = useNavigate();
  const [dialog, setDialog] = useState<'accept' | 'close'>();
  const mayTakeIn = report.availableActions.some((action) => action.act === takeIn.id && action.blockedBy === null);

  function openIntake(): void {
    void navigate({ to: '/cases/new' as string, search: { report: report.id } as never });
  }

  return (
    <>
      <AvailableActions
        actions={report.availableActions}
        handlers={{
          [acceptReport.id]: () => setDialog('accept'),
          [closeReport.id]: () => setDialog('close'),
          [takeIn.id]: openIntake,
        }}
        primary={report.state === 'received' ? acceptReport.id : takeIn.id}
      />
      {dialog === 'accept' ? (
        <AcceptDialog
          report={report}
          onClose={() => setDialog(undefined)}
          onAccepted={() => (mayTakeIn ? openIntake() : undefined)}
        />
      ) : null}
      {dialog === 'close' ? <CloseReportDialog report={report} onClose={() => setDialog(undefined)} /> : null}
    </>
  );
}

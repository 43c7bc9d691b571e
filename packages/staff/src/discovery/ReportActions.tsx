import { Link, useNavigate } from '@tanstack/react-router';
import type { ReportDetail } from '@yimen/contracts';
import { useText } from '@yimen/ui';
import { useState } from 'react';
import { useMe } from '../platform/session/use-me.ts';
import { AvailableActions } from '../platform/show/AvailableActions.tsx';
import { AcceptDialog } from './dialogs/AcceptDialog.tsx';
import { CloseReportDialog } from './dialogs/CloseReportDialog.tsx';
import { text } from './text.ts';

/** Accepting leads straight into intake; merging has its place beside the similar reports. */
export function ReportActions({ report }: { readonly report: ReportDetail }) {
  const t = useText(text);
  const me = useMe();
  const navigate = useNavigate();
  const [dialog, setDialog] = useState<'accept' | 'close'>();
  const intake = `/cases/new?report=${report.id}`;
  const waitsForIntake = report.state === 'accepted' && report.caseId === null && me.permissions.includes('case.create');
  return (
    <>
      <AvailableActions
        actions={report.availableActions}
        handlers={{ accept: () => setDialog('accept'), close: () => setDialog('close') }}
        primary="accept"
      />
      {waitsForIntake ? (
        <Link to={'/cases/new' as string} search={{ report: report.id } as never} className="yc-primary-link">
          {t('takeIn')}
        </Link>
      ) : null}
      {dialog === 'accept' ? (
        <AcceptDialog
          report={report}
          onClose={() => setDialog(undefined)}
          onAccepted={() => me.permissions.includes('case.create') && void navigate({ href: intake })}
        />
      ) : null}
      {dialog === 'close' ? <CloseReportDialog report={report} onClose={() => setDialog(undefined)} /> : null}
    </>
  );
}

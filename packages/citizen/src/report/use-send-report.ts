import { useNavigate } from '@tanstack/react-router';
import { reportInPublic } from '@yimen/contracts';
import type { PendingSubmission } from '@yimen/ui';
import { useEffect } from 'react';
import { keepValue } from '../platform/kept-value.ts';
import { useCommand } from '../platform/use-command.ts';
import { keptDraft, type ReportDraft } from './draft.ts';
import { keepPlaceForVisit } from './last-place.ts';
import { keptReceipt } from './receipt.ts';
import type { ReportBody } from './write-report.ts';

const keptSubmission = keepValue('this-visit', 'report-submission', isPending);

/** Sends the report and moves on to its receipt; only then is the draft let go. */
export function useSendReport(draft: ReportDraft) {
  const navigate = useNavigate();
  const command = useCommand(
    reportInPublic,
    (answer) => {
      if (draft.place !== null) keepPlaceForVisit(draft.place);
      keptReceipt.write({
        ...answer,
        sentAt: new Date().toISOString(),
        placeName: draft.place?.fullName ?? '',
        leftPhone: draft.reporterPhone.trim() !== '',
      });
      keptDraft.write(undefined);
      void navigate({ to: '/report/receipt', replace: true });
    },
    keptSubmission,
  );
  useEffect(() => {
    // The line may break right after the answer: the page that shows the code must be here already.
    import('./ReceiptPage.tsx').catch(() => undefined);
  }, []);
  return { ...command, sendBody: (body: ReportBody) => command.mutate({ body }) };
}

function isPending(found: unknown): found is PendingSubmission {
  return typeof found === 'object' && found !== null && 'content' in found && 'key' in found;
}

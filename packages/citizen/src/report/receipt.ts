import type { ReportReceipt } from '@yimen/contracts';
import { keepValue } from '../platform/kept-value.ts';

/** What the receipt page shows. Kept for this visit, so that a reload does not lose the code. */
export interface Receipt extends ReportReceipt {
  readonly sentAt: string;
  readonly placeName: string;
  /** A phone was left: the outcome is told, not only shown. */
  readonly leftPhone: boolean;
}

export const keptReceipt = keepValue('this-visit', 'report-receipt', isReceipt);

function isReceipt(found: unknown): found is Receipt {
  return (
    typeof found === 'object' && found !== null && 'receiptNo' in found && 'followCode' in found && 'sentAt' in found
  );
}

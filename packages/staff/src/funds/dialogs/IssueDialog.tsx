import { type BodyOf, issuePettyCash } from '@yimen/contracts';
import { formatFen, useText } from '@yimen/ui';
import { CommandDialog } from '../../platform/form/CommandDialog.tsx';
import { AmountItem } from '../AmountItem.tsx';
import type { BoxDialogProps } from '../BoxActions.tsx';
import { roomOf } from '../room-of.ts';
import { text } from '../text.ts';
import { VoucherItem } from './VoucherItem.tsx';

type Values = Omit<BodyOf<typeof issuePettyCash>, 'requestId'>;

/** The county fills the box; an open request is answered by it. */
export function IssueDialog({ box: { account }, onClose }: BoxDialogProps) {
  const t = useText(text);
  const room = roomOf(account);
  return (
    <CommandDialog<typeof issuePettyCash, Values>
      route={issuePettyCash}
      title={t('issue')}
      submitText={t('issue')}
      doneText={t('issueDone')}
      initialValues={{ amountFen: account.openRequestFen ?? room }}
      toInput={(values) => ({
        params: { officeId: account.officeId },
        body: { ...values, requestId: account.openRequestId },
      })}
      onClose={onClose}
    >
      <p className="yc-dialog-intro">
        {t('issueIntro', {
          office: account.officeName,
          balance: formatFen(account.balanceFen + account.reservedFen),
          ceiling: formatFen(account.ceilingFen),
        })}
        {account.openRequestFen === null ? null : (
          <strong className="yf-block">{t('issueForRequest', { amount: formatFen(account.openRequestFen) })}</strong>
        )}
      </p>
      <AmountItem label={t('issueAmount')} mostFen={room} />
      <VoucherItem />
    </CommandDialog>
  );
}

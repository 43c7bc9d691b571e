import { approveGrant } from '@yimen/contracts';
import { DefinitionList, Money, useText, useWords } from '@yimen/ui';
import { Form, Input } from 'antd';
import { ExplanationView } from '../../assessment/ExplanationView.tsx';
import { CommandDialog } from '../../platform/form/CommandDialog.tsx';
import type { GrantDialogProps } from '../GrantActions.tsx';
import { ReliefFacts } from '../ReliefFacts.tsx';
import { text } from '../text.ts';

export function ApproveGrantDialog({ grant, onClose }: GrantDialogProps) {
  const t = useText(text);
  const words = useWords();
  return (
    <CommandDialog<typeof approveGrant, { readonly comment?: string }>
      route={approveGrant}
      title={t('approveTitle')}
      submitText={t('approve')}
      doneText={t('approved')}
      toInput={({ comment }) => ({
        params: { id: grant.id },
        body: { comment: comment?.trim() ? comment : null, expectedVersion: grant.version },
      })}
      showFacts={(problem) => <ReliefFacts problem={problem} />}
      onClose={onClose}
    >
      <DefinitionList
        columns={3}
        items={[
          { key: 'amount', term: t('amount'), value: <Money fen={grant.amountFen} strong /> },
          { key: 'level', term: t('level'), value: words(grant.levelLabel) },
          { key: 'payee', term: t('payee'), value: grant.payeeName },
        ]}
      />
      <div className="yr-why yr-dialog-why">
        <ExplanationView node={grant.explanation} label={t('whyGrant')} />
      </div>
      {grant.approvalsNeeded > 1 ? (
        <p className="yc-dialog-intro">
          {t('twoPersons', { needed: grant.approvalsNeeded, done: grant.approvals.length })}
        </p>
      ) : null}
      <Form.Item name="comment" label={t('comment')}>
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
    </CommandDialog>
  );
}

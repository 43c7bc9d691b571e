import { Button, Field, isProblem, Notice, TextArea, TextInput, useText } from '@yimen/ui';
import { useState } from 'react';
import { CallLink } from '../platform/CallLink.tsx';
import { ProblemNotice } from '../platform/ProblemNotice.tsx';
import { PHONES } from '../platform/text.ts';
import { type ReceiptPair, tidyFollowCode, tidyReceiptNo } from './receipt-link.ts';
import { text } from './text.ts';

export interface FollowFormProps {
  readonly start: ReceiptPair;
  readonly problem: unknown;
  readonly isLooking: boolean;
  readonly onLook: (pair: ReceiptPair) => void;
}

export function FollowForm({ start, problem, isLooking, onLook }: FollowFormProps) {
  const t = useText(text);
  const [typed, setTyped] = useState(start);
  const [hasTried, setHasTried] = useState(false);
  const pair = { receiptNo: tidyReceiptNo(typed.receiptNo), followCode: tidyFollowCode(typed.followCode) };

  function submit(): void {
    setHasTried(true);
    setTyped(pair);
    const missing = [pair.receiptNo === '' && 'follow-receipt', pair.followCode === '' && 'follow-code'].find(Boolean);
    if (missing) document.getElementById(missing)?.focus();
    else onLook(pair);
  }

  return (
    <form
      className="yc-follow-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Field
        id="follow-receipt"
        label={t('receiptNo')}
        help={t('receiptNoHelp', { example: RECEIPT_EXAMPLE })}
        error={hasTried && pair.receiptNo === '' ? t('receiptMissing') : undefined}
        required
      >
        <TextInput
          {...CODE_INPUT}
          value={typed.receiptNo}
          onChange={(receiptNo) => setTyped({ ...typed, receiptNo })}
        />
      </Field>
      <Field
        id="follow-code"
        label={t('followCode')}
        help={t('followCodeHelp')}
        error={hasTried && pair.followCode === '' ? t('codeMissing') : undefined}
        required
      >
        <TextArea
          {...CODE_INPUT}
          className="yc-code-input yc-code-lines"
          rows={2}
          enterKeyHint="go"
          value={typed.followCode}
          onChange={(followCode) => setTyped({ ...typed, followCode })}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
            event.preventDefault();
            event.currentTarget.form?.requestSubmit();
          }}
        />
      </Field>
      {isLooking ? null : <LookProblem problem={problem} />}
      <Button kind="primary" block type="submit" busy={isLooking} busyText={t('looking')}>
        {t('look')}
      </Button>
    </form>
  );
}

const RECEIPT_EXAMPLE = 'BG20260101-000001-X';
const CODE_INPUT = {
  className: 'yc-code-input',
  autoComplete: 'off',
  autoCapitalize: 'characters',
  autoCorrect: 'off',
  spellCheck: false,
  maxLength: 60,
} as const;

/** A wrong number, a wrong code and a number that never was read the same. */
function LookProblem({ problem }: { readonly problem: unknown }) {
  const t = useText(text);
  if (!isProblem(problem, 'NOT_FOUND') && !isProblem(problem, 'INVALID_INPUT'))
    return <ProblemNotice problem={problem} />;
  return (
    <Notice kind="warning" live title={t('notMatchedTitle')} actions={<CallLink phone={PHONES.hotline} />}>
      {t('notMatchedText')}
    </Notice>
  );
}

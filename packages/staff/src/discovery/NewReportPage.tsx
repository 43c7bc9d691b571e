import { Link } from '@tanstack/react-router';
import { createReport, type ReportReceipt } from '@yimen/contracts';
import { DefinitionList, Notice, useText, useWords } from '@yimen/ui';
import { Button, Form } from 'antd';
import { useState } from 'react';
import { todayInShanghai } from '../casework/today.ts';
import { useCommand } from '../platform/call/use-command.ts';
import { showFieldErrors } from '../platform/form/show-field-errors.ts';
import { useDraft } from '../platform/form/use-draft.ts';
import { PageHeader } from '../platform/layout/PageHeader.tsx';
import { useMe } from '../platform/session/use-me.ts';
import { useFormat } from '../platform/show/format.ts';
import { ProblemNotice } from '../platform/show/ProblemNotice.tsx';
import { ReportFields } from './ReportFields.tsx';
import { type ReportValues, reportBody, startOf } from './report-input.ts';
import { text } from './text.ts';
import '../casework/casework.css';
import './discovery.css';

/** Under a minute: who, where, what happened, how urgent. */
export function NewReportPage() {
  const [receipt, setReceipt] = useState<ReportReceipt>();
  return (
    <div className="yd-new">
      <PageHeader />
      {receipt === undefined ? (
        <ReportForm onDone={setReceipt} />
      ) : (
        <Receipt receipt={receipt} onAnother={() => setReceipt(undefined)} />
      )}
    </div>
  );
}

function ReportForm({ onDone }: { readonly onDone: (receipt: ReportReceipt) => void }) {
  const t = useText(text);
  const words = useWords();
  const me = useMe();
  const [form] = Form.useForm<ReportValues>();
  const create = useCommand(createReport, { onDone });
  useDraft(form, 'report');
  return (
    <Form<ReportValues>
      form={form}
      layout="vertical"
      requiredMark="optional"
      className="yc-panel"
      scrollToFirstError={{ focus: true, block: 'center' }}
      initialValues={startOf(me, todayInShanghai())}
      onFinish={(values) =>
        create.mutate(
          { body: reportBody(values) },
          { onError: (problem) => void showFieldErrors(form, problem, words) },
        )
      }
    >
      <ReportFields />
      <ProblemNotice problem={create.error} />
      <div className="yd-foot">
        <Button type="primary" htmlType="submit" loading={create.isPending}>
          {t('sendReport')}
        </Button>
      </div>
    </Form>
  );
}

function Receipt({ receipt, onAnother }: { readonly receipt: ReportReceipt; readonly onAnother: () => void }) {
  const t = useText(text);
  const format = useFormat();
  return (
    <div className="yc-panel yd-receipt">
      <Notice kind="success" live title={t('receiptTitle')}>
        {receipt.dutyPaged
          ? t('dutyPaged', { office: receipt.windowName })
          : t('sentTo', { office: receipt.windowName })}
      </Notice>
      <DefinitionList
        columns={2}
        items={[
          { key: 'no', term: t('receiptNo'), value: <strong className="yc-number">{receipt.receiptNo}</strong> },
          { key: 'code', term: t('followCode'), value: <strong className="yc-number">{receipt.followCode}</strong> },
          { key: 'by', term: t('expectedBy'), value: format.moment(receipt.expectedBy) },
          { key: 'phone', term: t('windowPhone'), value: receipt.windowPhone ?? t('notSaid') },
        ]}
      />
      <p className="yc-faint">{t('followHelp')}</p>
      <div className="ys-actions">
        <Link to={`/reports/${receipt.reportId}` as string} className="yc-primary-link">
          {t('openReport')}
        </Link>
        <Button onClick={onAnother}>{t('another')}</Button>
      </div>
    </div>
  );
}

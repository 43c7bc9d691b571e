import { proposeGrant } from '@yimen/contracts';
import { useText, useWords } from '@yimen/ui';
import { App, Button, Form } from 'antd';
import { useState } from 'react';
import { eventKindText } from '../../discovery/labels.ts';
import { useCommand } from '../../platform/call/use-command.ts';
import { showFieldErrors } from '../../platform/form/show-field-errors.ts';
import { useDraft } from '../../platform/form/use-draft.ts';
import { ProblemNotice } from '../../platform/show/ProblemNotice.tsx';
import { ReliefFacts } from '../ReliefFacts.tsx';
import type { ReliefProps } from '../ReliefPanel.tsx';
import { text } from '../text.ts';
import { type GrantValues, grantBody, startValues } from './grant-input.ts';
import { MoreOptions } from './MoreOptions.tsx';
import { OverrideField } from './OverrideField.tsx';
import { RefusalWays } from './RefusalWays.tsx';
import { ThreeFields } from './ThreeFields.tsx';

export interface GrantFormProps extends ReliefProps {
  readonly onDone: () => void;
}

/** Level, amount, payee — and pay. Everything else has its usual value and stands under "more". */
export function GrantForm({ file, panel, onDone }: GrantFormProps) {
  const t = useText(text);
  const words = useWords();
  const event = useText(eventKindText);
  const { message } = App.useApp();
  const [form] = Form.useForm<GrantValues>();
  const [more, setMore] = useState(false);
  const propose = useCommand(proposeGrant);
  useDraft(form, `grant.${file.id}`);

  function submit(): void {
    // Fields that stand folded away count too.
    const values: GrantValues = form.getFieldsValue(true);
    propose.mutate(
      { params: { id: file.id }, body: grantBody(values) },
      {
        onSuccess: (answer) => {
          form.resetFields();
          void message.success(t('proposed', { needed: answer.approvalsNeeded }));
          onDone();
        },
        onError: (problem) => void showFieldErrors(form, problem, words),
      },
    );
  }

  return (
    <Form<GrantValues>
      form={form}
      layout="vertical"
      requiredMark="optional"
      className="yr-form"
      aria-label={t('proposeTitle')}
      initialValues={startValues(panel, t('purposeDefault', { event: event(file.eventKind) }))}
      scrollToFirstError={{ focus: true, block: 'center' }}
      onFinish={submit}
    >
      <h3 className="yr-form-title">{t('proposeTitle')}</h3>
      <ThreeFields panel={panel} />
      <OverrideField ladder={panel.ladder} />
      {more ? <MoreOptions panel={panel} /> : null}
      <ProblemNotice problem={propose.error}>
        {propose.error === null ? null : (
          <>
            <ReliefFacts problem={propose.error} />
            <RefusalWays problem={propose.error} form={form} onMore={() => setMore(true)} />
          </>
        )}
      </ProblemNotice>
      <div className="yr-form-foot">
        <Button type="primary" htmlType="submit" loading={propose.isPending}>
          {t('propose')}
        </Button>
        <Button type="link" aria-expanded={more} onClick={() => setMore(!more)}>
          {more ? t('lessOptions') : t('moreOptions')}
        </Button>
        <span className="yc-faint">{t('proposeHint')}</span>
      </div>
    </Form>
  );
}

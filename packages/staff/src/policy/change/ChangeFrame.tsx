import { putPolicyChange } from '@yimen/contracts';
import { useText, useWords } from '@yimen/ui';
import { App, Button, Form, type FormInstance } from 'antd';
import type { ReactNode } from 'react';
import { useCommand } from '../../platform/call/use-command.ts';
import { ReasonItem } from '../../platform/form/ReasonItem.tsx';
import { ProblemNotice } from '../../platform/show/ProblemNotice.tsx';
import { text } from '../text.ts';
import type { ChangeFormProps, Typed } from './change-form.ts';
import type { LiveCheck } from './use-live-check.ts';

export interface ChangeFrameProps<Values extends object>
  extends Pick<ChangeFormProps, 'release' | 'stored' | 'onDone'> {
  readonly form: FormInstance<Values>;
  readonly initialValues: Partial<Values>;
  readonly toContent: (values: Values) => Typed;
  readonly check: LiveCheck;
  readonly children: ReactNode;
}

/** The form of a change: its fields, what it comes to in words as it is typed, the reason, and the way back. */
export function ChangeFrame<Values extends object>(props: ChangeFrameProps<Values>) {
  const t = useText(text);
  const { message } = App.useApp();
  const { release, stored, check, onDone } = props;
  const put = useCommand(putPolicyChange, {
    onDone: () => {
      void message.success(t('kept'));
      onDone();
    },
  });
  function submit(values: Values): void {
    const content = props.toContent(values);
    if (content === undefined) return;
    const { reason } = values as Values & { readonly reason: string }; // the field below, which must be filled
    const body = { content, reason, replaces: stored?.id ?? null, expectedVersion: release.revision };
    put.mutate({ params: { id: release.id }, body });
  }
  return (
    <Form
      form={props.form}
      layout="vertical"
      requiredMark="optional"
      scrollToFirstError={{ focus: true, block: 'center' }}
      initialValues={{ ...props.initialValues, reason: stored?.reason }}
      onFinish={submit}
      // What was refused is another thing once something is typed.
      onValuesChange={() => put.error && put.reset()}
    >
      <div className="yp-form">
        {props.children}
        <ReasonItem label={t('why')} />
        <InWords check={check} />
        <ProblemNotice problem={put.error} />
        <div className="yp-form-acts">
          <Button type="primary" htmlType="submit" loading={put.isPending}>
            {t('save')}
          </Button>
          <Button onClick={onDone}>{t('cancel')}</Button>
        </div>
      </div>
    </Form>
  );
}

/** What the change says, and what is wrong with it beyond its fields. */
function InWords({ check }: { readonly check: LiveCheck }) {
  const t = useText(text);
  const words = useWords();
  const { found } = check;
  const general = check.issuesOf(null, 'target', 'document', 'regions');
  return (
    <div className="yp-words" role="status">
      <h3>{t('words')}</h3>
      {found === undefined || check.issuesOf('value').length > 0 ? (
        <p className="yc-faint">{check.isChecking ? t('checking') : t('wordsWaiting')}</p>
      ) : (
        <>
          <p>{words(found.words)}</p>
          {found.rows.length === 0 ? null : (
            <ul>
              {found.rows.map((row) => (
                <li key={row.en}>{words(row)}</li>
              ))}
            </ul>
          )}
          {general.map((issue) => (
            <p key={issue.message.en} className="yp-issue">
              {words(issue.message)}
            </p>
          ))}
          {found.cautions.map((caution) => (
            <p key={caution.en} className="yp-caution">
              {words(caution)}
            </p>
          ))}
          {found.issues.length === 0 && found.cautions.length === 0 ? <p className="yp-fine">{t('fine')}</p> : null}
        </>
      )}
    </div>
  );
}

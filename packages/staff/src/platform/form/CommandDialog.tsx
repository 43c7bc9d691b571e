import { useQueryClient } from '@tanstack/react-query';
import type { ResponseOf, Route } from '@yimen/contracts';
import { isProblem, type Problem, useText, useWords } from '@yimen/ui';
import { App, Form, Modal } from 'antd';
import { type ReactNode, useState } from 'react';
import type { CallInput } from '../call/call.ts';
import { useCommand } from '../call/use-command.ts';
import { ProblemNotice } from '../show/ProblemNotice.tsx';
import { text } from '../text.ts';
import { ConflictNotice } from './ConflictNotice.tsx';
import { showFieldErrors } from './show-field-errors.ts';
import './form.css';

export interface CommandDialogProps<R extends Route, Values extends object> {
  readonly route: R;
  readonly title: ReactNode;
  readonly submitText: string;
  readonly toInput: (values: Values) => CallInput<R>;
  /** The parent stops rendering the dialog here. */
  readonly onClose: () => void;
  readonly onDone?: (answer: ResponseOf<R>) => void;
  /** Said quietly after success. */
  readonly doneText?: string;
  readonly initialValues?: Partial<Values>;
  readonly danger?: boolean;
  readonly width?: number;
  /** Names of the fields, for comparing both versions on a conflict. */
  readonly fieldLabels?: Readonly<Record<string, string>>;
  /** Writes values that are codes in that comparison. */
  readonly fieldValueText?: (field: string, value: unknown) => string | undefined;
  /** Facts of a refusal that this dialog can draw. */
  readonly showFacts?: (problem: Problem) => ReactNode;
  /** The fields. */
  readonly children?: ReactNode;
}

/** One act with its fields in a dialog: errors beside fields, refusal above them, nothing lost on a retry. */
export function CommandDialog<R extends Route, Values extends object>(props: CommandDialogProps<R, Values>) {
  const t = useText(text);
  const words = useWords();
  const { message } = App.useApp();
  const client = useQueryClient();
  const [form] = Form.useForm<Values>();
  const [open, setOpen] = useState(true);
  const [placed, setPlaced] = useState(false);
  const command = useCommand(props.route, { onDone: finish });

  function finish(answer: ResponseOf<R>): void {
    setOpen(false);
    if (props.doneText !== undefined) void message.success(props.doneText);
    props.onDone?.(answer);
  }

  function submit(values: Values): void {
    command.mutate(props.toInput(values), { onError: explain });
  }

  function explain(problem: Problem): void {
    setPlaced(showFieldErrors(form, problem, words));
    // The page behind loads the newest version, so the next submission carries it.
    if (problem.code === 'VERSION_CONFLICT' || problem.code === 'STATE_CONFLICT') void client.invalidateQueries();
  }

  return (
    <Modal
      open={open}
      title={props.title}
      okText={props.submitText}
      cancelText={t('cancel')}
      okButtonProps={{ danger: props.danger ?? false }}
      confirmLoading={command.isPending}
      mask={{ closable: false }}
      width={props.width ?? 560}
      onOk={form.submit}
      onCancel={() => setOpen(false)}
      afterClose={props.onClose}
    >
      <Form<Values>
        form={form}
        layout="vertical"
        requiredMark="optional"
        scrollToFirstError={{ focus: true, block: 'center' }}
        onFinish={submit}
        {...(props.initialValues === undefined ? {} : { initialValues: props.initialValues })}
      >
        {isProblem(command.error, 'VERSION_CONFLICT') ? (
          <ConflictNotice problem={command.error} labels={props.fieldLabels ?? {}} valueText={props.fieldValueText} />
        ) : null}
        {command.error !== null && !placed && command.error.code !== 'VERSION_CONFLICT' ? (
          <div className="ys-dialog-problem">
            <ProblemNotice problem={command.error}>{props.showFacts?.(command.error)}</ProblemNotice>
          </div>
        ) : null}
        {props.children}
      </Form>
    </Modal>
  );
}

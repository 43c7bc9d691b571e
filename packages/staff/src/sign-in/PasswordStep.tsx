import { changePassword, type SignInState } from '@yimen/contracts';
import { useText } from '@yimen/ui';
import { Button, Form, Input } from 'antd';
import { ProblemNotice } from '../platform/show/ProblemNotice.tsx';
import { text } from './text.ts';
import { useOpenCommand } from './use-open-command.ts';

interface PasswordValues {
  readonly currentPassword: string;
  readonly newPassword: string;
  readonly repeatPassword: string;
}

export interface PasswordStepProps {
  readonly onAnswer: (state: SignInState) => void;
  /** Why a new password is asked for; none when the person wants one. */
  readonly intro?: string;
}

export function PasswordStep({ onAnswer, intro }: PasswordStepProps) {
  const t = useText(text);
  const command = useOpenCommand(changePassword, onAnswer);
  const needed = { required: true, message: t('passwordNeeded') };
  return (
    <Form<PasswordValues>
      layout="vertical"
      size="large"
      requiredMark={false}
      onFinish={({ currentPassword, newPassword }) => command.mutate({ body: { currentPassword, newPassword } })}
    >
      {intro === undefined ? null : <p className="ys-sign-in-intro">{intro}</p>}
      <ProblemNotice problem={command.error} />
      <Form.Item name="currentPassword" label={t('currentPassword')} rules={[needed]}>
        <Input.Password autoComplete="current-password" autoFocus />
      </Form.Item>
      <Form.Item name="newPassword" label={t('newPassword')} extra={t('newPasswordHelp')} rules={[needed]}>
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Form.Item
        name="repeatPassword"
        label={t('repeatPassword')}
        dependencies={['newPassword']}
        rules={[
          needed,
          ({ getFieldValue }) => ({
            validator: (_, value) =>
              !value || value === getFieldValue('newPassword')
                ? Promise.resolve()
                : Promise.reject(new Error(t('passwordsDiffer'))),
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Button type="primary" htmlType="submit" block loading={command.isPending}>
        {t('setPassword')}
      </Button>
    </Form>
  );
}

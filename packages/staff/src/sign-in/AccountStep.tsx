import { type SignInState, signIn } from '@yimen/contracts';
import { useText } from '@yimen/ui';
import { Button, Form, Input } from 'antd';
import { ProblemNotice } from '../platform/show/ProblemNotice.tsx';
import { text } from './text.ts';
import { useOpenCommand } from './use-open-command.ts';

export interface AccountStepProps {
  readonly onAnswer: (state: SignInState) => void;
  readonly login?: string | undefined;
}

interface AccountValues {
  readonly login: string;
  readonly password: string;
}

export function AccountStep({ onAnswer, login }: AccountStepProps) {
  const t = useText(text);
  const command = useOpenCommand(signIn, onAnswer);
  return (
    <Form<AccountValues>
      layout="vertical"
      size="large"
      requiredMark={false}
      initialValues={{ login: login ?? '', password: '' }}
      onFinish={(values) => command.mutate({ body: values })}
    >
      <ProblemNotice problem={command.error} />
      <Form.Item name="login" label={t('login')} rules={[{ required: true, message: t('loginNeeded') }]}>
        <Input
          autoComplete="username"
          autoFocus={login === undefined}
          readOnly={login !== undefined}
          spellCheck={false}
        />
      </Form.Item>
      <Form.Item name="password" label={t('password')} rules={[{ required: true, message: t('passwordNeeded') }]}>
        <Input.Password autoComplete="current-password" autoFocus={login !== undefined} />
      </Form.Item>
      <Button type="primary" htmlType="submit" block loading={command.isPending}>
        {t('signIn')}
      </Button>
    </Form>
  );
}

import { confirmSecondFactor, type SignInState } from '@yimen/contracts';
import { useText } from '@yimen/ui';
import { Button, Form, Input } from 'antd';
import { ProblemNotice } from '../platform/show/ProblemNotice.tsx';
import { text } from './text.ts';
import { useOpenCommand } from './use-open-command.ts';

export interface CodeStepProps {
  readonly onAnswer: (state: SignInState) => void;
  readonly onRestart: () => void;
}

export function CodeStep({ onAnswer, onRestart }: CodeStepProps) {
  const t = useText(text);
  const command = useOpenCommand(confirmSecondFactor, onAnswer);
  return (
    <Form<{ readonly code: string }>
      layout="vertical"
      size="large"
      requiredMark={false}
      onFinish={(values) => command.mutate({ body: values })}
    >
      <p className="ys-sign-in-intro">{t('codeIntro')}</p>
      <ProblemNotice problem={command.error} />
      <Form.Item name="code" label={t('code')} rules={[{ required: true, message: t('codeNeeded') }]}>
        <Input autoComplete="one-time-code" autoFocus spellCheck={false} />
      </Form.Item>
      <Button type="primary" htmlType="submit" block loading={command.isPending}>
        {t('signIn')}
      </Button>
      <Button type="link" block onClick={onRestart}>
        {t('otherAccount')}
      </Button>
    </Form>
  );
}

import { finishSecondFactor, type SignInState, startSecondFactor } from '@yimen/contracts';
import { Skeleton, useText } from '@yimen/ui';
import { Button, Form, Input, Typography } from 'antd';
import { useEffect, useState } from 'react';
import { ProblemNotice } from '../platform/show/ProblemNotice.tsx';
import { text as platformText } from '../platform/text.ts';
import { RecoveryCodes } from './RecoveryCodes.tsx';
import { text } from './text.ts';
import { useOpenCommand } from './use-open-command.ts';

export interface SetupStepProps {
  readonly onAnswer: (state: SignInState) => void;
}

export function SetupStep({ onAnswer }: SetupStepProps) {
  const t = useText(text);
  const shell = useText(platformText);
  const [secret, setSecret] = useState<{ secret: string; uri: string }>();
  const [codes, setCodes] = useState<readonly string[]>();
  const { mutate: start, error: startError } = useOpenCommand(startSecondFactor, setSecret);
  const finish = useOpenCommand(finishSecondFactor, (answer) => setCodes(answer.recoveryCodes));
  useEffect(() => start({}), [start]);

  if (codes !== undefined) return <RecoveryCodes codes={codes} onSaved={() => onAnswer({ state: 'signed-in' })} />;
  if (startError !== null) return <ProblemNotice problem={startError} />;
  if (secret === undefined) return <Skeleton label={shell('loading')} lines={4} />;
  return (
    <Form<{ readonly code: string }>
      layout="vertical"
      size="large"
      requiredMark={false}
      onFinish={(values) => finish.mutate({ body: values })}
    >
      <p className="ys-sign-in-intro">{t('setupIntro')}</p>
      <p>
        {t('setupSecret')}{' '}
        <Typography.Text code copyable>
          {secret.secret}
        </Typography.Text>
      </p>
      <p>
        <a href={secret.uri}>{t('setupOpen')}</a>
      </p>
      <ProblemNotice problem={finish.error} />
      <Form.Item name="code" label={t('sixDigits')} rules={[{ len: 6, required: true, message: t('sixDigitsNeeded') }]}>
        <Input autoComplete="one-time-code" inputMode="numeric" maxLength={6} autoFocus />
      </Form.Item>
      <Button type="primary" htmlType="submit" block loading={finish.isPending}>
        {t('setupConfirm')}
      </Button>
    </Form>
  );
}

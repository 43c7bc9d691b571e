import { Link } from '@tanstack/react-router';
import { activateAccount, type BodyOf } from '@yimen/contracts';
import { useText, useWords } from '@yimen/ui';
import { Button, Form, Input, Result } from 'antd';
import { useState } from 'react';
import { showFieldErrors } from '../platform/form/show-field-errors.ts';
import { ProblemNotice } from '../platform/show/ProblemNotice.tsx';
import { DoorLayout } from '../sign-in/DoorLayout.tsx';
import { useOpenCommand } from '../sign-in/use-open-command.ts';
import { text } from './text.ts';

/** Before the door: whoever was handed an activation code sets the own password, which no administrator knows. */
export function ActivationPage() {
  const t = useText(text);
  const words = useWords();
  const [form] = Form.useForm<BodyOf<typeof activateAccount>>();
  const [done, setDone] = useState(false);
  const command = useOpenCommand(activateAccount, () => setDone(true));
  if (done) {
    return (
      <DoorLayout title={t('activationTitle')}>
        <Result status="success" title={t('activated')} extra={<Link to="/sign-in">{t('goToSignIn')}</Link>} />
      </DoorLayout>
    );
  }
  return (
    <DoorLayout title={t('activationTitle')}>
      <p className="ys-sign-in-intro">{t('activationIntro')}</p>
      <ProblemNotice problem={command.error} />
      <Form
        form={form}
        layout="vertical"
        size="large"
        requiredMark={false}
        onFinish={(body) => command.mutate({ body }, { onError: (problem) => showFieldErrors(form, problem, words) })}
      >
        <Form.Item name="token" label={t('tokenTitle')} rules={[{ required: true, message: t('activationNeeded') }]}>
          <Input autoComplete="off" spellCheck={false} autoFocus />
        </Form.Item>
        <Form.Item
          name="password"
          label={t('newPassword')}
          extra={t('passwordHelp')}
          rules={[{ required: true, message: t('passwordNeeded') }]}
        >
          <Input.Password autoComplete="new-password" />
        </Form.Item>
        <Button type="primary" htmlType="submit" block loading={command.isPending}>
          {t('setPassword')}
        </Button>
      </Form>
    </DoorLayout>
  );
}

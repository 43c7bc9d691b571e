import { Link } from '@tanstack/react-router';
import { createFirstAdministrator } from '@yimen/contracts';
import { useText, useWords } from '@yimen/ui';
import { Button, Form, Input, Result } from 'antd';
import { useState } from 'react';
import { showFieldErrors } from '../platform/form/show-field-errors.ts';
import { ProblemNotice } from '../platform/show/ProblemNotice.tsx';
import { DoorLayout } from './DoorLayout.tsx';
import { text } from './text.ts';
import { useOpenCommand } from './use-open-command.ts';

interface AdministratorValues {
  readonly token: string;
  readonly name: string;
  readonly login: string;
  readonly password: string;
}

export function FirstAdministratorPage() {
  const t = useText(text);
  const words = useWords();
  const [form] = Form.useForm<AdministratorValues>();
  const [done, setDone] = useState(false);
  const command = useOpenCommand(createFirstAdministrator, () => setDone(true));

  if (done) {
    return (
      <DoorLayout title={t('firstDoneTitle')}>
        <Result status="success" title={t('firstDoneText')} extra={<Link to="/sign-in">{t('goToSignIn')}</Link>} />
      </DoorLayout>
    );
  }
  return (
    <DoorLayout title={t('firstTitle')}>
      <p className="ys-sign-in-intro">{t('firstIntro')}</p>
      <ProblemNotice problem={command.error} />
      <Form<AdministratorValues>
        form={form}
        layout="vertical"
        size="large"
        requiredMark={false}
        onFinish={(body) => command.mutate({ body }, { onError: (problem) => showFieldErrors(form, problem, words) })}
      >
        <Form.Item name="token" label={t('token')} rules={[{ required: true, message: t('tokenNeeded') }]}>
          <Input autoComplete="off" spellCheck={false} autoFocus />
        </Form.Item>
        <Form.Item name="name" label={t('personName')} rules={[{ required: true, message: t('personNameNeeded') }]}>
          <Input autoComplete="name" />
        </Form.Item>
        <Form.Item name="login" label={t('login')} rules={[{ required: true, message: t('loginNeeded') }]}>
          <Input autoComplete="username" spellCheck={false} />
        </Form.Item>
        <Form.Item
          name="password"
          label={t('password')}
          extra={t('newPasswordHelp')}
          rules={[{ required: true, message: t('passwordNeeded') }]}
        >
          <Input.Password autoComplete="new-password" />
        </Form.Item>
        <Button type="primary" htmlType="submit" block loading={command.isPending}>
          {t('createAdministrator')}
        </Button>
      </Form>
    </DoorLayout>
  );
}

import { createAccount } from '@yimen/contracts';
import { useText } from '@yimen/ui';
import { Form, Input } from 'antd';
import { useRef } from 'react';
import { CommandDialog } from '../../platform/form/CommandDialog.tsx';
import type { AccountDone } from '../AccountActs.tsx';
import { text } from '../text.ts';

interface Values {
  readonly name: string;
  readonly login: string;
  readonly phone?: string;
}

export interface CreateAccountDialogProps {
  readonly onIssued: (done: AccountDone) => void;
  readonly onClose: () => void;
}

export function CreateAccountDialog({ onIssued, onClose }: CreateAccountDialogProps) {
  const t = useText(text);
  const name = useRef('');
  return (
    <CommandDialog<typeof createAccount, Values>
      route={createAccount}
      title={t('newAccount')}
      submitText={t('newAccount')}
      toInput={(values) => {
        name.current = values.name;
        return { body: { name: values.name, login: values.login, phone: values.phone?.trim() || null } };
      }}
      onDone={({ activationToken }) => onIssued({ name: name.current, token: activationToken })}
      onClose={onClose}
    >
      <Form.Item
        name="name"
        label={t('accountName')}
        rules={[{ required: true, whitespace: true, message: t('nameNeeded') }]}
      >
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="login"
        label={t('login')}
        extra={t('loginHint')}
        rules={[{ required: true, pattern: /^[a-z0-9][a-z0-9.-]{1,60}$/, message: t('loginNeeded') }]}
      >
        <Input maxLength={61} autoComplete="off" spellCheck={false} />
      </Form.Item>
      <Form.Item
        name="phone"
        label={t('mobileOptional')}
        rules={[{ pattern: /^\+?[\d\s-]{5,20}$/, message: t('phoneNeeded') }]}
      >
        <Input inputMode="tel" maxLength={20} autoComplete="off" />
      </Form.Item>
    </CommandDialog>
  );
}

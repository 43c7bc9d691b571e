import { listAccounts } from '@yimen/contracts';
import { useText } from '@yimen/ui';
import { Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { useCall } from '../platform/call/use-call.ts';
import { useClearable } from '../platform/form/use-clearable.tsx';
import { text } from './text.ts';

export interface AccountFieldProps<Value extends string | readonly string[]> {
  /** Antd Form.Item passes these; the value is one account, or several with `most`. */
  readonly id?: string;
  readonly value?: Value | null;
  readonly onChange?: (value: Value | null) => void;
  /** Several people, at most so many. */
  readonly most?: number;
  /** Names of accounts set before anything was searched. */
  readonly known?: readonly { readonly accountId: string; readonly name: string }[];
}

/** People who may sign in, by part of their name or login. Who is shut for disuse is shown with what to do, but not taken. */
export function AccountField<Value extends string | readonly string[]>({
  id,
  value,
  onChange,
  most,
  known = [],
}: AccountFieldProps<Value>) {
  const t = useText(text);
  const clearable = useClearable();
  const [typed, setTyped] = useState('');
  const search = useDeferredValue(typed.trim());
  const accounts = useCall(listAccounts, { query: { limit: 30, search, without: 'disabled' } }, { keepPrevious: true });
  const chosen: readonly string[] = typeof value === 'string' ? [value] : (value ?? []);
  const found = (accounts.data?.items ?? []).map((account) => ({
    value: account.id,
    label: account.name,
    detail: [account.login, account.posts[0]?.title].filter(Boolean).join(' · '),
    todo: account.unused ? t('enableFirst') : undefined,
    // Somebody chosen before must stay removable.
    disabled: account.unused && !chosen.includes(account.id),
  }));
  const missing = known
    .filter((one) => !found.some((option) => option.value === one.accountId))
    .map((one) => ({ value: one.accountId, label: one.name, detail: '', todo: undefined, disabled: false }));
  return (
    <Select<Value>
      {...(id === undefined ? {} : { id })}
      {...(most === undefined ? {} : { mode: 'multiple', maxCount: most })}
      value={value ?? null}
      allowClear={clearable}
      options={[...missing, ...found]}
      optionRender={(option) => (
        <span className="yo-account-option">
          {option.label} <span className="yc-faint">{option.data.detail}</span>
          {option.data.todo === undefined ? null : <span className="yo-account-todo">{option.data.todo}</span>}
        </span>
      )}
      placeholder={t('anyone')}
      notFoundContent={accounts.isFetching ? t('searching') : t('nobodyFound')}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      loading={accounts.isFetching}
      onChange={(chosen) => {
        setTyped('');
        onChange?.(chosen ?? null);
      }}
    />
  );
}

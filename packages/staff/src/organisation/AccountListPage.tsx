import { type Account, listAccounts } from '@yimen/contracts';
import { useText } from '@yimen/ui';
import { Button, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { SearchField } from '../casework/SearchField.tsx';
import { usePagesOf } from '../platform/call/use-pages-of.ts';
import { PageHeader } from '../platform/layout/PageHeader.tsx';
import { useMe } from '../platform/session/use-me.ts';
import { useFormat } from '../platform/show/format.ts';
import { LongTable } from '../platform/show/LongTable.tsx';
import { ToneTag } from '../platform/show/ToneTag.tsx';
import { useFilters } from '../platform/use-page.ts';
import { AccountActs, type AccountDone } from './AccountActs.tsx';
import { CreateAccountDialog } from './dialogs/CreateAccountDialog.tsx';
import { TokenDialog } from './dialogs/TokenDialog.tsx';
import { text } from './text.ts';
import '../casework/casework.css';
import './organisation.css';

export function AccountListPage() {
  const t = useText(text);
  const mayManage = useMe().permissions.includes('account.manage');
  const [filters, change] = useFilters();
  const [creating, setCreating] = useState(false);
  const [issued, setIssued] = useState<AccountDone>();
  const list = usePagesOf(listAccounts, { query: { limit: 50, search: filters['search'] } });
  return (
    <>
      <PageHeader
        actions={
          mayManage ? (
            <Button type="primary" onClick={() => setCreating(true)}>
              {t('newAccount')}
            </Button>
          ) : undefined
        }
      />
      <div className="yc-toolbar">
        <SearchField
          label={t('searchAccounts')}
          value={filters['search'] ?? ''}
          onSearch={(search) => change({ search })}
        />
      </div>
      <div className="yc-panel">
        <LongTable
          list={list}
          columns={useAccountColumns(mayManage ? setIssued : undefined)}
          rowKey="id"
          label={t('accountsTitle')}
          emptyTitle={t('noAccounts')}
          emptyText={t('noAccountsText')}
        />
      </div>
      {creating ? <CreateAccountDialog onIssued={setIssued} onClose={() => setCreating(false)} /> : null}
      {issued === undefined ? null : <TokenDialog {...issued} onClose={() => setIssued(undefined)} />}
    </>
  );
}

function useAccountColumns(onIssued: ((done: AccountDone) => void) | undefined): TableColumnsType<Account> {
  const t = useText(text);
  const format = useFormat();
  return [
    {
      title: t('accountName'),
      width: 230,
      render: (_, account) => (
        <>
          {account.name}
          <div className="yc-faint">{account.login}</div>
          <div className="yc-faint yc-number">{account.phoneMasked}</div>
        </>
      ),
    },
    { title: t('heldPosts'), render: (_, account) => <HeldPosts account={account} /> },
    {
      title: t('state'),
      width: 150,
      render: (_, account) => (
        <>
          <AccountState account={account} />
          <div className="yc-faint">{account.secondFactor ? t('bound') : t('notBound')}</div>
        </>
      ),
    },
    {
      title: t('lastSignedIn'),
      width: 150,
      render: (_, { lastSignedInAt }) => (
        <span className="yc-number">{lastSignedInAt === null ? t('never') : format.date(lastSignedInAt)}</span>
      ),
    },
    ...(onIssued === undefined
      ? []
      : [
          {
            title: t('acts'),
            width: 100,
            render: (_: unknown, account: Account) => <AccountActs account={account} onIssued={onIssued} />,
          },
        ]),
  ];
}

function HeldPosts({ account }: { readonly account: Account }) {
  const t = useText(text);
  if (account.posts.length === 0) return <span className="yc-faint">{t('noPost')}</span>;
  return (
    <ul className="yo-holders yo-posts">
      {account.posts.map((post) => (
        <li key={`${post.postId} ${post.kind}`}>
          {post.title}（{post.kind === 'A' ? t('holderA') : t('holderB')}）
          <div className="yc-faint">{post.officeName}</div>
        </li>
      ))}
    </ul>
  );
}

function AccountState({ account }: { readonly account: Account }) {
  const t = useText(text);
  if (account.disabled) return <ToneTag>{t(account.unused ? 'shutForDisuse' : 'disabled')}</ToneTag>;
  if (account.locked) return <ToneTag tone="warning">{t('locked')}</ToneTag>;
  return <ToneTag tone="good">{t('normal')}</ToneTag>;
}

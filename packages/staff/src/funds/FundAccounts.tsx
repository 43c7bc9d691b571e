import { Link } from '@tanstack/react-router';
import type { FundView } from '@yimen/contracts';
import { Money, useText } from '@yimen/ui';
import { Table } from 'antd';
import { accountRoleText } from './labels.ts';
import { text } from './text.ts';

type Account = FundView['accounts'][number];

/** Accounts of the office that runs the fund; what lies in the townships is one sum with the way there. */
export function FundAccounts({ fund }: { readonly fund: FundView }) {
  const t = useText(text);
  const role = useText(accountRoleText);
  const own = fund.accounts.filter((account) => account.officeName === fund.officeName);
  const boxes = fund.accounts.filter((account) => account.role === 'petty-cash');
  return (
    <>
      <Table
        aria-label={t('accounts')}
        dataSource={own}
        rowKey="id"
        pagination={false}
        size="small"
        scroll={{ x: 'max-content' }}
        columns={[
          { title: t('account'), dataIndex: 'name' },
          { title: t('accountRole'), width: 240, render: (_, account) => role(account.role) },
          {
            title: t('balance'),
            width: 200,
            align: 'right',
            render: (_, account) => <Money fen={shownFen(account)} strong />,
          },
        ]}
      />
      {boxes.length === 0 ? null : (
        <p className="yf-boxes">
          <Link to={'/petty-cash' as string}>{t('boxesOfFund', { count: boxes.length })}</Link>
          <Money fen={boxes.reduce((sum, box) => sum + box.balanceFen, 0)} strong />
        </p>
      )}
    </>
  );
}

/** A source runs below zero by what it gave; people read it as what came from there. */
function shownFen({ role, balanceFen }: Account): number {
  return role === 'source' ? Math.abs(balanceFen) : balanceFen;
}

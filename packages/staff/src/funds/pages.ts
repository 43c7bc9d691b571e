import { BankOutlined, FileDoneOutlined, SendOutlined, WalletOutlined } from '@ant-design/icons';
import { wordsOf } from '@yimen/ui';
import type { StaffPage } from '../platform/page.ts';
import { text } from './text.ts';

export const pages: readonly StaffPage[] = [
  {
    path: '/funds',
    title: wordsOf(text, 'fundsTitle'),
    permissions: ['fund.read'],
    navigation: { group: 'funds', order: 10, icon: BankOutlined },
    load: () => import('./FundsPage.tsx').then((file) => file.FundsPage),
  },
  {
    path: '/funds/$fundId',
    title: wordsOf(text, 'fundTitle'),
    permissions: ['fund.read'],
    parent: '/funds',
    load: () => import('./FundPage.tsx').then((file) => file.FundPage),
  },
  {
    path: '/petty-cash',
    title: wordsOf(text, 'pettyCashTitle'),
    permissions: ['fund.read'],
    navigation: { group: 'funds', order: 20, icon: WalletOutlined },
    load: () => import('./PettyCashListPage.tsx').then((file) => file.PettyCashListPage),
  },
  {
    path: '/petty-cash/$officeId',
    title: wordsOf(text, 'boxTitle'),
    permissions: ['fund.read'],
    parent: '/petty-cash',
    load: () => import('./PettyCashPage.tsx').then((file) => file.PettyCashPage),
  },
  {
    path: '/payments',
    title: wordsOf(text, 'paymentsTitle'),
    permissions: ['fund.read'],
    navigation: { group: 'funds', order: 30, icon: FileDoneOutlined },
    load: () => import('./PaymentListPage.tsx').then((file) => file.PaymentListPage),
  },
  {
    path: '/payment-batches',
    title: wordsOf(text, 'batchesTitle'),
    permissions: ['fund.read'],
    navigation: { group: 'funds', order: 40, icon: SendOutlined },
    load: () => import('./batches/BatchListPage.tsx').then((file) => file.BatchListPage),
  },
  {
    path: '/payment-batches/new',
    title: wordsOf(text, 'newBatchTitle'),
    permissions: ['payment.make'],
    parent: '/payment-batches',
    load: () => import('./batches/NewBatchPage.tsx').then((file) => file.NewBatchPage),
  },
  {
    path: '/payment-batches/$batchId',
    title: wordsOf(text, 'batchTitle'),
    permissions: ['fund.read'],
    parent: '/payment-batches',
    load: () => import('./batches/BatchPage.tsx').then((file) => file.BatchPage),
  },
];

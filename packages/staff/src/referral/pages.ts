import { SwapOutlined } from '@ant-design/icons';
import { wordsOf } from '@yimen/ui';
import type { StaffPage } from '../platform/page.ts';
import { text } from './text.ts';

export const pages: readonly StaffPage[] = [
  {
    path: '/referrals',
    title: wordsOf(text, 'title'),
    permissions: ['referral.answer', 'case.refer'],
    navigation: { group: 'desk', order: 50, icon: SwapOutlined },
    load: () => import('./ReferralListPage.tsx').then((file) => file.ReferralListPage),
  },
];

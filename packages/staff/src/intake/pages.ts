import { FormOutlined } from '@ant-design/icons';
import { wordsOf } from '@yimen/ui';
import type { StaffPage } from '../platform/page.ts';
import { text } from './text.ts';

export const pages: readonly StaffPage[] = [
  {
    path: '/cases/new',
    title: wordsOf(text, 'title'),
    permissions: ['case.create'],
    navigation: { group: 'desk', order: 20, icon: FormOutlined },
    load: () => import('./NewCasePage.tsx').then((file) => file.NewCasePage),
  },
];

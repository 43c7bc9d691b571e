import { SyncOutlined } from '@ant-design/icons';
import { wordsOf } from '@yimen/ui';
import type { StaffPage } from '../platform/page.ts';
import { text } from './text.ts';

export const pages: readonly StaffPage[] = [
  {
    path: '/redeterminations',
    title: wordsOf(text, 'runsTitle'),
    permissions: ['redetermination.read'],
    navigation: { group: 'policy', order: 30, icon: SyncOutlined },
    load: () => import('./RunListPage.tsx').then((file) => file.RunListPage),
  },
  {
    path: '/redeterminations/$runId',
    title: wordsOf(text, 'runTitle'),
    permissions: ['redetermination.read'],
    parent: '/redeterminations',
    load: () => import('./RunPage.tsx').then((file) => file.RunPage),
  },
];

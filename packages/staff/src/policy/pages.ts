import { BookOutlined, FileDoneOutlined } from '@ant-design/icons';
import { wordsOf } from '@yimen/ui';
import type { StaffPage } from '../platform/page.ts';
import { text } from './text.ts';

export const pages: readonly StaffPage[] = [
  {
    path: '/policy',
    title: wordsOf(text, 'policyTitle'),
    permissions: ['policy.read'],
    navigation: { group: 'policy', order: 10, icon: BookOutlined },
    load: () => import('./PolicyPage.tsx').then((file) => file.PolicyPage),
  },
  {
    path: '/policy/$packId/history',
    title: wordsOf(text, 'historyTitle'),
    permissions: ['policy.read'],
    parent: '/policy',
    load: () => import('./HistoryPage.tsx').then((file) => file.HistoryPage),
  },
  {
    path: '/policy-releases',
    title: wordsOf(text, 'releasesTitle'),
    permissions: ['policy.draft', 'policy.publish'],
    navigation: { group: 'policy', order: 20, icon: FileDoneOutlined },
    load: () => import('./ReleaseListPage.tsx').then((file) => file.ReleaseListPage),
  },
  {
    path: '/policy-releases/$releaseId',
    title: wordsOf(text, 'releaseTitle'),
    permissions: ['policy.draft', 'policy.publish'],
    parent: '/policy-releases',
    load: () => import('./ReleasePage.tsx').then((file) => file.ReleasePage),
  },
  {
    path: '/policy-releases/$releaseId/change',
    title: wordsOf(text, 'changeTitle'),
    permissions: ['policy.draft'],
    parent: '/policy-releases/$releaseId',
    load: () => import('./ChangePage.tsx').then((file) => file.ChangePage),
  },
];

import { CarryOutOutlined, FolderOpenOutlined, UnorderedListOutlined } from '@ant-design/icons';
import { wordsOf } from '@yimen/ui';
import type { StaffPage } from '../platform/page.ts';
import { text } from './text.ts';

export const pages: readonly StaffPage[] = [
  {
    path: '/my-work',
    title: wordsOf(text, 'myWorkTitle'),
    navigation: { group: 'work', order: 10, icon: CarryOutOutlined },
    load: () => import('./MyWorkPage.tsx').then((file) => file.MyWorkPage),
  },
  {
    path: '/cases',
    title: wordsOf(text, 'casesTitle'),
    permissions: ['case.read'],
    navigation: { group: 'desk', order: 30, icon: FolderOpenOutlined },
    load: () => import('./CaseListPage.tsx').then((file) => file.CaseListPage),
  },
  {
    path: '/worklist',
    title: wordsOf(text, 'worklistTitle'),
    permissions: ['case.read'],
    navigation: { group: 'desk', order: 40, icon: UnorderedListOutlined },
    load: () => import('./WorklistPage.tsx').then((file) => file.WorklistPage),
  },
  {
    path: '/cases/$caseId',
    title: wordsOf(text, 'caseFile'),
    permissions: ['case.read'],
    parent: '/cases',
    load: () => import('./CasePage.tsx').then((file) => file.CasePage),
  },
  {
    path: '/cases/$caseId/notices/$noticeId',
    title: wordsOf(text, 'noticeTitle'),
    permissions: ['case.read'],
    parent: '/cases/$caseId',
    load: () => import('./NoticePage.tsx').then((file) => file.NoticePage),
  },
];

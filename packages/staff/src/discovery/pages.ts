import { AlertOutlined, EditOutlined } from '@ant-design/icons';
import { wordsOf } from '@yimen/ui';
import type { StaffPage } from '../platform/page.ts';
import { text } from './text.ts';

export const pages: readonly StaffPage[] = [
  {
    path: '/reports',
    title: wordsOf(text, 'listTitle'),
    permissions: ['report.read'],
    navigation: { group: 'desk', order: 10, icon: AlertOutlined },
    load: () => import('./ReportListPage.tsx').then((file) => file.ReportListPage),
  },
  {
    path: '/my-reports',
    title: wordsOf(text, 'mineTitle'),
    permissions: ['report.create'],
    navigation: { group: 'desk', order: 15, icon: EditOutlined },
    load: () => import('./MyReportsPage.tsx').then((file) => file.MyReportsPage),
  },
  {
    path: '/reports/new',
    title: wordsOf(text, 'newTitle'),
    permissions: ['report.create'],
    parent: '/my-reports',
    load: () => import('./NewReportPage.tsx').then((file) => file.NewReportPage),
  },
  {
    path: '/reports/$reportId',
    title: wordsOf(text, 'reportTitle'),
    permissions: ['report.create', 'report.read'],
    parent: '/reports',
    load: () => import('./ReportPage.tsx').then((file) => file.ReportPage),
  },
];

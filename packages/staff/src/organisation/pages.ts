import {
  CalendarOutlined,
  ClusterOutlined,
  FieldTimeOutlined,
  IdcardOutlined,
  SafetyOutlined,
  ScheduleOutlined,
  TeamOutlined,
} from '@ant-design/icons';
import { wordsOf } from '@yimen/ui';
import type { StaffPage } from '../platform/page.ts';
import { text } from './text.ts';

export const pages: readonly StaffPage[] = [
  {
    path: '/offices',
    title: wordsOf(text, 'officesTitle'),
    permissions: ['organisation.read'],
    navigation: { group: 'organisation', order: 10, icon: ClusterOutlined },
    load: () => import('./OfficeListPage.tsx').then((file) => file.OfficeListPage),
  },
  {
    path: '/offices/$officeId',
    title: wordsOf(text, 'officeTitle'),
    permissions: ['organisation.read'],
    parent: '/offices',
    load: () => import('./OfficePage.tsx').then((file) => file.OfficePage),
  },
  {
    path: '/leading-group',
    title: wordsOf(text, 'leadingTitle'),
    permissions: ['organisation.read'],
    navigation: { group: 'organisation', order: 20, icon: TeamOutlined },
    load: () => import('./LeadingGroupPage.tsx').then((file) => file.LeadingGroupPage),
  },
  {
    path: '/duty',
    title: wordsOf(text, 'dutyTitle'),
    permissions: ['organisation.read'],
    navigation: { group: 'organisation', order: 30, icon: ScheduleOutlined },
    load: () => import('./DutyPage.tsx').then((file) => file.DutyPage),
  },
  {
    path: '/absences',
    title: wordsOf(text, 'absencesTitle'),
    permissions: ['organisation.read'],
    navigation: { group: 'organisation', order: 40, icon: FieldTimeOutlined },
    load: () => import('./AbsenceListPage.tsx').then((file) => file.AbsenceListPage),
  },
  {
    path: '/relatives',
    title: wordsOf(text, 'relativesTitle'),
    permissions: ['relative.file'],
    navigation: { group: 'organisation', order: 50, icon: SafetyOutlined },
    load: () => import('./RelativeListPage.tsx').then((file) => file.RelativeListPage),
  },
  {
    path: '/accounts',
    title: wordsOf(text, 'accountsTitle'),
    permissions: ['account.manage', 'permission.grant'],
    navigation: { group: 'system', order: 10, icon: IdcardOutlined },
    load: () => import('./AccountListPage.tsx').then((file) => file.AccountListPage),
  },
  {
    path: '/activate',
    title: wordsOf(text, 'activationTitle'),
    access: 'open',
    load: () => import('./ActivationPage.tsx').then((file) => file.ActivationPage),
  },
  {
    path: '/calendar',
    title: wordsOf(text, 'calendarTitle'),
    permissions: ['organisation.read'],
    navigation: { group: 'system', order: 20, icon: CalendarOutlined },
    load: () => import('./CalendarPage.tsx').then((file) => file.CalendarPage),
  },
];

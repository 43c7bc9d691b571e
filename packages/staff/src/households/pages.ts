import { TeamOutlined } from '@ant-design/icons';
import { wordsOf } from '@yimen/ui';
import type { StaffPage } from '../platform/page.ts';
import { text } from './text.ts';

export const pages: readonly StaffPage[] = [
  {
    path: '/households',
    title: wordsOf(text, 'searchTitle'),
    permissions: ['household.search'],
    navigation: { group: 'desk', order: 60, icon: TeamOutlined },
    load: () => import('./PersonSearchPage.tsx').then((file) => file.PersonSearchPage),
  },
  {
    path: '/households/$householdId',
    title: wordsOf(text, 'householdTitle'),
    permissions: ['household.read'],
    parent: '/households',
    load: () => import('./HouseholdPage.tsx').then((file) => file.HouseholdPage),
  },
];

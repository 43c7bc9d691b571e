import { wordsOf } from '@yimen/ui';
import type { StaffPage } from '../platform/page.ts';
import { text } from './text.ts';

export const pages: readonly StaffPage[] = [
  {
    path: '/sign-in',
    title: wordsOf(text, 'signInTitle'),
    access: 'open',
    load: () => import('./SignInPage.tsx').then((file) => file.SignInPage),
  },
  {
    path: '/account',
    title: wordsOf(text, 'accountTitle'),
    load: () => import('./AccountPage.tsx').then((file) => file.AccountPage),
  },
  {
    path: '/first-administrator',
    title: wordsOf(text, 'firstTitle'),
    access: 'open',
    load: () => import('./FirstAdministratorPage.tsx').then((file) => file.FirstAdministratorPage),
  },
];

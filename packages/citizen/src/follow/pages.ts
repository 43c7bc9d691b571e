import { wordsOf } from '@yimen/ui';
import { FollowIcon } from '../platform/icons.tsx';
import type { CitizenPage } from '../platform/page.ts';
import { text } from './text.ts';

export const pages: readonly CitizenPage[] = [
  {
    path: '/follow',
    title: wordsOf(text, 'title'),
    choice: { order: 2, description: wordsOf(text, 'description'), icon: FollowIcon },
    load: () => import('./FollowPage.tsx').then((file) => file.FollowPage),
  },
];

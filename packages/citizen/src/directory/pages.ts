import { wordsOf } from '@yimen/ui';
import { PhoneIcon } from '../platform/icons.tsx';
import type { CitizenPage } from '../platform/page.ts';
import { text } from './text.ts';

export const pages: readonly CitizenPage[] = [
  {
    path: '/windows',
    title: wordsOf(text, 'title'),
    choice: { order: 3, description: wordsOf(text, 'description'), icon: PhoneIcon },
    load: () => import('./DirectoryPage.tsx').then((file) => file.DirectoryPage),
  },
];

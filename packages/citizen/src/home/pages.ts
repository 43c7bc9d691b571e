import { wordsOf } from '@yimen/ui';
import type { CitizenPage } from '../platform/page.ts';
import { text } from './text.ts';

export const pages: readonly CitizenPage[] = [
  { path: '/', title: wordsOf(text, 'title'), load: () => import('./HomePage.tsx').then((file) => file.HomePage) },
];

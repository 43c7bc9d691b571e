import { wordsOf } from '@yimen/ui';
import { HelpIcon } from '../platform/icons.tsx';
import type { CitizenPage } from '../platform/page.ts';
import { text } from './text.ts';

export const pages: readonly CitizenPage[] = [
  {
    path: '/report',
    title: wordsOf(text, 'title'),
    choice: { order: 1, main: true, description: wordsOf(text, 'description'), icon: HelpIcon },
    load: () => import('./ReportPage.tsx').then((file) => file.ReportPage),
  },
  {
    path: '/report/receipt',
    title: wordsOf(text, 'receiptPrinted'),
    load: () => import('./ReceiptPage.tsx').then((file) => file.ReceiptPage),
  },
];

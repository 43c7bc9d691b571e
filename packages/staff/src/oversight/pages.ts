import { AuditOutlined, MessageOutlined } from '@ant-design/icons';
import { wordsOf } from '@yimen/ui';
import type { StaffPage } from '../platform/page.ts';
import { text } from './text.ts';

export const pages: readonly StaffPage[] = [
  {
    path: '/audit',
    title: wordsOf(text, 'auditTitle'),
    permissions: ['audit.read'],
    navigation: { group: 'oversight', order: 10, icon: AuditOutlined },
    load: () => import('./AuditPage.tsx').then((file) => file.AuditPage),
  },
  {
    path: '/messages',
    title: wordsOf(text, 'messagesTitle'),
    permissions: ['message.read'],
    navigation: { group: 'desk', order: 60, icon: MessageOutlined },
    load: () => import('./MessageListPage.tsx').then((file) => file.MessageListPage),
  },
];

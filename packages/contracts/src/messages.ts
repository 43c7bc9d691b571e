import { z } from 'zod';
import { Id, Instant, PageQuery, pageOf, Words } from './primitives.ts';
import { defineRoute } from './route.ts';

/** in-person: nobody in the household has a phone, the window tells them (当面告知). */
export const MESSAGE_CHANNELS = ['outbox', 'sms', 'in-person'] as const;
export type MessageChannel = (typeof MESSAGE_CHANNELS)[number];
/** failed: will be tried again; given-up: somebody must call. */
export const MESSAGE_STATES = ['queued', 'sent', 'failed', 'given-up'] as const;
export type MessageState = (typeof MESSAGE_STATES)[number];

export const MessageView = z.object({
  id: Id,
  channel: z.enum(MESSAGE_CHANNELS),
  template: z.string(),
  words: Words,
  /** Empty where the person is told in person. */
  recipientMasked: z.string(),
  status: z.enum(MESSAGE_STATES),
  attempts: z.int(),
  queuedAt: Instant,
  sentAt: Instant.nullable(),
  nextAttemptAt: Instant.nullable(),
  caseId: Id.nullable(),
  reportId: Id.nullable(),
});
export type MessageView = z.infer<typeof MessageView>;

export const listMessages = defineRoute({
  id: 'list-messages',
  method: 'GET',
  path: '/messages',
  access: 'message.read',
  audited: true,
  summary: { zh: '告知消息', en: 'Messages to people' },
  query: PageQuery.extend({
    status: z.enum(MESSAGE_STATES).optional(),
    caseId: Id.optional(),
    reportId: Id.optional(),
  }),
  response: pageOf(MessageView),
});

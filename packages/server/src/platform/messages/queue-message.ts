import { randomUUID } from 'node:crypto';
import type { Words } from '@yimen/contracts';
import type { Tx } from '../db/database.ts';
import { insertTogether, rowsOf } from '../db/insert-together.ts';
import type { PlatformServices } from '../platform-services.ts';

export type NewMessage = {
  readonly regionCode: string;
  /** Phone number in clear; stored sealed. Null: nobody has one, so somebody goes and tells them. */
  readonly recipient: string | null;
  /** kebab-case name of what is told, for statistics. */
  readonly template: string;
  /** Ready to send; names nobody. */
  readonly words: Words;
  readonly caseId?: string | null;
  readonly reportId?: string | null;
};

type Needs = Pick<PlatformServices, 'vault' | 'settings'>;

/** A message to be queued, for acts that write it together with what it tells of. */
export function messageRow({ vault, settings }: Needs, message: NewMessage, now: Date) {
  const id: string = randomUUID();
  const { recipient } = message;
  const electronic = settings.sms === null ? 'outbox' : 'sms';
  return {
    id,
    region_code: message.regionCode,
    channel: recipient === null ? 'in-person' : electronic,
    template: message.template,
    words_zh: message.words.zh,
    words_en: message.words.en,
    recipient_encrypted: recipient === null ? null : vault.seal('message', 'recipient', id, recipient),
    recipient_masked: recipient === null ? '' : maskPhone(recipient),
    next_attempt_at: now,
    queued_at: now,
    case_id: message.caseId ?? null,
    report_id: message.reportId ?? null,
  };
}

/** Queues a message in the transaction of the act it tells of; the worker delivers it, unless it is to be said in person. */
export async function queueMessage(services: Needs, tx: Tx, message: NewMessage, now: Date): Promise<string> {
  const row = messageRow(services, message, now);
  await insertTogether(tx, rowsOf('message', [row]));
  return row.id;
}

/** First three and last four, as on every list. */
function maskPhone(phone: string): string {
  return phone.length < 8
    ? '*'.repeat(phone.length)
    : `${phone.slice(0, 3)}${'*'.repeat(phone.length - 7)}${phone.slice(-4)}`;
}

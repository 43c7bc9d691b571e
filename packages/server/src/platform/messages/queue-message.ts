import { randomUUID } from 'node:crypto';
import type { Words } from '@yimen/contracts';
import type { Tx } from '../db/database.ts';
import { insertTogether, rowsOf } from '../db/insert-together.ts';
import type { PlatformServices } from '../platform-services.ts';

export type NewMessage = {
  readonly regionCode: string;
  /** Phone number in clear; stored sealed. */
  readonly recipient: string;
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
  return {
    id,
    region_code: message.regionCode,
    channel: settings.sms === null ? 'outbox' : 'sms',
    template: message.template,
    words_zh: message.words.zh,
    words_en: message.words.en,
    recipient_encrypted: vault.seal('message', 'recipient', id, message.recipient),
    recipient_masked: maskPhone(message.recipient),
    next_attempt_at: now,
    queued_at: now,
    case_id: message.caseId ?? null,
    report_id: message.reportId ?? null,
  };
}

/** Queues a message in the transaction of the act it tells of; the worker delivers it. */
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

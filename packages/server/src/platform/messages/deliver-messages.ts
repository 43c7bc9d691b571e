import { SYSTEM_CONTEXT } from '../db/access-context.ts';
import type { Job } from '../jobs/job.ts';
import type { PlatformServices } from '../platform-services.ts';
import { type Sent, sendSms } from './send-sms.ts';

const BATCH = 20;
const MAX_ATTEMPTS = 8;
const LEASE_MS = 60_000;
const FIRST_PAUSE_MS = 30_000;
const LONGEST_PAUSE_MS = 60 * 60_000;

/** Sends what is due. No transaction is open while the gateway is asked. */
export const deliverMessagesJob: Job = { name: 'deliver-messages', everySeconds: 2, run: deliverMessages };

export async function deliverMessages(services: PlatformServices, now: Date): Promise<number> {
  let sent = 0;
  for (;;) {
    const messages = await claimMessages(services, now);
    for (const message of messages) {
      const outcome = await send(services, message, now);
      await record(services, message, outcome, now);
      if (outcome.ok) sent += 1;
    }
    if (messages.length < BATCH) return sent;
  }
}

type Claimed = {
  readonly id: string;
  readonly channel: string;
  readonly template: string;
  readonly words_zh: string;
  readonly recipient_encrypted: Buffer;
  readonly attempts: number;
};

/** The lease is the next attempt: if this worker dies while sending, another sends again under the same key. */
function claimMessages({ database }: PlatformServices, now: Date): Promise<Claimed[]> {
  return database.transact(SYSTEM_CONTEXT, async (_tx, client) => {
    const { rows } = await client.query<Claimed>(
      `UPDATE yimen.message m SET attempts = attempts + 1, next_attempt_at = $2
       WHERE id IN (SELECT id FROM yimen.message WHERE status IN ('queued', 'failed') AND channel <> 'in-person' AND next_attempt_at <= $1
                    ORDER BY next_attempt_at LIMIT ${BATCH} FOR UPDATE SKIP LOCKED)
       RETURNING id, channel, template, words_zh, recipient_encrypted, attempts`,
      [now, new Date(now.getTime() + LEASE_MS)],
    );
    return rows;
  });
}

async function send({ vault, settings, clock }: PlatformServices, message: Claimed, now: Date): Promise<Sent> {
  // The outbox channel is read in the staff portal: being there is being delivered.
  if (message.channel === 'outbox') return { ok: true };
  if (settings.sms === null) return { ok: false, isFinal: false, reason: 'no gateway configured' };
  const to = vault.open('message', 'recipient', message.id, message.recipient_encrypted);
  return sendSms(
    settings.sms,
    { id: message.id, to, template: message.template, text: message.words_zh },
    clock.now() ?? now,
  );
}

function record({ database, log }: PlatformServices, message: Claimed, outcome: Sent, now: Date): Promise<void> {
  return database.transact(SYSTEM_CONTEXT, async (tx) => {
    const row = tx.updateTable('message').where('id', '=', message.id).where('status', 'in', ['queued', 'failed']);
    if (outcome.ok) {
      await row.set({ status: 'sent', sent_at: now, last_error: null }).execute();
      return;
    }
    const isOver = outcome.isFinal || message.attempts >= MAX_ATTEMPTS;
    const pause = Math.min(FIRST_PAUSE_MS * 2 ** (message.attempts - 1), LONGEST_PAUSE_MS);
    log.warn(
      { message: message.id, attempts: message.attempts, reason: outcome.reason, isOver },
      'message not delivered',
    );
    await row
      .set({
        status: isOver ? 'given-up' : 'failed',
        last_error: outcome.reason,
        next_attempt_at: new Date(now.getTime() + pause),
      })
      .execute();
  });
}

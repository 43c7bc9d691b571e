import { createHmac } from 'node:crypto';
import type { Settings } from '../settings.ts';

export type Sms = { readonly id: string; readonly to: string; readonly template: string; readonly text: string };
export type Sent = { readonly ok: true } | { readonly ok: false; readonly isFinal: boolean; readonly reason: string };

/**
 * Hands one message to the gateway. Signed as in Standard Webhooks (id, timestamp and body under HMAC-SHA256), with the
 * message id as idempotency key: the gateway drops a copy that a retry brings.
 */
export async function sendSms(gateway: NonNullable<Settings['sms']>, sms: Sms, now: Date): Promise<Sent> {
  const body = JSON.stringify(sms);
  const timestamp = String(Math.floor(now.getTime() / 1000));
  const signature = createHmac('sha256', gateway.secret).update(`${sms.id}.${timestamp}.${body}`).digest('base64');
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'idempotency-key': sms.id,
    'webhook-id': sms.id,
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1,${signature}`,
  };
  try {
    const response = await fetch(gateway.url, {
      method: 'POST',
      headers,
      body,
      redirect: 'error',
      signal: AbortSignal.timeout(gateway.timeoutMs),
    });
    // The answer may be anything of any size; its status is all we take.
    await response.body?.cancel();
    if (response.ok) return { ok: true };
    return { ok: false, isFinal: isRefusal(response.status), reason: `status ${response.status}` };
  } catch (error) {
    return { ok: false, isFinal: false, reason: error instanceof Error ? error.name : 'unknown failure' };
  }
}

/** The gateway will never take this message; asking later, or more slowly, does not help. */
function isRefusal(status: number): boolean {
  return status >= 400 && status < 500 && status !== 408 && status !== 409 && status !== 425 && status !== 429;
}

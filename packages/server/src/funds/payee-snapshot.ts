import { z } from 'zod';
import type { Vault } from '../platform/vault/vault.ts';

/** Who is paid into which account, frozen at approval: a later change of the account does not change this payment. */
export const PayeeSnapshot = z.object({ name: z.string(), bankName: z.string(), account: z.string() });
export type PayeeSnapshot = z.infer<typeof PayeeSnapshot>;

type Holder = 'relief_grant' | 'payment';

export function sealPayee(vault: Vault, holder: Holder, rowId: string, payee: PayeeSnapshot): Buffer {
  return vault.seal(holder, 'payee_snapshot', rowId, JSON.stringify(payee));
}

export function openPayee(vault: Vault, holder: Holder, rowId: string, sealed: Uint8Array): PayeeSnapshot {
  return PayeeSnapshot.parse(JSON.parse(vault.open(holder, 'payee_snapshot', rowId, sealed)));
}

import { createHash, randomBytes } from 'node:crypto';
import { generateSecret, generateURI, verifySync } from 'otplib';

// One step back and forth: a phone's clock may be off by half a minute.
const TOLERANCE_SECONDS = 30;

export function newTotpSecret(): string {
  return generateSecret({ length: 20 });
}

export function totpUri(secret: string, login: string, locality: string): string {
  return generateURI({ issuer: `一门 ${locality}`.trim(), label: login, secret });
}

/** The 30-second step a code belongs to, when it is right and later than the last one used. */
export function findTotpStep(secret: string, code: string, now: Date, lastStep: number | null): number | undefined {
  if (!/^\d{6}$/.test(code)) return undefined;
  const epoch = Math.floor(now.getTime() / 1000);
  const result = verifySync({ secret, token: code, epoch, epochTolerance: TOLERANCE_SECONDS });
  if (!result.valid || !('timeStep' in result)) return undefined;
  return lastStep === null || result.timeStep > lastStep ? result.timeStep : undefined;
}

export const RECOVERY_CODES = 10;

/** 80 random bits, written in groups for paper. */
export function newRecoveryCode(): string {
  const text = base32(randomBytes(10));
  return `${text.slice(0, 4)}-${text.slice(4, 8)}-${text.slice(8, 12)}-${text.slice(12)}`;
}

/** A plain digest is enough: 80 random bits cannot be searched. */
export function recoveryDigest(accountId: string, code: string): Buffer {
  return createHash('sha256')
    .update(`${accountId}:${code.toLowerCase().replace(/[^a-z0-9]/g, '')}`)
    .digest();
}

// Without 0, 1, l and o, which people misread.
const LETTERS = 'abcdefghijkmnpqrstuvwxyz23456789';

function base32(bytes: Uint8Array): string {
  let bits = 0n;
  for (const byte of bytes) bits = (bits << 8n) | BigInt(byte);
  let text = '';
  for (let at = 0; at < (bytes.length * 8) / 5; at++) {
    text += LETTERS.charAt(Number(bits & 31n));
    bits >>= 5n;
  }
  return text;
}

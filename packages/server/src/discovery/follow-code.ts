import { randomInt } from 'node:crypto';
import type { Vault } from '../platform/vault/vault.ts';

/** Base32 after Crockford: no I, L, O, U. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const GROUPS = 5;
const GROUP_LENGTH = 5;

/** 25 characters of 5 bits each = 125 bits: nobody guesses it (PR11, CR7). */
export function newFollowCode(): string {
  const group = () => Array.from({ length: GROUP_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  return Array.from({ length: GROUPS }, group).join('-');
}

/** What is kept of the code. Keyed, so that a copy of the database alone cannot test guesses. */
export function followCodeHash(vault: Pick<Vault, 'index'>, code: string): Buffer {
  return vault.index('follow-code', readAloud(code));
}

/** O and 0, I, L and 1 are taken for each other when a code is read out or copied by hand. */
function readAloud(code: string): string {
  return code
    .toUpperCase()
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
    .replaceAll(/[^0-9A-Z]/g, '');
}

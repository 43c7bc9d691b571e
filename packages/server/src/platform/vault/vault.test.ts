import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fakeResidentId } from '@yimen/rules';
import { describe, expect, test } from 'vitest';
import { masterKeyFile, openFileKeyProvider } from './key-provider.ts';
import { ALGORITHMS, addDataKey, destroyOldKeys, keyRingFile, makeCurrent } from './key-ring.ts';
import { openVault } from './vault.ts';

function newDirectory(): string {
  return mkdtempSync(join(tmpdir(), 'yimen-vault-'));
}

describe.each(ALGORITHMS)('a field sealed with %s', async (algorithm) => {
  const dataDir = newDirectory();
  const vault = await openVault({ dataDir, algorithm });

  test('opens again for its own place, with or without the ending of the column', () => {
    const sealed = vault.seal('person', 'phone', 'r1', '13800000000 䶮');
    expect(vault.open('person', 'phone_encrypted', 'r1', sealed)).toBe('13800000000 䶮');
    expect(sealed.includes(Buffer.from('13800000000'))).toBe(false);
  });

  test('is different every time', () => {
    const all = new Set(Array.from({ length: 200 }, () => vault.seal('t', 'c', 'r', 'same').toString('hex')));
    expect(all.size).toBe(200);
  });

  test('is refused in another row, column or table: 1,000 of 1,000', () => {
    let refusals = 0;
    for (let n = 0; n < 1000; n++) {
      const [own, other] = [randomUUID(), randomUUID()];
      const sealed = vault.seal('person', 'phone', own, `secret ${n}`);
      const place = [
        ['person', 'phone', other],
        ['person', 'address', own],
        ['report', 'phone', own],
        // Length prefixes: pieces moved across the border are another place.
        ['perso', 'nphone', own],
      ][n % 4] as [string, string, string];
      refusals += isRefused(() => vault.open(...place, sealed));
    }
    expect(refusals).toBe(1000);
  });

  test('is refused after any flipped bit: 1,000 of 1,000', () => {
    let refusals = 0;
    for (let n = 0; n < 1000; n++) {
      const sealed = vault.seal('person', 'phone', 'r', `13900000${n}`);
      const bit = (n * 7919) % (sealed.length * 8);
      const at = bit >> 3;
      sealed[at] = (sealed[at] ?? 0) ^ (1 << (bit & 7));
      refusals += isRefused(() => vault.open('person', 'phone', 'r', sealed));
    }
    expect(refusals).toBe(1000);
  });

  test('is refused when cut short', () => {
    const sealed = vault.seal('t', 'c', 'r', 'text');
    for (let length = 0; length < sealed.length; length++)
      expect(isRefused(() => vault.open('t', 'c', 'r', sealed.subarray(0, length)))).toBe(1);
  });

  test('is read by another process with the same keys, and by nobody with others', async () => {
    const sealed = vault.seal('t', 'c', 'r', 'text');
    expect((await openVault({ dataDir, algorithm })).open('t', 'c', 'r', sealed)).toBe('text');
    const stranger = await openVault({ dataDir: newDirectory(), algorithm });
    expect(isRefused(() => stranger.open('t', 'c', 'r', sealed))).toBe(1);
  });
});

describe('the blind index', async () => {
  const vault = await openVault({ dataDir: newDirectory() });

  test('six spellings of one ID number give one index', () => {
    const number = fakeResidentId({ birthDate: '1961-03-05', sex: 'female', serial: 60 });
    const old = `${number.slice(0, 6)}${number.slice(8, 17)}`;
    const wide = [...number].map((character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0)).join('');
    const spellings = [
      number,
      number.toLowerCase(),
      ` ${number.slice(0, 6)} ${number.slice(6, 14)} ${number.slice(14)} `,
      wide,
      `${number.slice(0, 9)}\u200b${number.slice(9)}`,
      old,
    ];
    expect(new Set(spellings.map((text) => vault.index('id-number', text).toString('hex'))).size).toBe(1);
  });

  test('a phone with and without the country, with and without strokes, is one phone', () => {
    const spellings = ['13800138000', '+86 138 0013 8000', '0086-138-0013-8000', '１３８００１３８０００'];
    expect(new Set(spellings.map((text) => vault.index('phone', text).toString('hex'))).size).toBe(1);
  });

  test('equal values in two columns do not look equal', () => {
    expect(vault.index('phone', '13800138000').equals(vault.index('account', '13800138000'))).toBe(false);
  });
});

describe('the keys', () => {
  test('lie in files only the owner can read, the data keys wrapped', async () => {
    const dataDir = newDirectory();
    await openVault({ dataDir });
    for (const name of readdirSync(join(dataDir, 'keys')))
      expect(statSync(join(dataDir, 'keys', name)).mode & 0o077).toBe(0);
    const { key } = JSON.parse(readFileSync(masterKeyFile(dataDir, {}), 'utf8')) as { key: string };
    expect(readFileSync(keyRingFile(dataDir), 'utf8')).not.toContain(key);
  });

  test('change while old fields stay readable, until the old key is destroyed', async () => {
    const dataDir = newDirectory();
    const before = await openVault({ dataDir });
    const sealed = before.seal('t', 'c', 'r', 'text');
    const index = before.index('phone', '1');
    makeCurrent(
      keyRingFile(dataDir),
      await addDataKey(keyRingFile(dataDir), openFileKeyProvider(masterKeyFile(dataDir, {}))),
      'sm4-ctr-hmac-sm3',
    );
    const after = await openVault({ dataDir });
    expect(after.open('t', 'c', 'r', sealed)).toBe('text');
    expect(after.keyIdOf(after.seal('t', 'c', 'r', 'text'))).not.toBe(before.keyIdOf(sealed));
    expect(after.index('phone', '1').equals(index)).toBe(true);
    destroyOldKeys(keyRingFile(dataDir));
    const last = await openVault({ dataDir });
    expect(isRefused(() => last.open('t', 'c', 'r', sealed))).toBe(1);
  });

  test('made by two processes at the same moment are the same keys', async () => {
    const dataDir = newDirectory();
    const [one, two] = await Promise.all([openVault({ dataDir }), openVault({ dataDir })]);
    expect(two.open('t', 'c', 'r', one.seal('t', 'c', 'r', 'text'))).toBe('text');
  });
});

function isRefused(work: () => unknown): number {
  try {
    work();
    return 0;
  } catch {
    return 1;
  }
}

import { createReadStream } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createBrotliDecompress } from 'node:zlib';
import { expect, test } from 'vitest';
import { isBrowserPackagedFor, noBrowser } from './chromium.ts';

// e_machine of an ELF file: x86-64; arm64 would be 183.
const X64 = 62;

test('the packaged browser is used on Linux x64 alone; elsewhere one is looked for', () => {
  expect(isBrowserPackagedFor('linux', 'x64')).toBe(true);
  expect(isBrowserPackagedFor('linux', 'arm64')).toBe(false);
  expect(isBrowserPackagedFor('darwin', 'x64')).toBe(false);
});

test('the npm package does hold a browser for x64 and no other', async () => {
  const packageDir = dirname(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')));
  const packed = createReadStream(join(packageDir, 'bin', 'chromium.br'));
  const [start] = await packed.pipe(createBrotliDecompress()).take(1).toArray();
  packed.destroy();
  expect(Buffer.from(start).subarray(1, 4).toString()).toBe('ELF');
  expect(Buffer.from(start).readUInt16LE(18)).toBe(X64);
});

test('without a browser an arm64 machine is told how to get one', () => {
  const [zh, en] = noBrowser('arm64').split('\n');
  expect(zh).toMatch(/^没有可用的浏览器（arm64），请/);
  expect(en).toContain('npx playwright-core install --with-deps chromium');
});

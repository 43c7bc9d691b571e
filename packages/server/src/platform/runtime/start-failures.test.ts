import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, expect, test, vi } from 'vitest';
import { startDatabase } from './index.ts';

const dir = mkdtempSync(join(tmpdir(), 'yimen-failures-'));
const start = (databaseUrl: string, dataDir = dir) => startDatabase({ dataDir, databaseUrl, log: () => undefined });

afterAll(() => rmSync(dir, { recursive: true, force: true }));
afterEach(() => vi.unstubAllEnvs());

test('a data directory that cannot be written ends in one sentence', async () => {
  writeFileSync(join(dir, 'file'), '');
  await expect(start('', join(dir, 'file', 'data'))).rejects.toMatchObject({
    zh: expect.stringContaining('无法写入数据目录'),
  });
});

test('too little room on the disk ends in one sentence', async () => {
  vi.stubEnv('YIMEN_MIN_FREE_MB', '999999999');
  await expect(start('')).rejects.toMatchObject({ zh: expect.stringMatching(/只剩 \d+ MB/) });
});

test('an address that is none of PostgreSQL ends in one sentence', async () => {
  await expect(start('mysql://localhost/x')).rejects.toMatchObject({
    en: expect.stringContaining('not a PostgreSQL address'),
  });
});

test('a database that nobody answers for ends in one sentence without its password', async () => {
  const failure = start('postgresql://boss:secret-word@127.0.0.1:1/x');
  await expect(failure).rejects.toMatchObject({ zh: expect.stringContaining('无法连接数据库 boss@127.0.0.1:1/x') });
  await expect(failure).rejects.not.toMatchObject({ message: expect.stringContaining('secret-word') });
});

test('PostgreSQL 14 is too old', async () => {
  const server = createServer(answerAsVersion14).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const failure = start(`postgresql://boss@127.0.0.1:${port}/x`);
  await expect(failure).rejects.toMatchObject({ zh: '数据库版本是 PostgreSQL 14.11，需要 15 或更高版本。' });
  server.close();
});

/** Just enough of the wire protocol to be asked for a version. */
function answerAsVersion14(socket: Socket): void {
  socket.once('data', () => {
    socket.write(Buffer.concat([message('R', int32(0)), message('Z', Buffer.from('I'))]));
    socket.on('data', (data) => (data[0] === 0x51 ? socket.write(versionRow()) : socket.end()));
  });
}

function versionRow(): Buffer {
  const columns = [
    ['version', '14.11'],
    ['number', '140011'],
    ['encoding', 'UTF8'],
  ] as const;
  const names = columns.map(([name]) => Buffer.concat([Buffer.from(`${name}\0`), Buffer.alloc(18)]));
  const values = columns.map(([, value]) => Buffer.concat([int32(value.length), Buffer.from(value)]));
  return Buffer.concat([
    message('T', Buffer.concat([int16(columns.length), ...names])),
    message('D', Buffer.concat([int16(columns.length), ...values])),
    message('C', Buffer.from('SELECT 1\0')),
    message('Z', Buffer.from('I')),
  ]);
}

function message(type: string, body: Buffer): Buffer {
  return Buffer.concat([Buffer.from(type), int32(body.length + 4), body]);
}

function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
}

function int16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeInt16BE(value);
  return bytes;
}

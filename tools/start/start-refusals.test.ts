import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { freePort, launch, listProcessesOf, occupyPort } from './testing/launcher.ts';

let dataDir = '';

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'yimen-refused-'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

test('an occupied port ends the start in one sentence', async () => {
  const { port, server } = await occupyPort();
  await refuses({ YIMEN_PORT: String(port), YIMEN_METRICS_PORT: String(await freePort()) }, [
    `端口 ${port} 已被占用，请用 YIMEN_PORT 指定其他端口。`,
    `Port ${port} is in use: set YIMEN_PORT to another one.`,
  ]);
  server.close();
});

test('an occupied port of the figures names the setting that moves it', async () => {
  const { port, server } = await occupyPort();
  await refuses({ YIMEN_PORT: String(await freePort()), YIMEN_METRICS_PORT: String(port) }, [
    `端口 ${port} 已被占用，请用 YIMEN_METRICS_PORT 指定其他端口。`,
    `Port ${port} is in use: set YIMEN_METRICS_PORT to another one.`,
  ]);
  server.close();
});

test('a disk with too little room ends the start in one sentence', async () => {
  await refuses({ YIMEN_MIN_FREE_MB: '999999999' }, [
    expect.stringMatching(/^.+ 所在磁盘只剩 \d+ MB，低于下限 999999999 MB，请清理磁盘后再启动。$/),
    expect.stringMatching(/^Only \d+ MB free on the disk of .+: free some space, then start again\.$/),
  ]);
});

test('an option is refused, because there are settings instead', async () => {
  await refuses(
    {},
    [
      'npm start 没有选项 --port，用环境变量设定；npm start -- --help 可查看。',
      'npm start has no option --port; it is set by environment variables: npm start -- --help.',
    ],
    ['--port', '80'],
  );
});

test('whoever asks for help gets the settings, and nothing is started', async () => {
  const launcher = launch(dataDir, {}, ['--help']);
  expect(await launcher.ended).toBe(0);
  expect(launcher.stdout()).toContain('YIMEN_PORT');
  startedNothing();
});

async function refuses(settings: Record<string, string>, sentence: unknown[], args: readonly string[] = []) {
  const launcher = launch(dataDir, settings, args);
  expect(await launcher.ended).toBe(1);
  expect(launcher.stderr().trimEnd().split('\n')).toEqual(sentence);
  expect(launcher.stdout()).toBe('');
  startedNothing();
}

function startedNothing(): void {
  expect(listProcessesOf(dataDir)).toEqual([]);
  expect(existsSync(join(dataDir, 'postgres'))).toBe(false);
  expect(existsSync(join(dataDir, 'run', 'start.lock'))).toBe(false);
}

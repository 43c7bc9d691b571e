import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { atDatabase, withSession } from '../platform/runtime/index.ts';
import { testDatabase } from '../platform/testing/index.ts';

const RUN = fileURLToPath(new URL('../../../../tools/run.mjs', import.meta.url));
const database = await testDatabase();
const dir = mkdtempSync(join(tmpdir(), 'yimen-cli-'));

afterAll(() => rmSync(dir, { recursive: true, force: true }));

describe('npm run cli', () => {
  test('--help lists every operation of an administrator, in both languages', async () => {
    const { code, stdout, stderr } = await cli(['--help']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const names = [...stdout.matchAll(/^ {2}([a-z-]+) .*\n {6}\p{Script=Han}.+ · [a-z].+$/gmu)].map(([, name]) => name);
    expect(names).toEqual([
      'migrate',
      'seed',
      'create-first-administrator-token',
      'create-administrator',
      'backup',
      'restore',
      'verify-audit',
      'rotate-keys',
      'import-calendar',
      'feel',
      'screen',
      'explain',
      'replay',
      'register',
      'validate-packs',
      'diff-packs',
      'dmn-export',
      'dmn-import',
      'health',
    ]);
    expect((await cli([])).stdout).toBe(stdout);
  });

  test.each(['undo', 'toString'])('an unknown command (%s) ends in one sentence', async (name) => {
    await fails([name], `没有命令 ${name}，全部命令见 npm run cli -- --help。`);
  });

  test('--help behind a command says how it is written', async () => {
    expect(await cli(['backup', '--help'])).toMatchObject({
      code: 0,
      stderr: '',
      stdout: '  backup FOLDER [--without-master-key]\n      在线备份 · back up while the office works on\n',
    });
  });

  test('a misspelt option is refused, and nothing is done', async () => {
    const folder = join(dir, 'misspelt');
    await fails(['backup', folder, '--without-masterkey'], '没有选项 --without-masterkey。');
    expect(existsSync(folder)).toBe(false);
  });

  test('a command that works says what it did; what needs an empty installation is refused from then on', async () => {
    expect(await cli(['migrate'])).toMatchObject({
      code: 0,
      stderr: '',
      stdout: expect.stringContaining('已执行 0 项'),
    });
    const made = await cli(['create-administrator', 'cli.boss', '管理员']);
    expect(made).toMatchObject({ code: 0, stderr: '', stdout: expect.stringContaining('cli.boss（system-admin）') });
    expect(await cli(['verify-audit'])).toMatchObject({ code: 0, stdout: expect.stringContaining('审计日志完整') });
    await fails(['seed'], '系统已有账号，演示县只能建立在空库中。');
    await fails(['create-first-administrator-token'], '系统已有账号，请用 create-administrator。');
  });

  test('a command that cannot be done ends in one sentence', async () => {
    await fails(['backup'], '缺少参数：备份目录。');
    await fails(['create-administrator', 'x.y', '姓名', 'king'], expect.stringContaining('角色应为 system-admin'));
    const file = join(dir, 'calendar.json');
    writeFileSync(file, '{"2027": {"off": "never"}}');
    await fails(['import-calendar', file], expect.stringContaining('不是节假日安排'));
  });

  test('a database nobody answers for, and one that is empty, end in one sentence', async () => {
    const nowhere = { DATABASE_URL: 'postgresql://boss:word@127.0.0.1:1/x', YIMEN_MIGRATOR_URL: '', YIMEN_APP_URL: '' };
    await fails(['migrate'], expect.stringContaining('无法连接数据库 boss@127.0.0.1:1/x'), nowhere);
    await withSession(database.adminUrl, (client) => client.query(`CREATE DATABASE ${database.name}_empty`));
    const empty = addresses(`${database.name}_empty`);
    await fails(['create-first-administrator-token'], '数据库尚未建立，请先运行 migrate。', empty);
    await withSession(database.adminUrl, (client) => client.query(`DROP DATABASE ${database.name}_empty WITH (FORCE)`));
  });
});

async function fails(args: string[], zh: unknown, env: Record<string, string> = {}): Promise<void> {
  const { code, stdout, stderr } = await cli(args, env);
  expect(stderr.trimEnd().split('\n')).toEqual([zh, expect.stringMatching(/^[\x20-\x7e]*[a-z][\x20-\x7e]*$/i)]);
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
}

async function cli(args: string[], env: Record<string, string> = {}) {
  const given = { ...process.env, ...addresses(database.name), YIMEN_DATA_DIR: join(dir, 'data'), ...env };
  const child = spawn(process.execPath, [RUN, 'cli', ...args], { env: given, stdio: ['ignore', 'pipe', 'pipe'] });
  const output = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk) => (output.stdout += String(chunk)));
  child.stderr.on('data', (chunk) => (output.stderr += String(chunk)));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, ...output };
}

function addresses(name: string) {
  const { adminUrl, migratorUrl, appUrl } = inject('testServer');
  return {
    DATABASE_URL: atDatabase(adminUrl, name),
    YIMEN_MIGRATOR_URL: atDatabase(migratorUrl, name),
    YIMEN_APP_URL: atDatabase(appUrl, name),
  };
}

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { DemoLogin } from './seed-once.ts';

type Announcement = {
  address: string;
  dataDir: string;
  logins: DemoLogin[];
  profile: string;
  database: string;
  startedAt: number;
};

export function say(line: string): void {
  console.log(line);
}

/** What a person needs to know once everything runs. */
export function announce({ address, dataDir, logins, profile, database, startedAt }: Announcement): void {
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  const lines = [
    '',
    `一门已启动，用时 ${seconds} 秒 / Yimen is ready`,
    '',
    `  工作人员 Staff   ${address}/staff/`,
    `  群众 Public      ${address}/`,
    `  接口文档 API     ${address}/api/docs`,
    '',
    ...describeLogins(logins),
    ...describeFirstAdministrator(dataDir),
    `  运行方式 Profile ${profile} · 数据库 Database ${database}`,
    `  数据目录 Data    ${dataDir}`,
    `  日志 Logs        ${dataDir}/log/`,
    '',
    '按 Ctrl-C 停止 / Press Ctrl-C to stop',
    '',
  ];
  for (const line of lines) say(line);
}

function describeLogins(logins: DemoLogin[]): string[] {
  if (logins.length === 0) return [];
  const width = Math.max(...logins.map(({ username }) => username.length));
  const rows = logins.map(({ title, username, password }) => `    ${username.padEnd(width)}  ${password}  ${title}`);
  return ['  演示账号 Demonstration logins', ...rows, ''];
}

/** A production start has no account: whoever may read the data directory creates the first one. */
function describeFirstAdministrator(dataDir: string): string[] {
  // Written by the api while nobody has an account.
  const file = join(dataDir, 'first-administrator-token.txt');
  if (!existsSync(file)) return [];
  return [
    '  还没有账号，请用以下文件中的一次性口令创建首位管理员',
    `  No account yet: create the first administrator with the token in`,
    `    ${file}`,
    '',
  ];
}

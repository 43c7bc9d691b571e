import { StartFailure } from '../../packages/server/src/platform/runtime/index.ts';

/** What `npm start -- --help` says; undefined when nothing was asked and the start goes on. */
export function findHelp(args: readonly string[]): string | undefined {
  const [first] = args;
  if (first === undefined) return undefined;
  if (first === '--help' || first === '-h') return HELP;
  throw new StartFailure({
    zh: `npm start 没有选项 ${first}，用环境变量设定；npm start -- --help 可查看。`,
    en: `npm start has no option ${first}; it is set by environment variables: npm start -- --help.`,
  });
}

const HELP = [
  '启动一门：数据库、接口、后台任务和网页，一条命令 / Starts Yimen: database, api, worker and pages.',
  '',
  '用环境变量设定 / Set by environment variables:',
  '  YIMEN_PORT          8080    端口 port',
  '  YIMEN_HOST          127.0.0.1',
  '  YIMEN_DATA_DIR      ./data  数据目录 database files, keys, logs',
  '  YIMEN_PROFILE       demo    demo · standard · dengbao3',
  '  DATABASE_URL        –       使用自备的 PostgreSQL / a database of your own',
  '',
  '全部设定见 docs/operations.md / all settings: docs/operations.md',
].join('\n');

import { ERRORS } from '@yimen/contracts';
import { Refused } from '../platform/refused.ts';
import { errorCode, StartFailure } from '../platform/runtime/index.ts';
import { PolicyLoadError } from '../policy/index.ts';
import { addAdministrator, printFirstAdministratorToken } from './administrators.ts';
import { requireKnownOptions } from './arguments.ts';
import { checkAudit } from './audit.ts';
import { importCalendarFile } from './calendar.ts';
import { backUpDatabase, migrateDatabase, restoreDatabase, seedDatabase } from './database.ts';
import { exportDmn, importDmn } from './dmn.ts';
import { evaluateFeelText } from './feel.ts';
import { printHealth } from './health.ts';
import { changeKeys } from './keys.ts';
import { diffPacks, validatePacks } from './packs.ts';
import { rebuild } from './register.ts';
import { replayRecord } from './replay.ts';
import { explainFile, screenFile } from './screen.ts';

type Command = {
  readonly usage: string;
  readonly zh: string;
  readonly en: string;
  readonly run: (args: string[]) => Promise<void>;
};

const COMMANDS: Record<string, Command> = {
  migrate: {
    usage: '',
    zh: '更新数据库结构与基础数据',
    en: 'bring the database to the present state',
    run: migrateDatabase,
  },
  seed: {
    usage: '',
    zh: '建立演示县（仅限空库）',
    en: 'create the demonstration county (empty database only)',
    run: seedDatabase,
  },
  'create-first-administrator-token': {
    usage: '',
    zh: '为空系统生成首位管理员令牌',
    en: 'token for the first administrator of an empty installation',
    run: printFirstAdministratorToken,
  },
  'create-administrator': {
    usage: 'LOGIN NAME [system-admin|security-admin|audit-admin]',
    zh: '建立管理员账号',
    en: 'create an administrator',
    run: addAdministrator,
  },
  backup: {
    usage: 'FOLDER [--without-master-key]',
    zh: '在线备份',
    en: 'back up while the office works on',
    run: backUpDatabase,
  },
  restore: {
    usage: 'FOLDER',
    zh: '恢复到空的数据目录',
    en: 'restore into an empty installation',
    run: restoreDatabase,
  },
  'verify-audit': { usage: '', zh: '核对审计日志链', en: 'check the chain of the audit log', run: checkAudit },
  'rotate-keys': {
    usage: '[--resume] [--destroy-old]',
    zh: '更换数据密钥并重新加密',
    en: 'change the data key and seal everything again',
    run: changeKeys,
  },
  'import-calendar': { usage: 'FILE', zh: '导入节假日安排', en: 'import a holiday schedule', run: importCalendarFile },
  feel: {
    usage: "'EXPRESSION' [--context FILE] [--unary --input JSON] [--now TIME] | --batch FILE",
    zh: '计算 FEEL 表达式，以 JSON 输出结果或拒绝原因',
    en: 'evaluate FEEL expressions; the result or the refusal as JSON',
    run: evaluateFeelText,
  },
  screen: {
    usage: '--region CODE [--on DATE] FACTS.json [--json|--text] [--lang en] [--packs DIR …]',
    zh: '试算一个家庭的各项救助',
    en: 'determine every programme for a household',
    run: screenFile,
  },
  explain: {
    usage: '--region CODE [--on DATE] FACTS.json [PROGRAMME] [--json|--text] [--lang en] [--packs DIR …]',
    zh: '逐句说明为什么是这个结果',
    en: 'say sentence by sentence why it comes out so',
    run: explainFile,
  },
  replay: {
    usage: 'ASSESSMENT-ID | RECORD.json [DIR]',
    zh: '按当时的政策重算一次评估',
    en: 'determine an assessment again by the policy of its day',
    run: replayRecord,
  },
  register: {
    usage: 'rebuild [--before TIME]',
    zh: '为全部已评估家庭重建批量认定用的数据',
    en: 'pack every assessed household anew for mass determination',
    run: rebuild,
  },
  'validate-packs': {
    usage: '[DIR …]',
    zh: '检查政策包并运行验算例',
    en: 'check policy packs and run their worked examples',
    run: validatePacks,
  },
  'diff-packs': { usage: 'A B', zh: '比较两套政策包', en: 'compare two sets of policy packs', run: diffPacks },
  'dmn-export': {
    usage: '--pack PACK --rule RULE [--on DATE] [--dmn 1.3|1.4|1.5] [--packs DIR …]',
    zh: '把规则的决策表输出为 DMN',
    en: 'print the decision table of a rule as DMN',
    run: exportDmn,
  },
  'dmn-import': {
    usage: 'FILE',
    zh: '读取 DMN 文件，输出可放入政策包的决策表，或拒绝的原因',
    en: 'read a DMN file and print its tables as a pack holds them, or why it is refused',
    run: importDmn,
  },
  health: { usage: '', zh: '检查运行状况', en: 'check the state of the installation', run: printHealth },
};

/** `npm run cli -- COMMAND`: what an administrator does outside the pages. A command that fails sets the exit code. */
export async function runCli([name = '--help', ...args]: string[]): Promise<void> {
  if (name === '--help' || name === 'help') return printHelp();
  try {
    const command = findCommand(name);
    if (args.includes('--help')) return console.log(helpFor(name, command));
    requireKnownOptions(args, command.usage);
    await command.run(args);
  } catch (error) {
    const text = sentenceFor(error);
    console.error(`${text.zh}\n${text.en}`);
    if (process.env['YIMEN_DEBUG']) console.error(error);
    process.exitCode = 1;
  }
}

function findCommand(name: string): Command {
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command !== undefined) return command;
  throw new StartFailure({
    zh: `没有命令 ${name}，全部命令见 npm run cli -- --help。`,
    en: `There is no command ${name}: npm run cli -- --help lists them.`,
  });
}

function sentenceFor(error: unknown): { zh: string; en: string } {
  if (error instanceof StartFailure) return error;
  if (error instanceof PolicyLoadError)
    return { zh: `政策包有误：\n${error.message}`, en: 'There are mistakes in the packs.' };
  if (error instanceof Refused) return ERRORS[error.code].title;
  // 42P01: a table is missing.
  if (errorCode(error) === '42P01')
    return { zh: '数据库尚未建立，请先运行 migrate。', en: 'The database is not set up yet: run migrate first.' };
  const reason = error instanceof Error ? error.message : String(error);
  return {
    zh: `未能完成：${reason}（详情请设置 YIMEN_DEBUG=1）。`,
    en: `Failed: ${reason} (set YIMEN_DEBUG=1 for details).`,
  };
}

function printHelp(): void {
  console.log('用法 Usage: npm run cli -- COMMAND\n');
  for (const [name, command] of Object.entries(COMMANDS)) console.log(helpFor(name, command));
  console.log('\n环境变量 Environment: YIMEN_DATA_DIR, DATABASE_URL, YIMEN_PROFILE, YIMEN_KEY_FILE');
}

function helpFor(name: string, { usage, zh, en }: Command): string {
  return `  ${name} ${usage}\n      ${zh} · ${en}`;
}

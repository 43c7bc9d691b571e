import { readFileSync } from 'node:fs';
import { evaluateFeel, type FeelQuestion } from '@yimen/rules';
import { StartFailure } from '../platform/runtime/index.ts';
import { readOptions } from './arguments.ts';
import { required } from './context.ts';
import { parseExactJson, readQuestions } from './feel-file.ts';

/** 0: a value; 1: the command is not written correctly; 2: the expression is refused. A batch is 0 when it was read. */
const REFUSED = 2;

type Options = ReturnType<typeof feelOptions>;

export async function evaluateFeelText(args: string[]): Promise<void> {
  const options = feelOptions(args);
  const now = options.now ?? nowInShanghai();
  if (options.batch !== undefined) {
    const context = contextFrom(options);
    for (const { id, ...question } of readQuestions(readText(options.batch))) {
      const answered = evaluateFeel({ ...question, now: question.now ?? now, context: question.context ?? context });
      console.log(JSON.stringify(id === undefined ? answered : { id, ...answered }));
    }
    return;
  }
  const answered = evaluateFeel(questionFrom(options, now));
  console.log(JSON.stringify(answered));
  if (!answered.ok) process.exitCode = REFUSED;
}

/** An expression may begin with a minus, so the first argument is one unless it is an option. */
function feelOptions(args: readonly string[]) {
  const [first = '', ...rest] = args;
  const hasExpression = !first.startsWith('--');
  const values = readOptions(hasExpression ? rest : args, {
    context: { type: 'string' },
    batch: { type: 'string' },
    unary: { type: 'boolean' },
    input: { type: 'string' },
    now: { type: 'string' },
  });
  return { ...values, expression: hasExpression ? first : undefined };
}

function questionFrom(options: Options, now: string): FeelQuestion {
  const context = contextFrom(options);
  const expression = required(options.expression, { zh: '表达式', en: 'expression' });
  const question = { expression, now, context };
  if (options.unary !== true) return question;
  const input = required(options.input, { zh: '--input（JSON）', en: '--input (JSON)' });
  return { ...question, input: parseExactJson(input, '--input') };
}

function contextFrom({ context }: Options): unknown {
  return context === undefined ? undefined : parseExactJson(readText(context), context);
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new StartFailure({ zh: `无法读取 ${path}。`, en: `Cannot read ${path}.` }, error);
  }
}

function nowInShanghai(): string {
  const local = new Date(Date.now() + 8 * 3_600_000).toISOString();
  return `${local.slice(0, -1)}+08:00`;
}

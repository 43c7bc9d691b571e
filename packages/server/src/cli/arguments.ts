import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { errorCode, StartFailure } from '../platform/runtime/index.ts';

/** What a command was given, by the options it takes. */
export function readArguments<const T extends ParseArgsOptionsConfig>(args: readonly string[], options: T) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options });
  } catch (error) {
    throw failureFor(error);
  }
}

/** Options alone: whatever else is there would be passed over. */
export function readOptions<const T extends ParseArgsOptionsConfig>(args: readonly string[], options: T) {
  const { values, positionals } = readArguments(args, options);
  refuseMore(positionals);
  return values;
}

export function refuseMore([strange]: readonly string[]): void {
  if (strange === undefined) return;
  throw new StartFailure({ zh: `多余的参数：${strange}。`, en: `One argument too many: ${strange}.` });
}

/** A misspelt option is refused rather than passed over: a backup would have the master key in it. */
export function requireKnownOptions(args: readonly string[], usage: string): void {
  const known = new Set(usage.match(OPTION));
  const strange = args.flatMap((arg) => arg.match(GIVEN_OPTION) ?? []).find((option) => !known.has(option));
  if (strange !== undefined)
    throw new StartFailure({ zh: `没有选项 ${strange}。`, en: `There is no option ${strange}.` });
}

function failureFor(error: unknown): unknown {
  const reason = error instanceof Error ? error.message : '';
  const [option] = reason.match(OPTION) ?? [];
  if (errorCode(error) !== 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE' || option === undefined)
    return new StartFailure({ zh: `参数有误：${reason}`, en: `Wrong arguments: ${reason}` }, error);
  return reason.includes('does not take')
    ? new StartFailure({ zh: `选项 ${option} 后面不带值。`, en: `The option ${option} takes no value.` }, error)
    : new StartFailure({ zh: `选项 ${option} 后面缺少值。`, en: `The option ${option} needs a value.` }, error);
}

const OPTION = /--[a-z][a-z-]*/g;
const GIVEN_OPTION = /^--[a-z][a-z-]*/;

import { readFileSync } from 'node:fs';
import { HouseholdFacts, PlaceCode } from '@yimen/contracts';
import { isPlainDate, LANGUAGES, type Language } from '@yimen/rules';
import type { Refused } from '../platform/refused.ts';
import { StartFailure } from '../platform/runtime/index.ts';
import { readArguments } from './arguments.ts';
import { required, requireFolders } from './context.ts';
import { fitting, linesOf } from './fitting.ts';

export type HouseholdQuestion = {
  readonly region: string;
  readonly on: string | undefined;
  readonly facts: HouseholdFacts;
  readonly rest: readonly string[];
  readonly language: Language;
  readonly isText: boolean;
  /** Folders of packs; none: those of this installation. */
  readonly packs: readonly string[];
};

/** `--region 341503 --on 2026-03-01 facts.json`, as `screen` and `explain` take it. */
export function readHouseholdQuestion(args: readonly string[]): HouseholdQuestion {
  const { values, positionals } = parsed(args);
  const [file, ...rest] = positionals;
  const given = required(values.region, { zh: '--region 区划代码', en: '--region CODE' });
  const region = fitting(PlaceCode, given, { zh: '--region ', en: '--region ' });
  if (values.on !== undefined && !isPlainDate(values.on))
    throw new StartFailure({ zh: '--on 应为日期 YYYY-MM-DD。', en: '--on must be a date, YYYY-MM-DD.' });
  const { packs = [] } = values;
  requireFolders(packs);
  return {
    region,
    on: values.on,
    facts: readFactsFile(required(file, { zh: '事实文件', en: 'file of facts' })),
    rest,
    language: languageFrom(values.lang),
    isText: values.json !== true,
    packs,
  };
}

function languageFrom(given = 'zh'): Language {
  const language = LANGUAGES.find((one) => one === given);
  if (language !== undefined) return language;
  throw new StartFailure({ zh: '--lang 应为 zh 或 en。', en: '--lang must be zh or en.' });
}

function parsed(args: readonly string[]) {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  return readArguments(args, {
    region: text,
    on: text,
    lang: text,
    json: flag,
    text: flag,
    packs: { ...text, multiple: true },
  });
}

function readFactsFile(path: string): HouseholdFacts {
  return fitting(HouseholdFacts, readJsonFile(path), {
    zh: `${path} 不是一个家庭的事实：`,
    en: `${path} does not hold the facts of a household: `,
  });
}

export function readJsonFile(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    if (error instanceof SyntaxError)
      throw new StartFailure(
        { zh: `${path} 不是 JSON：${error.message}`, en: `${path} is no JSON: ${error.message}` },
        error,
      );
    throw new StartFailure({ zh: `无法读取 ${path}。`, en: `Cannot read ${path}.` }, error);
  }
}

/** Every fact that cannot be. */
export function factFailure({ fieldErrors = [] }: Refused): StartFailure {
  return new StartFailure(linesOf(fieldErrors));
}

import { readFileSync } from 'node:fs';
import { HouseholdFacts, PlaceCode } from '@yimen/contracts';
import { isPlainDate, LANGUAGES, type Language } from '@yimen/rules';
import type { Refused } from '../platform/refused.ts';
import { StartFailure } from '../platform/runtime/index.ts';
import { readArguments } from './arguments.ts';
import { required, requireFolders } from './context.ts';

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
  const region = PlaceCode.safeParse(required(values.region, { zh: '--region 区划代码', en: '--region CODE' }));
  if (!region.success) throw new StartFailure({ zh: '--region 不是区划代码。', en: '--region is no code of a place.' });
  if (values.on !== undefined && !isPlainDate(values.on))
    throw new StartFailure({ zh: '--on 应为日期 YYYY-MM-DD。', en: '--on must be a date, YYYY-MM-DD.' });
  const { packs = [] } = values;
  requireFolders(packs);
  return {
    region: region.data,
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
  const checked = HouseholdFacts.safeParse(readJsonFile(path));
  if (checked.success) return checked.data;
  const [issue] = checked.error.issues;
  const where = issue?.code === 'unrecognized_keys' ? issue.keys : (issue?.path ?? []);
  const place = where.length === 0 ? { zh: '', en: '' } : { zh: `（${where.join('.')}）`, en: ` (${where.join('.')})` };
  throw new StartFailure({
    zh: `${path} 不是一个家庭的事实${place.zh}：应写成 ${FORM}。`,
    en: `${path} does not hold the facts of a household${place.en}: it is written as ${FORM}.`,
  });
}

const FORM = '{"household": {…}, "members": [{…}], "events": []}';

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

/** Every fact that cannot be, as a line in each language; whoever writes a file writes the data. */
export function factFailure({ fieldErrors = [] }: Refused): StartFailure {
  const said = (language: Language) =>
    fieldErrors
      .map(({ path, message, asData }) => `${path}: ${message[language]}${asData ? ` (${asData[language]})` : ''}`)
      .join(' ');
  return new StartFailure({ zh: said('zh'), en: said('en') });
}

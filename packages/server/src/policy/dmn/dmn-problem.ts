import type { Text } from '@yimen/rules';

/** Why a DMN file cannot be taken in; {} is filled with what it is about. */
export const DMN_PROBLEMS = {
  TOO_LARGE: { zh: '文件过大：最多 {} 个字符。', en: 'The file is too large: at most {} characters.' },
  TOO_DEEP: { zh: 'XML 嵌套过深：最多 {} 层。', en: 'The XML is nested too deeply: at most {} levels.' },
  DOCTYPE: {
    zh: '不接受带有 DOCTYPE 或 ENTITY 声明的文件。',
    en: 'A file with DOCTYPE or ENTITY declarations is not accepted.',
  },
  NOT_XML: { zh: '不是正确的 XML：{}', en: 'This is no well-formed XML: {}' },
  NOT_DMN: {
    zh: '不是 DMN 1.3、1.4 或 1.5 模型：{}。',
    en: 'This is no model of DMN 1.3, 1.4 or 1.5: {}.',
  },
  OUTSIDE: {
    zh: '不支持“{}”：只接受由事实、变量、参数直接得出的决策表。',
    en: '“{}” is not supported: only decision tables on facts, variables and parameters are.',
  },
  NO_DECISION: { zh: '文件中没有决策表。', en: 'There is no decision table in the file.' },
  NO_TABLE: { zh: '决策“{}”没有决策表。', en: 'Decision “{}” has no decision table.' },
  MISSING: { zh: '缺少“{}”。', en: '“{}” is missing.' },
  OUTPUTS: {
    zh: '决策表应当只有一列结果，这里有 {} 列：请分成几个表。',
    en: 'A decision table has one output, but here are {}: make a table for each.',
  },
  HIT_POLICY: {
    zh: '不支持命中策略“{}”，只有 UNIQUE、ANY、FIRST 和求和的 COLLECT。',
    en: 'Hit policy “{}” is not supported: only UNIQUE, ANY, FIRST and COLLECT with SUM.',
  },
  LANGUAGE: { zh: '不支持表达式语言“{}”，只有 FEEL。', en: 'Expression language “{}” is not supported, only FEEL.' },
  CELLS: { zh: '应有 {} 个“{}”，而有 {} 个。', en: 'There should be {} of “{}”, but there are {}.' },
  TWICE: { zh: '标识“{}”出现了两次。', en: 'The id “{}” stands twice.' },
  CELL: { zh: '{}', en: '{}' },
  CHARACTER: { zh: '文字中有 XML 不能容纳的字符：{}。', en: 'A text holds a character that XML cannot: {}.' },
} as const satisfies Record<string, Text>;
export type DmnProblemCode = keyof typeof DMN_PROBLEMS;

/** Where: the path of elements from the top, such as `/definitions/decision[2]/decisionTable`, and the line. */
export interface DmnProblem extends Text {
  readonly code: DmnProblemCode;
  readonly path: string;
  readonly line: number;
}

export interface DmnPlace {
  readonly path: string;
  readonly line: number;
}

/** Thrown inside this folder only; `readDmn` turns it into a DmnProblem. */
export class DmnRefusal extends Error {
  readonly problem: DmnProblem;

  constructor(code: DmnProblemCode, { path, line }: DmnPlace, ...details: readonly (string | Text)[]) {
    const { zh, en } = DMN_PROBLEMS[code];
    const problem = { code, path, line, zh: filled(zh, 'zh', details), en: filled(en, 'en', details) };
    super(`${code} ${path}`);
    this.problem = problem;
  }
}

/** Hostile text does not fill a screen. */
function filled(text: string, language: keyof Text, details: readonly (string | Text)[]): string {
  let next = 0;
  return text.replace(/\{\}/g, () => {
    const detail = details[next++] ?? '';
    const words = typeof detail === 'string' ? detail : detail[language];
    return words.length > 200 ? `${words.slice(0, 200)}…` : words;
  });
}

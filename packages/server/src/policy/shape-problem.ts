import type { Text } from '@yimen/rules';
import type { z } from 'zod';
import { inBoth } from './policy-load-error.ts';

type Path = readonly (string | number)[];
type Issue = z.core.$ZodIssue;

/** What does not have the shape of its file: where, and in both languages why. */
export function shapeProblem(issue: Issue, content: unknown): { readonly path: Path; readonly reason: string } {
  const path = issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key));
  const at = issue.code === 'unrecognized_keys' ? [...path, ...issue.keys.slice(0, 1)] : path;
  const words = wordsFor(issue, valueAt(content, path));
  const reason = words ? inBoth(words) : issue.message;
  return { path: at, reason: path.length === 0 ? reason : `${named(path, content)}: ${reason}` };
}

/** Undefined where the schema brings its own words. */
function wordsFor(issue: Issue, found: unknown): Text | undefined {
  switch (issue.code) {
    case 'unrecognized_keys': {
      const keys = issue.keys.join(', ');
      return { zh: `没有这一项：${keys}`, en: `there is no such key: ${keys}` };
    }
    case 'invalid_value':
      if (found === undefined) return MISSING;
      return {
        zh: `应为以下之一：${issue.values.join('、')}`,
        en: `must be one of ${issue.values.join(', ')}`,
      };
    case 'invalid_type':
      if (found === undefined) return MISSING;
      return { zh: `应为${KINDS[issue.expected] ?? issue.expected}`, en: `must be of the kind ${issue.expected}` };
    case 'invalid_union':
      return found === undefined ? MISSING : { zh: '不是这里能写的值', en: 'is no value for this place' };
    case 'too_small':
      return {
        zh: `至少 ${issue.minimum}${ofWhat(issue.origin).zh}`,
        en: `at least ${issue.minimum}${ofWhat(issue.origin).en}`,
      };
    case 'too_big':
      return {
        zh: `最多 ${issue.maximum}${ofWhat(issue.origin).zh}`,
        en: `at most ${issue.maximum}${ofWhat(issue.origin).en}`,
      };
    default:
      return undefined;
  }
}

function ofWhat(origin: string): Text {
  if (origin === 'string') return { zh: ' 个字符', en: ' characters' };
  return origin === 'array' ? { zh: ' 项', en: ' entries' } : { zh: '', en: '' };
}

const MISSING: Text = { zh: '缺少这一项', en: 'is missing' };
const KINDS: Readonly<Record<string, string>> = {
  string: '文字',
  int: '整数',
  number: '数',
  boolean: ' true 或 false',
  array: '列表（每项以“- ”开头）',
  object: '一组“名称: 值”',
  record: '一组“名称: 值”',
};

/** An entry of a list is called by its id where it has one. */
function named([first, ...rest]: Path, content: unknown): string {
  const id = first === undefined ? undefined : valueAt(content, [first, 'id']);
  return [typeof id === 'string' ? id : first, ...rest].join('.');
}

function valueAt(content: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, key) => {
    if (typeof value !== 'object' || value === null) return undefined;
    return new Map<string, unknown>(Object.entries(value)).get(String(key));
  }, content);
}

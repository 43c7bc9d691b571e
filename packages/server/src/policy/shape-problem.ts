import type { z } from 'zod';
import { locatedErrorsOf } from '../platform/input/field-errors.ts';
import { inBoth } from './policy-load-error.ts';

type Path = readonly (string | number)[];

/** What does not have the shape of its file: where, and in both languages why. */
export function shapeProblems(
  error: z.ZodError,
  content: unknown,
): readonly { readonly path: Path; readonly reason: string }[] {
  return locatedErrorsOf(error).map(({ path, message }) => {
    const { zh, en } = isText(path.at(-1)) ? UNQUOTED : message;
    const reason = inBoth({ zh: zh.replace(/。$/, ''), en: en.replace(/\.$/, '') });
    return { path, reason: path.length === 0 ? reason : `${named(path, content)}: ${reason}` };
  });
}

/** No field is called so: `{ en: two, three }` has three for one. */
function isText(key: string | number | undefined): boolean {
  return typeof key === 'string' && /\s|\p{Script=Han}/u.test(key);
}

const UNQUOTED = {
  zh: '这不是字段，像是一段文字：{ } 里的文字含有逗号或冒号时，整段要加引号',
  en: 'this is no field but looks like text: within { } text with a comma or colon in it needs quotation marks',
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

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
    const reason = inBoth({ zh: message.zh.replace(/。$/, ''), en: message.en.replace(/\.$/, '') });
    return { path, reason: path.length === 0 ? reason : `${named(path, content)}: ${reason}` };
  });
}

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

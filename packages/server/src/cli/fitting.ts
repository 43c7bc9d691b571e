import type { FieldError, Words } from '@yimen/contracts';
import type { Language } from '@yimen/rules';
import type { z } from 'zod';
import { fieldErrorsOf } from '../platform/input/field-errors.ts';
import { StartFailure } from '../platform/runtime/index.ts';

/** What was given in its shape; or what does not fit in it, behind the words that say whose it is. */
export function fitting<T>(schema: z.ZodType<T>, given: unknown, whose: Words): T {
  const result = schema.safeParse(given, { reportInput: true });
  if (result.success) return result.data;
  const { zh, en } = linesOf(fieldErrorsOf(result.error));
  throw new StartFailure({ zh: `${whose.zh}${zh}`, en: `${whose.en}${en}` });
}

/** Every field with what is wrong in it; whoever writes a file writes the data. */
export function linesOf(fieldErrors: readonly FieldError[]): Words {
  const inOne = (language: Language) => fieldErrors.map((error) => lineOf(error, language)).join(' ');
  return { zh: inOne('zh'), en: inOne('en') };
}

function lineOf({ path, message, asData }: FieldError, language: Language): string {
  const words = asData ? `${message[language]} (${asData[language]})` : message[language];
  return path === '' ? words : `${path}: ${words}`;
}

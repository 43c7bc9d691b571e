import { isPlainDate } from '@yimen/rules';
import { z } from 'zod';

/** What a file is told that breaks a rule of its shape. */
export function told(zh: string, en: string): { readonly params: { readonly zh: string; readonly en: string } } {
  return { params: { zh, en } };
}

export const Id = z
  .string()
  .refine(
    (text) => /^[a-zA-Z0-9][a-zA-Z0-9.-]*$/.test(text),
    told(
      '只能用字母、数字、点和连字符，并以字母或数字开头。',
      'must have letters, digits, dots and hyphens only and begin with a letter or digit.',
    ),
  );
export const PlainDate = z
  .string()
  .refine(
    isPlainDate,
    told('不是日历上的一天，应写作 2026-03-01。', 'is no day of the calendar: write it like 2026-03-01.'),
  );
const English = z
  .string()
  .min(1)
  .refine((text) => /^\P{Script=Han}*$/u.test(text), told('英文里有中文。', 'there is Chinese in the English.'));
export const Words = z.strictObject({ zh: z.string().min(1), en: English });

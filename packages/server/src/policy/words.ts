import { z } from 'zod';
import { inBoth } from './policy-load-error.ts';

export const Id = z
  .string()
  .regex(
    /^[a-zA-Z0-9][a-zA-Z0-9.-]*$/,
    inBoth({ zh: '只能用字母、数字、点和连字符', en: 'letters, digits, dots and hyphens only' }),
  );
const English = z
  .string()
  .min(1)
  .regex(/^\P{Script=Han}*$/u, inBoth({ zh: '英文中有汉字', en: 'there is Chinese in the English' }));
export const Words = z.strictObject({ zh: z.string().min(1), en: English });

import { z } from 'zod';

export const Id = z.string().regex(/^[a-zA-Z0-9][a-zA-Z0-9.-]*$/, 'letters, digits, dots and hyphens only');
const English = z
  .string()
  .min(1)
  .regex(/^\P{Script=Han}*$/u, 'there is Chinese in the English');
export const Words = z.strictObject({ zh: z.string().min(1), en: English });

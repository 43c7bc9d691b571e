import { ERRORS, type ErrorCode, type FieldError, type Problem } from '@yimen/contracts';
import { z } from 'zod';
import { Refused } from '../refused.ts';

const zh = z.locales.zhCN().localeError;
const en = z.locales.en().localeError;

/** The answer for a refusal; the request id is in the header, so that "foreign" equals "missing" byte for byte. */
export function problemFor(
  code: ErrorCode,
  extra?: { facts?: Problem['facts']; fieldErrors?: readonly FieldError[] },
): Problem {
  const definition = ERRORS[code];
  return {
    type: `/api/errors/${code}`,
    title: definition.title.zh,
    status: definition.status,
    code,
    words: definition.title,
    nextStep: definition.nextStep,
    ...(extra?.fieldErrors ? { fieldErrors: extra.fieldErrors } : {}),
    ...(extra?.facts ? { facts: extra.facts } : {}),
  };
}

export function problemOfRefusal(refusal: Refused): Problem {
  return problemFor(refusal.code, {
    ...(refusal.facts ? { facts: refusal.facts } : {}),
    ...(refusal.fieldErrors ? { fieldErrors: refusal.fieldErrors } : {}),
  });
}

/** Parses one part of a request; bad input becomes field errors in both languages. */
export function parseOrRefuse(schema: z.ZodType, value: unknown, missingIsNotFound = false): unknown {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  if (missingIsNotFound) throw new Refused('NOT_FOUND');
  const chinese = schema.safeParse(value, { error: zh });
  const english = schema.safeParse(value, { error: en });
  const englishIssues = english.error?.issues ?? [];
  const fieldErrors = (chinese.error?.issues ?? []).slice(0, 50).map((issue, index) => ({
    path: issue.path.join('.'),
    message: { zh: issue.message, en: englishIssues[index]?.message ?? issue.message },
  }));
  throw new Refused('INVALID_INPUT', undefined, fieldErrors);
}

import { ERRORS, type ErrorCode, type FieldError, type Problem } from '@yimen/contracts';
import type { z } from 'zod';
import { fieldErrorsOf } from '../input/field-errors.ts';
import { Refused } from '../refused.ts';

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
  const result = schema.safeParse(value, { reportInput: true });
  if (result.success) return result.data;
  if (missingIsNotFound) throw new Refused('NOT_FOUND');
  throw new Refused('INVALID_INPUT', undefined, fieldErrorsOf(result.error));
}

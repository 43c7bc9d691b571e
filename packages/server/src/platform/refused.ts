import type { ErrorCode, FieldError, Words } from '@yimen/contracts';

export type RefusalFacts = Readonly<Record<string, unknown>>;

/** An expected refusal of a use case; `platform/http` alone turns it into a response. */
export class Refused extends Error {
  readonly code: ErrorCode;
  readonly facts: RefusalFacts | undefined;
  readonly fieldErrors: readonly FieldError[] | undefined;

  constructor(code: ErrorCode, facts?: RefusalFacts, fieldErrors?: readonly FieldError[]) {
    super(code);
    this.code = code;
    this.facts = facts;
    this.fieldErrors = fieldErrors;
  }
}

/** `throw refused('CAP_EXCEEDED', { capFen, grantedFen })` */
export function refused(code: ErrorCode, facts?: RefusalFacts): Refused {
  return new Refused(code, facts);
}

/** A refusal that belongs beside one field of the form. */
export function refusedField(code: ErrorCode, path: string, message: Words): Refused {
  return new Refused(code, undefined, [{ path, message }]);
}

/** What is said of a field: to people, and to programs where they send another unit. */
export type FieldSaid = Words & Pick<FieldError, 'asData'>;

export function fieldErrorOf(path: string, { zh, en, asData }: FieldSaid): FieldError {
  return { path, message: { zh, en }, ...(asData && { asData }) };
}

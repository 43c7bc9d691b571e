import type { ErrorCode, Words } from '@yimen/contracts';

export type FieldError = { readonly path: string; readonly message: Words };
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

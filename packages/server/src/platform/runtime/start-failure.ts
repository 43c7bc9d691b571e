/** A reason not to start, told to the administrator in one sentence in each language. */
export class StartFailure extends Error {
  readonly zh: string;
  readonly en: string;

  constructor(text: { zh: string; en: string }, cause?: unknown) {
    super(`${text.zh}\n${text.en}`, { cause });
    this.name = 'StartFailure';
    this.zh = text.zh;
    this.en = text.en;
  }
}

/** The system error code (`EACCES`, `ENOSPC`, `28P01`…) of whatever was thrown. */
export function errorCode(error: unknown): string {
  if (typeof error === 'object' && error !== null && 'code' in error) return String(error.code);
  return '';
}

export function errorText(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return errorText(error.errors[0]);
  return error instanceof Error ? error.message : String(error);
}

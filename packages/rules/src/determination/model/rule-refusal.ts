import { FeelRefusal, problemOf } from '../../feel/problem.ts';
import { type Detail, type RuleIssue, type RuleProblemCode, ruleProblemText } from './rule-issue.ts';
import type { RuleVersion } from './rule-model.ts';

/** Thrown while one expression is checked; `issueFrom` turns it into a RuleIssue. */
export class RuleRefusal extends Error {
  readonly code: RuleProblemCode;
  readonly details: readonly Detail[];
  readonly offset: number | undefined;

  constructor(code: RuleProblemCode, details: readonly Detail[], offset?: number) {
    super(`${code}: ${JSON.stringify(details)}`);
    this.code = code;
    this.details = details;
    this.offset = offset;
  }
}

export function ruleRefusal(code: RuleProblemCode, ...details: readonly Detail[]): RuleRefusal {
  return new RuleRefusal(code, details);
}

/** A refusal from below gets the place of the part it was found in. */
export function refusedAt<T>(offset: number, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof RuleRefusal && error.offset === undefined) {
      throw new RuleRefusal(error.code, error.details, offset);
    }
    throw error;
  }
}

/** Undefined when the error is none of the refusals of rules or of FEEL. */
export function findIssue(
  error: unknown,
  id: string,
  version: RuleVersion | null,
  source = version?.expression ?? '',
): RuleIssue | undefined {
  const at = version && { fromPack: version.fromPack, since: version.since };
  if (error instanceof RuleRefusal) {
    const { line, column } = placeOf(error.offset ?? 0, source);
    return { id, code: error.code, line, column, version: at, ...ruleProblemText(error.code, error.details) };
  }
  return error instanceof FeelRefusal ? { id, version: at, ...problemOf(error, source) } : undefined;
}

function placeOf(offset: number, source: string): { readonly line: number; readonly column: number } {
  const lines = source.slice(0, offset).split(/\r\n|[\n\r\u2028\u2029]/);
  return { line: lines.length, column: [...(lines.at(-1) ?? '')].length + 1 };
}

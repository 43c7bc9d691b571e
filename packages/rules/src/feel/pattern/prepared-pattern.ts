import type { Run } from '../interpreter/run.ts';
import { LIMITS } from '../limits.ts';
import { refusal } from '../problem.ts';
import { compilePattern } from './compile-pattern.ts';
import { WrongPattern } from './cursor.ts';
import { findMatch, type Match } from './find-matches.ts';
import { findFlags, parsePattern } from './parse-pattern.ts';

export interface PreparedPattern {
  readonly groups: number;
  readonly find: (text: readonly string[], from: number) => Match | undefined;
}

/** Undefined when XPath would report an error in the pattern or the flags. */
export function preparePattern(text: string, flagText: string, run: Run): PreparedPattern | undefined {
  if (text.length > LIMITS.expressionLength) throw refusal('TOO_LONG', LIMITS.expressionLength);
  const flags = findFlags(flagText);
  if (!flags) return undefined;
  try {
    const parsed = parsePattern(text, flags);
    const program = compilePattern(parsed);
    return {
      groups: parsed.groups,
      find: (characters, from) => findMatch(program, characters, from, (steps) => run.meter.spend(steps)),
    };
  } catch (error) {
    if (error instanceof WrongPattern) return undefined;
    throw error;
  }
}

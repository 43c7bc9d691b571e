import type { Text } from '../text.ts';
import { PROBLEMS, type ProblemCode } from './problem-codes.ts';

/** Why an expression is refused: what it is about, and where (line and column from 1, in characters). */
export interface FeelProblem extends Text {
  readonly code: ProblemCode;
  readonly line: number;
  readonly column: number;
}

/** Thrown inside this folder only; the front door turns it into a FeelProblem. */
export class FeelRefusal extends Error {
  readonly code: ProblemCode;
  readonly detail: string;
  readonly offset: number | undefined;

  constructor(code: ProblemCode, detail: string, offset?: number) {
    super(`${code}: ${detail}`);
    this.code = code;
    this.detail = detail;
    this.offset = offset;
  }
}

export function refusal(code: ProblemCode, detail: string | number = '', offset?: number): FeelRefusal {
  return new FeelRefusal(code, String(detail), offset);
}

export function atOffset<T>(offset: number, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw placed(error, offset);
  }
}

/** A refusal that comes from below, where no position is known, gets the place it was asked from. */
export function placed(error: unknown, offset: number): unknown {
  const isPlaceless = error instanceof FeelRefusal && error.offset === undefined;
  return isPlaceless ? refusal(error.code, error.detail, offset) : error;
}

export function problemOf(refused: FeelRefusal, source: string): FeelProblem {
  const { zh, en } = PROBLEMS[refused.code];
  const before = source.slice(0, refused.offset ?? 0).split(/\r\n|[\n\r\u2028\u2029]/);
  return {
    code: refused.code,
    zh: zh.replace('{}', () => shown(refused.detail)),
    en: en.replace('{}', () => shown(refused.detail)),
    line: before.length,
    column: [...(before.at(-1) ?? '')].length + 1,
  };
}

/** Hostile text does not fill a screen. */
function shown(detail: string): string {
  const characters = [...detail.slice(0, 200)];
  return characters.length > 60 ? `${characters.slice(0, 60).join('')}…` : detail;
}

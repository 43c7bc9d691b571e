import { startRun } from './interpreter/evaluate.ts';
import { scopeOf } from './interpreter/scope.ts';
import { unaryTestsHold } from './interpreter/tests.ts';
import { valueFromJson } from './json/read-json.ts';
import { type Json, jsonFromValue } from './json/write-json.ts';
import { type FeelProblem, FeelRefusal, problemOf, refusal } from './problem.ts';
import { namesIn } from './syntax/names.ts';
import { parseExpression, parseUnaryTests } from './syntax/parse.ts';
import type { FeelDateTime } from './temporal/moment.ts';
import { findDateTimeText } from './temporal/temporal-text.ts';
import { isContext, type Kind, kindOf, type Value } from './value.ts';

export interface FeelQuestion {
  readonly expression: string;
  /** Facts as JSON; what is no plain JSON carries its type: {"@type": "date", "value": "2026-03-01"}. */
  readonly context?: unknown;
  /** The time it is asked at, as `2026-03-01T09:00:00+08:00`; without it now() and today() are refused. */
  readonly now?: string | undefined;
  /** When there, the expression is read as unary tests of this value. */
  readonly input?: unknown;
}

export type FeelAnswer =
  | { readonly ok: true; readonly type: Kind; readonly value: Json }
  | { readonly ok: false; readonly refusal: FeelProblem };

/** The value of a FEEL expression by the slow, exact interpreter; null as the standard has it, or a refusal. Never throws. */
export function evaluateFeel(question: FeelQuestion): FeelAnswer {
  try {
    const value = answer(question);
    return { ok: true, type: kindOf(value), value: jsonFromValue(value) };
  } catch (error) {
    if (!(error instanceof FeelRefusal)) throw error;
    return { ok: false, refusal: problemOf(error, question.expression) };
  }
}

function answer(question: FeelQuestion): Value {
  const context = valueFromJson(question.context ?? {});
  if (!isContext(context)) throw refusal('BAD_CONTEXT', kindOf(context));
  const names = namesIn(context);
  const scope = scopeOf(context);
  const run = startRun(question.now === undefined ? undefined : nowFrom(question.now));
  if (question.input === undefined) return run.evaluate(parseExpression(question.expression, names), scope);
  const tests = parseUnaryTests(question.expression, names);
  return unaryTestsHold(tests, valueFromJson(question.input), scope, run);
}

function nowFrom(text: string): FeelDateTime {
  const now = findDateTimeText(text);
  if (!now) throw refusal('BAD_CONTEXT', text);
  return now;
}

import type { FeelQuestion } from '@yimen/rules';
import { z } from 'zod';
import { StartFailure } from '../platform/runtime/index.ts';

/** A line of a batch: `input` makes the expression unary tests. */
const Question = z.strictObject({
  id: z.union([z.string(), z.number()]).optional(),
  expression: z.string(),
  context: z.unknown().optional(),
  input: z.unknown().optional(),
  now: z.string().optional(),
});

type BatchQuestion = FeelQuestion & { readonly id?: string | number | undefined };

/** A JSON array, or one object a line. */
export function readQuestions(text: string): readonly BatchQuestion[] {
  const isArray = text.trimStart().startsWith('[');
  const lines = isArray ? [] : text.split('\n').filter((line) => line.trim() !== '');
  const given = isArray
    ? parseExactJson(text, '--batch')
    : lines.map((line, at) => parseExactJson(line, `--batch:${at + 1}`));
  const parsed = z.array(Question).safeParse(given);
  if (!parsed.success) {
    const where = parsed.error.issues[0]?.path.join('.') ?? '';
    throw new StartFailure({ zh: `批量文件第 ${where} 项有误。`, en: `The batch is wrong at ${where}.` });
  }
  return parsed.data;
}

/** Digits a double would lose are kept as text. */
export function parseExactJson(text: string, place: string): unknown {
  try {
    return JSON.parse(text, keepDigits);
  } catch (error) {
    throw new StartFailure({ zh: `${place} 不是 JSON。`, en: `${place} is not JSON.` }, error);
  }
}

/** The third argument is in Node 24 but not yet in the library types of ES2024. */
function keepDigits(_name: string, value: unknown, given?: { readonly source?: string }): unknown {
  if (typeof value !== 'number' || given?.source === undefined || String(value) === given.source) return value;
  return { '@type': 'number', value: given.source };
}

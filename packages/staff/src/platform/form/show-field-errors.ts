import { isProblem, type Problem, type Words } from '@yimen/ui';
import type { FormInstance } from 'antd';

/** `members.0.name` → ['members', 0, 'name'], the way antd forms name their fields. */
export function fieldNameOf(path: string): (string | number)[] {
  return path
    .split(/[.[\]/]+/)
    .filter((part) => part !== '' && part !== 'body')
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}

/** What was found wrong with a field stays beside it until somebody takes it away, unless it has rules of its own. */
export function clearFieldErrors(form: FormInstance): void {
  const wrong = form.getFieldsError().filter(({ errors }) => errors.length > 0);
  form.setFields(wrong.map(({ name }) => ({ name, errors: [] })));
}

/** Puts what the server found wrong beside the fields and moves to the first. True when every finding had its field. */
export function showFieldErrors(form: FormInstance, problem: unknown, words: (words: Words) => string): boolean {
  if (!isProblem(problem) || problem.fieldErrors.length === 0) return false;
  const named = groupByField(problem);
  clearFieldErrors(form);
  const placed = named.filter(({ name }) => form.getFieldInstance(name) !== undefined);
  form.setFields(placed.map(({ name, messages }) => ({ name, errors: messages.map(words) })));
  const first = placed[0];
  if (first !== undefined) form.scrollToField(first.name, { focus: true, block: 'center' });
  return placed.length === named.length;
}

function groupByField(problem: Problem): readonly { name: (string | number)[]; messages: Words[] }[] {
  const paths = [...new Set(problem.fieldErrors.map((error) => error.path))];
  return paths.map((path) => ({
    name: fieldNameOf(path),
    messages: problem.fieldErrors.filter((error) => error.path === path).map((error) => error.message),
  }));
}

import { isProblem, type Words } from '@yimen/ui';

/** What the server found wrong, by the path of the field: `errors['place.village']`. */
export function fieldErrorsOf(problem: unknown): Readonly<Record<string, Words>> {
  if (!isProblem(problem)) return {};
  return Object.fromEntries(problem.fieldErrors.map((error) => [withoutBody(error.path), error.message]));
}

function withoutBody(path: string): string {
  return path
    .split(/[.[\]/]+/)
    .filter((part) => part !== '' && part !== 'body')
    .join('.');
}

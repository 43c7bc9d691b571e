import type { FieldError, Words } from '@yimen/contracts';
import type { z } from 'zod';
import { issueWords, keyWords, strangeField } from './issue-words.ts';

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

/** What does not fit its shape, each beside its field, as many as any form is told at once; parsed with `reportInput`. */
export function fieldErrorsOf(error: z.ZodError): readonly FieldError[] {
  return locatedErrorsOf(error)
    .slice(0, MOST)
    .map(({ path, message }) => ({ path: path.join('.'), message }));
}

const MOST = 50;

/** Where it stands: `['members', 0, 'birthDate']`. */
export type LocatedError = { readonly path: readonly (string | number)[]; readonly message: Words };

export function locatedErrorsOf({ issues }: z.ZodError): readonly LocatedError[] {
  return issues.flatMap((issue) => errorsOf(issue, issue.path));
}

function errorsOf(issue: Issue, path: Path): readonly LocatedError[] {
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => at([...path, key], strangeField));
  if (issue.code === 'invalid_key') return issue.issues.slice(0, 1).map((inner) => at(path, keyWords(inner)));
  if (issue.code === 'invalid_union') {
    const meant = findMeant(issue.errors);
    if (meant) return meant.flatMap((inner) => errorsOf(inner, [...path, ...inner.path]));
  }
  return [at(path, issueWords(issue))];
}

/** The alternative whose mistake lies deepest: what was sent is of its kind, and only something in it is not. */
function findMeant(alternatives: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  const ofItsKind = alternatives.filter((issues) => issues.every((issue) => !isOfAnotherKind(issue)));
  // One that asks for another word where they differ was not meant; where all do, any of their words would do.
  const ofItsWord = ofItsKind.filter((issues) => issues.every(({ code }) => code !== 'invalid_value'));
  if (ofItsKind.length > 1 && ofItsWord.length === 0) return withAnyWord(ofItsKind);
  return (ofItsWord.length > 0 ? ofItsWord : ofItsKind).toSorted((one, other) => depthOf(other) - depthOf(one))[0];
}

function withAnyWord(alternatives: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  const asked = alternatives.flatMap((issues) => issues.find((issue) => issue.code === 'invalid_value') ?? []);
  const [first] = asked;
  const isOfOneField = asked.every(({ path }) => path.join(' ') === first?.path.join(' '));
  if (!first || !isOfOneField) return alternatives[0];
  return [{ ...first, values: [...new Set(asked.flatMap(({ values }) => values))] }];
}

function isOfAnotherKind({ code, path }: Issue): boolean {
  return code === 'invalid_type' && path.length === 0;
}

function depthOf(issues: readonly Issue[]): number {
  return Math.min(...issues.map(({ path }) => path.length));
}

function at(path: Path, message: Words): LocatedError {
  return { path: path.map((key) => (typeof key === 'symbol' ? String(key) : key)), message };
}

import type { assessCase, BodyOf } from '@yimen/contracts';

export type AnswerValues = Readonly<Record<string, boolean | string | undefined>>;

/** What was answered; a question left open or answered with "not clear" stays unknown and is not sent. */
export function answersOf(values: AnswerValues | undefined): NonNullable<BodyOf<typeof assessCase>['urgencyAnswers']> {
  const given = Object.entries(values ?? {}).filter(
    (entry): entry is [string, boolean | string] => entry[1] !== undefined && entry[1] !== '',
  );
  return Object.fromEntries(given);
}

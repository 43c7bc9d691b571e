import type { AssessmentView, KnownFactView, NewFact, NextQuestion } from '@yimen/contracts';

/** What people say themselves, unless somebody names another source. */
export const USUAL_PROVENANCE = 'stated' satisfies NewFact['provenance'];

export type Group = {
  readonly key: string;
  readonly on: NextQuestion['on'];
  readonly index: number;
  readonly questions: readonly NextQuestion[];
};

/** As the form keeps them: by group, then by question; what stands empty is not yet known. */
export type GroupAnswers = Readonly<
  Record<string, { readonly source?: NewFact['provenance']; readonly answers?: Readonly<Record<string, unknown>> }>
>;

/** Questions by whom they are about, in the order they are asked. */
export function groupsOf(questions: readonly NextQuestion[]): Group[] {
  const groups = new Map<string, NextQuestion[]>();
  for (const question of questions) {
    const key = `${question.on}-${question.index}`;
    groups.set(key, [...(groups.get(key) ?? []), question]);
  }
  return [...groups].flatMap(([key, own]) => {
    const [first] = own;
    return first ? [{ key, on: first.on, index: first.index, questions: own }] : [];
  });
}

/** What was answered, with its source. An answer that was taken back before is followed, not entered a first time. */
export function newFactsOf(
  values: GroupAnswers,
  groups: readonly Group[],
  members: AssessmentView['members'],
  known: readonly KnownFactView[],
): NewFact[] {
  return groups.flatMap(({ key, on, index, questions }) =>
    questions.flatMap(({ id }): NewFact[] => {
      const value = values[key]?.answers?.[id];
      if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return [];
      const before = known.find((fact) => fact.id === id && fact.on === on && fact.index === index)?.factId ?? null;
      return [
        {
          question: id,
          on,
          personId: on === 'person' ? (members[index]?.personId ?? null) : null,
          value,
          provenance: values[key]?.source ?? USUAL_PROVENANCE,
          provenanceNote: null,
          act: before === null ? 'initial' : 'succession',
          supersedesId: before,
        },
      ];
    }),
  );
}

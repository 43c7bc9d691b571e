import type { Change } from '@yimen/contracts';
import { type Determined, type FactValue, findQuestion, type HouseholdFacts, type Question } from '@yimen/rules';
import { factWords } from '../facts/index.ts';
import { changeWords, type Named, whoseLabel } from './change-words.ts';

export type WithMembers = { readonly stored: Named; readonly determined: Determined };

type Fact = { readonly question: Question; readonly personId: string | null; readonly value: FactValue };

/** Facts that were learned, corrected, changed or taken back; members are told apart by who they are, not by their place. */
export function changedFacts(before: WithMembers, after: WithMembers): Change[] {
  const [was, is] = [factsIn(before), factsIn(after)];
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((key) => {
    const [old, now] = [was.get(key), is.get(key)];
    const fact = now ?? old;
    if (!fact || old?.value === now?.value) return [];
    const name = fact.personId === null ? undefined : nameIn(fact.personId, after, before);
    const words = (one: Fact | undefined) => (one ? factWords(one.question, one.value) : null);
    return [changeWords(whoseLabel(fact.question.label, name), words(old), words(now))];
  });
}

function factsIn({ stored, determined: { policy, facts } }: WithMembers): ReadonlyMap<string, Fact> {
  const { household, members, events = [] }: HouseholdFacts = facts;
  const listed = (given: HouseholdFacts['household'], key: string, personId: string | null) =>
    Object.entries(given).flatMap(([id, value]): (readonly [string, Fact])[] => {
      const question = findQuestion(policy, id);
      return question && value !== null ? [[`${key} ${id}`, { question, personId, value }]] : [];
    });
  return new Map([
    ...listed(household, 'household', null),
    ...members.flatMap((member, index) => {
      const personId = stored.members[index]?.personId ?? null;
      return listed(member, `person ${personId}`, personId);
    }),
    ...events.flatMap((event, index) => listed(event, `event ${index}`, null)),
  ]);
}

function nameIn(personId: string, ...assessments: readonly WithMembers[]): string | undefined {
  return assessments.flatMap(({ stored }) => stored.members).find((member) => member.personId === personId)?.name;
}

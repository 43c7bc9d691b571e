import {
  type CheckedRules,
  type FactOrigin,
  type FactValue,
  type FactValues,
  type HouseholdFacts,
  type Provenance,
  readFacts,
} from '@yimen/rules';
import type { HouseholdMember } from '../households/index.ts';
import type { Vault } from '../platform/vault/vault.ts';
import { type CaseOfFacts, eventFactsOf, householdFactsOf, registerFactsOf } from './register-facts.ts';
import type { FactRow } from './store.ts';

/** One thing that is known: an answer somebody wrote down, or what our own books say (without a row). */
export type KnownFact = FactOrigin & {
  readonly value: FactValue;
  readonly row: FactRow | null;
};

/** The event of the case stands first among its events: there is one. */
const EVENT = 0;

export type Known = {
  readonly members: readonly HouseholdMember[];
  readonly facts: readonly KnownFact[];
};

type Sources = {
  readonly members: readonly HouseholdMember[];
  readonly rows: readonly FactRow[];
  readonly event: CaseOfFacts;
  readonly urgencyAnswers: Readonly<Record<string, FactValue>>;
};

/** An answer counts before what the books say by themselves. */
export function knownFacts(vault: Pick<Vault, 'open'>, { members, rows, event, urgencyAnswers }: Sources): Known {
  const places = new Map(members.map(({ personId }, index) => [personId, index]));
  const own = [
    ...listed('household', 0, householdFactsOf(members, event), 'register'),
    ...members.flatMap((member, index) => listed('person', index, registerFactsOf(member), 'register')),
    ...listed('event', EVENT, eventFactsOf(event), 'register'),
    ...listed('event', EVENT, urgencyAnswers, 'officer'),
  ];
  const answered = rows.flatMap((row) => {
    const index = row.person_id === null ? 0 : places.get(row.person_id);
    return index === undefined ? [] : [{ ...answerIn(vault, row), index }];
  });
  const byPlace = new Map([...own, ...answered].map((fact) => [keyOf(fact), fact]));
  return { members, facts: [...byPlace.values()].filter(({ value, row }) => value !== null || row !== null) };
}

/** With what another book says of the event of the case. */
export function withEventFacts({ members, facts }: Known, given: FactValues): Known {
  const answered = new Set(facts.map(keyOf));
  const more = listed('event', EVENT, given, 'register').filter((fact) => !answered.has(keyOf(fact)));
  return { members, facts: [...facts, ...more] };
}

function listed(
  on: KnownFact['on'],
  index: number,
  given: Readonly<Record<string, FactValue>>,
  provenance: Provenance,
) {
  return Object.entries(given).map(([id, value]): KnownFact => ({ on, index, id, value, provenance, row: null }));
}

function answerIn(vault: Pick<Vault, 'open'>, row: FactRow): Omit<KnownFact, 'index'> {
  // Sealed by recordFacts from a value of the contract; the provenance is checked by the table.
  const value = JSON.parse(vault.open('fact', 'value', row.id, row.value_encrypted)) as FactValue;
  return { on: row.about, id: row.question, value, provenance: row.provenance as Provenance, row };
}

export function keyOf({ on, index, id }: Pick<KnownFact, 'on' | 'index' | 'id'>): string {
  return `${on} ${index} ${id}`;
}

/**
 * As the rules take them on a day. What the place does not ask for, or cannot compute with any more, is not known to
 * them.
 */
export function factsForRules(
  rules: CheckedRules,
  { members, facts }: Known,
  on: string,
): { readonly facts: HouseholdFacts; readonly origins: readonly FactOrigin[] } {
  const asked = facts.filter(({ id, on, value }) => {
    const entry = rules.catalogue.entries.get(id);
    return value !== null && entry?.isFact === true && entry.on === on;
  });
  const read = readFacts(rules, arranged(asked, members.length), on);
  const wrong = new Set(read.ok ? [] : read.issues.map(({ path }) => path.join(' ')));
  const usable = asked.filter((fact) => !wrong.has(pathOf(fact).join(' ')));
  return {
    facts: arranged(usable, members.length),
    origins: usable.map(({ on, index, id, provenance }) => ({ on, index, id, provenance })),
  };
}

/** Where a fact stands among the facts of a household. */
export function pathOf({ on, index, id }: Pick<KnownFact, 'on' | 'index' | 'id'>): readonly (string | number)[] {
  return on === 'household' ? ['household', id] : [on === 'person' ? 'members' : 'events', index, id];
}

type Placed = Pick<KnownFact, 'on' | 'index' | 'id' | 'value'>;

export function arranged(facts: readonly Placed[], memberCount: number): HouseholdFacts {
  const of = (on: KnownFact['on'], index: number) =>
    Object.fromEntries(
      facts.filter((fact) => fact.on === on && fact.index === index).map(({ id, value }) => [id, value]),
    );
  return {
    household: of('household', 0),
    members: Array.from({ length: memberCount }, (_, index) => of('person', index)),
    events: [of('event', EVENT)],
  };
}

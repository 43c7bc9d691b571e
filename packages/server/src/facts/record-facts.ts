import { randomUUID } from 'node:crypto';
import type { FieldError, NewFact } from '@yimen/contracts';
import { type CheckedRules, readFacts } from '@yimen/rules';
import { civilDate } from '../platform/clock/clock.ts';
import type { Tx } from '../platform/db/database.ts';
import { refuseByConstraint } from '../platform/db/refuse-by-constraint.ts';
import { type FieldSaid, fieldErrorOf, Refused, refused } from '../platform/refused.ts';
import type { Vault } from '../platform/vault/vault.ts';
import { arranged, type Known, type KnownFact, keyOf, pathOf } from './known-facts.ts';
import { insertFacts, type NewFactRow } from './store.ts';

export type FactsOfCase = {
  readonly caseId: string;
  readonly householdId: string;
  /** Of the household: decides who sees them. */
  readonly regionCode: string;
  readonly author: { readonly accountId: string; readonly name: string };
  readonly now: Date;
};

/** Somebody else answered, corrected or changed the same fact first. */
const TOLD_BEFORE = { fact_first_once: 'VERSION_CONFLICT', fact_superseded_once: 'VERSION_CONFLICT' } as const;

/** Writes what was learned, each with its source; @returns what is known from now on. */
export async function recordFacts(
  { vault, rules }: { readonly vault: Vault; readonly rules: CheckedRules },
  tx: Tx,
  known: Known,
  given: readonly NewFact[],
  of: FactsOfCase,
): Promise<Known> {
  if (given.length === 0) return known;
  const placed = given.map((fact) => placeOf(fact, known));
  refuseWrong(given, placed, known, { rules, on: civilDate(of.now) });
  const rows = given.map((fact): NewFactRow => rowOf(vault, fact, of));
  await refuseByConstraint(TOLD_BEFORE, {}, () => insertFacts(tx, rows));
  const told = placed.map((fact, at): KnownFact => {
    const row = rows[at];
    return { ...fact, row: row ? { ...row, recorded_by: of.author.name } : null };
  });
  const merged = new Map([...known.facts, ...told].map((fact) => [keyOf(fact), fact]));
  return { ...known, facts: [...merged.values()] };
}

type Placed = Omit<KnownFact, 'row'>;

/** A person who does not belong to the household stands nowhere: -1. */
function placeOf({ on, personId, question, value, provenance }: NewFact, { members }: Known): Placed {
  const index = on === 'person' ? members.findIndex((member) => member.personId === personId) : 0;
  return { on, index, id: question, value, provenance };
}

/** The rules of the place, and the day something is written down. */
type RulesOn = { readonly rules: CheckedRules; readonly on: string };

function refuseWrong(given: readonly NewFact[], placed: readonly Placed[], known: Known, { rules, on }: RulesOn): void {
  const values = wrongValues(placed, known.members.length, { rules, on });
  const twice = new Set<string>();
  const errors = given.flatMap((fact, at): FieldError[] => {
    const place = placed[at];
    if (!place) return [];
    const isTwice = twice.has(keyOf(place));
    twice.add(keyOf(place));
    const told = known.facts.find((one) => keyOf(one) === keyOf(place));
    const own = [
      ...findWrongPlace(fact, place, { isTwice, rules }),
      ...findWrongAct(fact, told),
      ...(values.get(keyOf(place)) ?? []),
    ];
    return own.map(({ field, ...said }) => fieldErrorOf(`facts.${at}.${field}`, said));
  });
  if (errors.length > 0) throw new Refused('INVALID_INPUT', undefined, errors);
}

type Wrong = FieldSaid & { readonly field: keyof NewFact };

function findWrongPlace(
  { on, personId, question }: NewFact,
  { index }: Placed,
  { isTwice, rules }: { readonly isTwice: boolean; readonly rules: CheckedRules },
): Wrong[] {
  const entry = rules.catalogue.entries.get(question);
  if (!entry?.isFact || entry.on !== on) return [{ field: 'question', ...NOT_ASKED }];
  if (index < 0 || (on !== 'person' && personId !== null)) return [{ field: 'personId', ...NOT_A_MEMBER }];
  return isTwice ? [{ field: 'question', ...TWICE }] : [];
}

/** Whoever writes over an answer must have seen it. */
function findWrongAct({ act, supersedesId, value }: NewFact, told: KnownFact | undefined): Wrong[] {
  if (told && !told.row && told.provenance === 'register') return [{ field: 'question', ...OF_THE_REGISTER }];
  const current = told?.row?.id ?? null;
  if (supersedesId !== null && supersedesId !== current) {
    throw refused('VERSION_CONFLICT', { theirs: { factId: current, value: told?.value ?? null } });
  }
  if ((act === 'initial') !== (supersedesId === null)) return [{ field: 'supersedesId', ...WHICH }];
  if (current !== null && supersedesId === null) return [{ field: 'supersedesId', ...KNOWN }];
  return value === null && supersedesId === null ? [{ field: 'value', ...NOTHING }] : [];
}

function wrongValues(placed: readonly Placed[], memberCount: number, { rules, on }: RulesOn): Map<string, Wrong[]> {
  const found = new Map<string, Wrong[]>();
  const asked = placed.filter((fact) => fact.index >= 0 && rules.catalogue.entries.get(fact.id)?.on === fact.on);
  const read = readFacts(rules, arranged(asked, memberCount), on);
  for (const { path, ...said } of read.ok ? [] : read.issues) {
    const fact = asked.find((one) => pathOf(one).join(' ') === path.join(' '));
    if (fact) found.set(keyOf(fact), [{ field: 'value', ...said }]);
  }
  return found;
}

function rowOf(vault: Pick<Vault, 'seal'>, fact: NewFact, of: FactsOfCase): NewFactRow {
  const id: string = randomUUID();
  return {
    id,
    household_id: of.householdId,
    region_code: of.regionCode,
    about: fact.on,
    person_id: fact.personId,
    case_id: fact.on === 'event' ? of.caseId : null,
    question: fact.question,
    value_encrypted: vault.seal('fact', 'value', id, JSON.stringify(fact.value)),
    provenance: fact.provenance,
    provenance_note: fact.provenanceNote,
    act: fact.act,
    supersedes_id: fact.supersedesId,
    recorded_at: of.now,
    recorded_by: of.author.accountId,
  };
}

const NOT_ASKED = { zh: '当地政策没有这项事实。', en: 'The policy of the place has no such fact.' };
const NOT_A_MEMBER = { zh: '请指明家庭成员。', en: 'Name a member of the household.' };
const TWICE = { zh: '同一事实填了两次。', en: 'The same fact stands here twice.' };
const OF_THE_REGISTER = {
  zh: '以人员档案和案件登记为准，请到档案中更正。',
  en: 'The register says this: correct it there.',
};
const WHICH = {
  zh: '更正或变更须指明原记录，新增则不能指明。',
  en: 'A correction or succession names the old entry; a new entry does not.',
};
const KNOWN = {
  zh: '这项事实已有记录，请说明是更正还是变更。',
  en: 'This fact is on record: say whether it was wrong or has changed.',
};
const NOTHING = { zh: '请填写内容。', en: 'Say what is known.' };

import type { NewFact } from '@yimen/contracts';
import { type FactValue, findPolicyForRegion } from '@yimen/rules';
import { findCase } from '../../casework/index.ts';
import { factsForRules, loadKnownFacts, PLAIN_HOUSEHOLD, PLAIN_PERSON } from '../../facts/index.ts';
import { listMembers } from '../../households/index.ts';
import { SYSTEM_CONTEXT } from '../../platform/db/access-context.ts';
import type { TestApi } from '../../platform/testing/index.ts';
import {
  aFactAbout,
  aMember,
  anIntake,
  assessmentActs,
  PLACES,
  reliefActs,
  type SmallCounty,
} from '../../testing/index.ts';

const monthly = (fen: number) => ({ wageIncome: fen * 12 });

/** One person each: what the change of the standards in July does to them. */
export const KINDS = {
  gains: { household: { area: 'urban' }, person: {} },
  enters: { household: { area: 'urban' }, person: monthly(77_000) },
  rich: { household: { area: 'urban' }, person: monthly(900_000) },
  loses: { household: { area: 'rural' }, person: {} },
  leaves: { household: { area: 'rural' }, person: monthly(71_000) },
  exits: {
    household: {
      area: 'urban',
      recognisedClass: 'dibao',
      roseByWork: true,
      aboveStandardSince: '2026-03-01',
      dibaoPaidBefore: 45_000,
    },
    person: monthly(300_000),
  },
} as const;
export type Kind = keyof typeof KINDS;

export type Family = {
  readonly kind: Kind;
  readonly caseId: string;
  readonly householdId: string;
  readonly personId: string;
  readonly town: 'town' | 'otherTown';
  readonly name: string;
};

/** Families that were taken in and assessed, by the window of their town. */
export function familyActs(api: TestApi, county: SmallCounty) {
  const { openCase } = reliefActs(api, county);
  const { assess, known } = assessmentActs(api, county);
  const { services } = api;

  async function aFamily(kind: Kind, town: Family['town'], name = `测试${kind}`): Promise<Family> {
    const village = town === 'town' ? PLACES.village : PLACES.farVillage;
    const clerk = town === 'town' ? 'town.window' : 'other-town.window';
    const member = aMember({ name, birthDate: '1976-05-01', idNumber: null });
    const household = { is: 'new' as const, regionCode: village, members: [member], searched: true as const };
    const opened = await openCase(
      anIntake({ household, event: { ...anIntake().event, placeRegionCode: village } }),
      clerk,
    );
    const [person] = await services.database.transact(SYSTEM_CONTEXT, (tx) => listMembers(tx, opened.householdId));
    const personId = person?.personId ?? '';
    const given = KINDS[kind];
    const facts: NewFact[] = [
      ...Object.entries({ ...PLAIN_HOUSEHOLD, ...given.household }).map(([id, value]) => aFactAbout(id, value)),
      ...Object.entries({ ...PLAIN_PERSON, ...given.person }).map(([id, value]) =>
        aFactAbout(id, value, { on: 'person', personId }),
      ),
    ];
    const assessed = await assess(opened.caseId, { urgencyAnswers: {}, facts }, clerk);
    if (assessed.status !== 200) throw new Error(assessed.text);
    return { kind, caseId: opened.caseId, householdId: opened.householdId, personId, town, name };
  }

  return {
    aFamily,
    /** Some at a time, of every kind in both towns in turn. */
    async families(count: number): Promise<readonly Family[]> {
      const kinds = Object.keys(KINDS) as Kind[]; // the literal keys of the table above
      const made: Family[] = [];
      for (let from = 0; from < count; from += 8) {
        const some = Array.from({ length: Math.min(8, count - from) }, (_, index) => from + index);
        made.push(
          ...(await Promise.all(
            some.map((number) =>
              aFamily(
                kinds[number % kinds.length] ?? 'rich',
                Math.floor(number / kinds.length) % 2 === 0 ? 'town' : 'otherTown',
              ),
            ),
          )),
        );
      }
      return made;
    },
    /** An answer that was wrong, or has changed, and an assessment with it. */
    async learns({ caseId, personId, town }: Family, question: string, value: FactValue): Promise<void> {
      const clerk = town === 'town' ? 'town.window' : 'other-town.window';
      const told = (await known(caseId, clerk)).body.items.find(({ id }) => id === question);
      const on = told?.on === 'person' ? { on: 'person' as const, personId } : {};
      const fact = aFactAbout(question, value, { ...on, act: 'correction', supersedesId: told?.factId ?? null });
      const { status, text } = await assess(caseId, { urgencyAnswers: {}, facts: [fact] }, clerk);
      if (status !== 200) throw new Error(text);
    },
    /** What the policy of a day says about one household, determined by itself and not by columns. */
    async determined({ caseId }: Family, on: string) {
      const known = await services.database.transact(SYSTEM_CONTEXT, async (tx) => {
        const found = await findCase(tx, caseId);
        return found && { found, facts: await loadKnownFacts(services.vault, tx, found, {}) };
      });
      const policy = known && findPolicyForRegion(services.policy, known.found.region_code, on);
      if (!policy) throw new Error('no policy');
      const { facts } = factsForRules(services.rulebook.rulesOn(policy), known.facts, policy.on);
      const result = services.rulebook.determine(policy, facts);
      if (!result.ok) throw new Error(JSON.stringify(result.issues));
      return result.determined.outcomes;
    },
  };
}

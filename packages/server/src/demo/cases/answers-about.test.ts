import { AREAS, checkRules, findPolicyForRegion, readFacts, ruleSetOf } from '@yimen/rules';
import { expect, test } from 'vitest';
import { loadPolicySet } from '../../policy/index.ts';
import { defineCounty } from '../county.ts';
import { readRegionTree } from '../region-tree.ts';
import { answersAbout } from './answers-about.ts';

const ON = '2026-07-01';
const { households } = defineCounty(readRegionTree(), '2026-07-01T00:00:00.000Z');
const policy = findPolicyForRegion(loadPolicySet(), '341503000000', ON);

test('what the demonstration knows of its households the rules of the county can read, in town and in villages', () => {
  const checked = policy && checkRules(ruleSetOf(policy.chain), ON);
  if (!checked?.ok) throw new Error('no rules');
  const some = households.slice(0, 300);
  const facts = some.map((household) => {
    const ids = new Map(household.members.map(({ key }) => [key, key]));
    const answers = answersAbout(household, ids);
    const of = (personId: string | null) =>
      Object.fromEntries(
        answers.filter((one) => one.personId === personId).map(({ question, value }) => [question, value]),
      );
    return { household: of(null), members: household.members.map(({ key }) => of(key)), events: [] };
  });
  for (const one of facts) expect(readFacts(checked.rules, one)).toMatchObject({ ok: true });
  expect(new Set(facts.map(({ household }) => household['area']))).toEqual(new Set(AREAS));
  const said = (question: string) => new Set(facts.flatMap(({ members }) => members.map((member) => member[question])));
  expect(said('canWork')).toEqual(new Set(['full', 'partial', 'none']));
  expect(said('schooling').size).toBeGreaterThan(3);
  expect(said('disabilityGrade').size).toBeGreaterThan(2);
});

import { findPolicyForRegion, findProgramme, type Programme } from '@yimen/rules';
import { titleOf } from '@yimen/rules/testing';
import { describe, expect, test } from 'vitest';
import { loadPolicySet, POLICIES_DIRECTORY } from './index.ts';

const set = loadPolicySet(POLICIES_DIRECTORY);

function programme(id: string): Programme {
  const policy = findPolicyForRegion(set, '341503100001', '2026-03-01');
  const found = policy && findProgramme(policy, id);
  if (!found) throw new Error(`no programme ${id}`);
  return found;
}

describe('programmes of groups as published', () => {
  test(titleOf('T-116'), () => {
    expect(programme('deFactoUnattendedChild').publicity).toEqual([]);
    expect(programme('orphan').publicity).toEqual([]);
  });

  test.each(['disabilityLivingSubsidy', 'disabilityNursingSubsidy', 'childRehabilitation', 'vagrantAid', 'legalAid'])(
    '%s puts nobody on show: a disability, a refuge and a lawsuit are private',
    (id) => expect(programme(id).publicity).toEqual([]),
  );

  test('a child chooses between the subsidy of orphans or unattended children and tekun', () => {
    expect(programme('orphan').excludes).toContain('tekun');
    expect(programme('deFactoUnattendedChild').excludes).toContain('tekun');
    expect(programme('disabilityNursingSubsidy').excludes).toContain('tekun');
  });

  test('the rescue station decides and asks for no paper; nobody applies for the price subsidy', () => {
    expect(programme('vagrantAid')).toMatchObject({ applyAt: 'rescueStation', documents: [] });
    expect(programme('priceLinkage')).toMatchObject({ applyAt: 'nobody', documents: [] });
  });

  test('rebuilding money is publicised in the village by name alone, and afterwards with the amount', () => {
    expect(programme('rebuildSubsidy').publicity.map(({ shows }) => shows)).toEqual([['name'], ['name', 'amount']]);
  });
});

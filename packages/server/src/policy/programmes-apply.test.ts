import { findDepartment, findPolicy, findProgramme, type PolicyOn } from '@yimen/rules';
import { titleOf } from '@yimen/rules/testing';
import { expect, test } from 'vitest';
import { loadPolicySet, POLICIES_DIRECTORY } from './index.ts';

const set = loadPolicySet(POLICIES_DIRECTORY);

function policyOf(packId: string): PolicyOn {
  const policy = findPolicy(set, packId, '2026-03-01');
  if (!policy) throw new Error(`no policy for ${packId}`);
  return policy;
}

function decidedBy(programmeId: string) {
  const policy = policyOf('anhui-luan-yuan');
  const programme = findProgramme(policy, programmeId);
  const duty = programme?.decider?.duty;
  return {
    applyAt: programme?.applyAt,
    level: programme?.decider?.level,
    department: duty === undefined ? undefined : findDepartment(policy, duty)?.department,
  };
}

test(titleOf('T-124'), () => {
  expect(decidedBy('medicalAssistance')).toEqual({
    applyAt: 'window',
    level: 'county',
    department: 'medical-insurance',
  });
});

test(titleOf('T-125'), () => {
  expect(decidedBy('educationAssistance')).toMatchObject({ applyAt: 'school', department: 'education' });
});

test(titleOf('T-126'), () => {
  expect(decidedBy('housingAssistance')).toMatchObject({ level: 'county', department: 'housing-construction' });
});

test('T-089: aid by expenditure is decided by the county and publicised, urgent relief has its own procedure', () => {
  const policy = policyOf('anhui-luan-yuan');
  expect(findProgramme(policy, 'expenditureAid')).toMatchObject({ procedure: null, decider: { level: 'county' } });
  expect(findProgramme(policy, 'expenditureAid')?.publicity).not.toEqual([]);
  expect(findProgramme(policy, 'urgentRelief')).toMatchObject({ procedure: 'urgent-relief', publicity: [] });
});

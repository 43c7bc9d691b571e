import { EVENT_KINDS, REPORT_CHANNELS, REPORTER_KINDS } from '@yimen/contracts';
import { createRulebook, findPolicyForRegion, requiredApprovals } from '@yimen/rules';
import { describe, expect, test } from 'vitest';
import { classifyCaseUrgency } from '../../assessment/index.ts';
import { loadPolicySet } from '../../policy/index.ts';
import { defineCounty } from '../county.ts';
import { readRegionTree } from '../region-tree.ts';
import { SCENARIOS } from './index.ts';
import { STAGES } from './scenario.ts';

const NOW = '2026-11-21T13:00:00.000Z';
const county = defineCounty(readRegionTree(), NOW);

describe('the stories', () => {
  test('some 80 cases stand at every stage of their life and cover every kind of event', () => {
    expect(SCENARIOS.length).toBeGreaterThanOrEqual(80);
    expect(STAGES.filter((stage) => !SCENARIOS.some((story) => story.stage === stage))).toEqual([]);
    expect(EVENT_KINDS.filter((kind) => !SCENARIOS.some((story) => story.event === kind))).toEqual([]);
    expect(new Set(SCENARIOS.map((story) => story.key)).size).toBe(SCENARIOS.length);
  });

  test('裕安区 四(三)2: village up to 1,000, township up to 2,000, 3,000 together, above it the district after exhaustion', () => {
    for (const story of county.cases) {
      const sum = (level: string) =>
        story.grants.filter((grant) => grant.level === level).reduce((total, grant) => total + grant.amountFen, 0);
      expect(sum('village')).toBeLessThanOrEqual(100_000);
      expect(sum('township')).toBeLessThanOrEqual(200_000);
      const overridden = story.grants.some((grant) => grant.overrideReason !== null);
      if (sum('township') > 0 && !overridden) expect(sum('village'), story.key).toBe(100_000);
      if (sum('county') > 0) expect(sum('village') + sum('township'), story.key).toBe(300_000);
    }
  });

  test('a stage past the decision has a grant, a visit and a time; an end has a reason', () => {
    for (const story of county.cases) {
      const at = STAGES.indexOf(story.stage);
      const closed = story.stage.startsWith('closed');
      if (at >= STAGES.indexOf('intake')) expect(story.finding, story.key).not.toBeNull();
      if (at >= STAGES.indexOf('proposed') && !closed) expect(story.grants.length, story.key).toBeGreaterThan(0);
      if (story.stage === 'closed-aid') expect(story.grants.length, story.key).toBeGreaterThan(0);
      if (story.stage === 'closed-referred') expect(story.referral, story.key).not.toBeNull();
      expect(story.closing !== null, story.key).toBe(closed);
      expect(story.reportedAt < NOW).toBe(true);
    }
  });

  test('the answers to the policy questions lead to the class the story names', () => {
    const policy = openPolicy();
    const rulebook = createRulebook();
    for (const story of county.cases) {
      const { established } = classifyCaseUrgency(rulebook, policy, story.urgencyAnswers);
      expect(established, story.key).toBe(story.urgency);
    }
  });

  test('district stages have money for the district', () => {
    const district = ['handed-up', 'awaiting-conference', 'district-approved', 'batch-sent', 'paid-district'];
    const without = county.cases.filter(
      (story) => district.includes(story.stage) && !story.grants.some((grant) => grant.level === 'county'),
    );
    expect(without.map((story) => story.key)).toEqual([]);
  });

  test('2020意见 第15条: what is above the figure waits for its conference or was discussed first, nothing else is', () => {
    const policy = openPolicy();
    const discussed = county.cases.filter((story) =>
      story.grants.some((grant) => {
        const approvals = requiredApprovals(grant, policy);
        return approvals.allowed && approvals.figures.caseConference;
      }),
    );
    const waiting = discussed.filter((story) => story.stage === 'awaiting-conference');
    const held = county.cases.filter((story) => story.grants.some((grant) => grant.conference !== null));
    expect([waiting.length, held.length]).toEqual([1, 1]);
    expect([...waiting, ...held].map((story) => story.key).sort()).toEqual(discussed.map((story) => story.key).sort());
    const [grant] = held.flatMap((story) => story.grants).filter((one) => one.conference !== null);
    expect(grant?.instalments).toBeGreaterThan(1);
    expect(grant?.conference?.seats.length).toBeGreaterThanOrEqual(2);
  });

  test('every report is told by a post that exists, through a known channel, about people of the register', () => {
    const posts = new Set(county.posts.map((post) => post.key));
    const offices = new Set(county.offices.map((office) => office.key));
    const households = new Set(county.households.map((household) => household.key));
    for (const story of county.cases) {
      const { report } = story;
      expect(report.reporterPostKey === null || posts.has(report.reporterPostKey), story.key).toBe(true);
      expect(REPORT_CHANNELS).toContain(report.channel);
      expect(REPORTER_KINDS).toContain(report.reporterKind);
      expect(offices.has(story.windowKey) && offices.has(story.societyKey)).toBe(true);
      expect(story.referral === null || offices.has(story.referral.officeKey), story.key).toBe(true);
      expect(households.has(story.householdKey)).toBe(true);
      expect(report.whatHappened, story.key).not.toMatch(/[{}]/);
    }
  });

  test('a story about a child is told of a household with a child', () => {
    for (const story of SCENARIOS.filter((one) => one.report.includes('{child}'))) {
      const household = county.households.find((one) => one.key === caseOf(story.key)?.householdKey);
      expect(
        household?.members.some((one) => one.relation === 'child' || one.relation === 'grandchild'),
        story.key,
      ).toBe(true);
    }
  });

  test('doubles, repeats and follow-ups speak of the same household as the first story, after it', () => {
    for (const story of county.cases) {
      const first = caseOf(story.duplicateOf ?? story.repeatOf ?? story.followUpOf ?? '');
      if (!first) continue;
      expect(story.householdKey).toBe(first.householdKey);
      expect(story.reportedAt > first.reportedAt, story.key).toBe(true);
    }
  });

  test('families of the stories have nobody at work who would be barred from their case', () => {
    const told = new Set(county.cases.map((story) => story.householdKey));
    expect(county.relatives.length).toBeGreaterThan(20);
    expect(county.relatives.filter((filing) => told.has(filing.memberKey.slice(0, 5)))).toEqual([]);
  });
});

function openPolicy() {
  const policy = findPolicyForRegion(loadPolicySet(), county.countyCode, '2026-11-21');
  if (!policy) throw new Error('no policy for the demonstration county');
  return policy;
}

function caseOf(key: string) {
  return county.cases.find((story) => story.key === key);
}

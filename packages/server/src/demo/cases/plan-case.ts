import type { CLAIMED_URGENCIES, EventKind } from '@yimen/contracts';
import { addDays, addHours, dateInShanghai, startOfDay } from '@yimen/rules';
import type { DemoHousehold } from '../households/household.ts';
import type { CaseOutcome, Scenario, Stage } from '../scenarios/scenario.ts';
import { answerQuestions, type UrgencyAnswers } from './answer-questions.ts';
import { type DemoGrant, planGrants } from './plan-grants.ts';
import { type ReportRoute, routeReport } from './report-route.ts';

export interface DemoReport extends ReportRoute {
  readonly placeRegionCode: string;
  readonly eventKind: EventKind;
  readonly occurredOn: string;
  readonly whatHappened: string;
  readonly claimedUrgency: (typeof CLAIMED_URGENCIES)[number];
  readonly subjectName: string | null;
  readonly subjectPhone: string | null;
  readonly peopleCount: number;
  readonly anonymous: boolean;
}

/** One story, ready to be told through the use cases: who, where, when, what is granted, how far it goes, how it ends. */
export interface DemoCase {
  readonly key: string;
  readonly title: string;
  readonly stage: Stage;
  readonly householdKey: string;
  readonly reportedAt: string;
  readonly report: DemoReport;
  /** Key of the window that receives it: the township where it happened. */
  readonly windowKey: string;
  readonly societyKey: string;
  /** The class the answers must lead to. */
  readonly urgency: Scenario['urgency'];
  readonly urgencyAnswers: UrgencyAnswers;
  readonly finding: string | null;
  readonly grants: readonly DemoGrant[];
  /** Story this report doubles. */
  readonly duplicateOf: string | null;
  readonly repeatOf: string | null;
  readonly followUpOf: string | null;
  readonly referral: { readonly officeKey: string; readonly need: string } | null;
  readonly closing: { readonly outcome: CaseOutcome; readonly reason: string } | null;
}

export interface CasePlace {
  readonly regionCode: string;
  readonly townshipKey: string;
  readonly villageKey: string;
}

export function planCase(scenario: Scenario, place: CasePlace, household: DemoHousehold, now: string): DemoCase {
  const reportedAt = reportMoment(scenario, now);
  return {
    key: scenario.key,
    title: scenario.title,
    stage: scenario.stage,
    householdKey: household.key,
    reportedAt,
    report: tellReport(scenario, place, household, reportedAt),
    windowKey: place.townshipKey,
    societyKey: place.villageKey,
    urgency: scenario.urgency,
    urgencyAnswers: answerQuestions(scenario),
    finding: scenario.finding ? tell(scenario.finding, household) : null,
    grants: planGrants(scenario),
    duplicateOf: scenario.duplicateOf ?? null,
    repeatOf: scenario.repeatOf ?? null,
    followUpOf: scenario.followUpOf?.key ?? null,
    referral: scenario.referTo
      ? { officeKey: scenario.referTo, need: `${scenario.title}：${tell(scenario.finding ?? '', household)}` }
      : null,
    closing: scenario.closing ? { outcome: closingOutcome(scenario), reason: tell(scenario.closing, household) } : null,
  };
}

/** At its hour so many days ago, and never later than ten minutes before now. */
function reportMoment(scenario: Scenario, now: string): string {
  const day = addDays(dateInShanghai(now), -scenario.daysAgo);
  const planned = addHours(startOfDay(day), scenario.hour);
  const latest = addHours(now, -1 / 6);
  if (planned > latest) return latest;
  return planned;
}

function tellReport(scenario: Scenario, place: CasePlace, household: DemoHousehold, reportedAt: string): DemoReport {
  const [head] = household.members;
  const known = scenario.family !== 'wanderer';
  return {
    ...routeReport(scenario, place.townshipKey, place.villageKey),
    placeRegionCode: place.regionCode,
    eventKind: scenario.event,
    occurredOn: dateInShanghai(reportedAt),
    whatHappened: tell(scenario.report, household),
    claimedUrgency: CLAIMS[scenario.urgency],
    subjectName: known ? (head?.name ?? null) : null,
    subjectPhone: scenario.anonymous ? null : (head?.phone ?? null),
    peopleCount: household.members.length,
    anonymous: scenario.anonymous ?? false,
  };
}

/** The words of a story with the names of its family. */
function tell(words: string, household: DemoHousehold): string {
  const child = household.members.find((member) => member.relation === 'child' || member.relation === 'grandchild');
  return words.replaceAll('{name}', household.members[0]?.name ?? '').replaceAll('{child}', child?.name ?? '');
}

const CLAIMS = { lifeThreatening: 'now', urgent: 'today', ordinary: 'soon' } as const;

function closingOutcome(scenario: Scenario): CaseOutcome {
  if (scenario.closingOutcome) return scenario.closingOutcome;
  return scenario.stage === 'closed-referred' ? 'referral' : 'aid';
}

import { dueAfter, type RunningClock, warnAt } from '../calendar/clock.ts';
import type { Instant } from '../calendar/instant.ts';
import type { PlainDate } from '../calendar/plain-date.ts';
import type { WorkingDayCalendar } from '../calendar/working-day-calendar.ts';
import { allow, type Decision } from '../decision.ts';
import { calculation, condition, parameter } from '../explanation/build-explanation.ts';
import type { PolicyOn } from '../policy/policy-on.ts';
import { resolveLimit, resolveTable } from '../policy/read-parameter.ts';
import type { Row } from '../policy/unit.ts';
import type { Text } from '../text.ts';
import { DUTY_LABELS } from './labels.ts';
import { refuseUnknown } from './refusal.ts';

export const PAPER_PROVIDERS = ['applicant', 'worker', 'dataSource'] as const;
/** Who brings a paper; what a data source can answer is never asked of the person. */
export type PaperProvider = (typeof PAPER_PROVIDERS)[number];

export const PAPER_OCCASIONS = ['always', 'bank', 'cash', 'inKind', 'override'] as const;
export type PaperOccasion = (typeof PAPER_OCCASIONS)[number];

export interface AidPaid {
  readonly paidAt: Instant;
  /** How it was paid; decides which papers are owed. */
  readonly form: 'bank' | 'cash' | 'inKind';
  readonly overrideUsed: boolean;
  /** Papers already in the dossier. */
  readonly heldPaperIds: readonly string[];
}

/** One paper owed after aid was paid first: what, by whom, until when. */
export interface PaperDuty {
  readonly paperId: string;
  readonly label: Text;
  readonly provider: PaperProvider;
  readonly dueOn: PlainDate;
  readonly dueAt: Instant;
  readonly warnAt: Instant;
  readonly provisional: boolean;
  readonly clauseId: string;
}

export interface AfterCheckDuty {
  readonly dueOn: PlainDate;
  readonly dueAt: Instant;
  readonly provisional: boolean;
  readonly clauseId: string;
}

export interface PapersAfter {
  readonly duties: readonly PaperDuty[];
  /** Check of an emergency override; null when none was used. */
  readonly afterCheck: AfterCheckDuty | null;
}

/** 2020意见 第15条, 青海 2016 二(二)三: aid first, papers after. */
export function papersAfter(
  aid: AidPaid,
  policy: PolicyOn,
  calendar: WorkingDayCalendar,
): Decision<PapersAfter, 'POLICY_UNKNOWN'> {
  const papers = resolveTable(policy, 'urgentRelief.papers');
  if (!papers.known) return refuseUnknown(papers);
  const within = resolveLimit(policy, 'urgentRelief.papersWithin');
  if (!within.known) return refuseUnknown(within);
  const checkWithin = resolveLimit(policy, 'urgentRelief.afterCheckWithin');
  if (!checkWithin.known) return refuseUnknown(checkWithin);
  const warnBefore = resolveLimit(policy, 'clock.warnBefore');
  if (!warnBefore.known) return refuseUnknown(warnBefore);

  const due = dueAfter({ limit: within.limit, startedAt: aid.paidAt }, calendar);
  const owed = papers.value.filter((row) => isOwed(row, aid));
  const duties = owed.map((row) => ({
    ...paperOf(row),
    ...momentOf(due),
    warnAt: warnAt(due, warnBefore.limit, calendar),
    clauseId: within.clause.id,
  }));
  const check = dueAfter({ limit: checkWithin.limit, startedAt: aid.paidAt }, calendar);
  const afterCheck = aid.overrideUsed ? { ...momentOf(check), clauseId: checkWithin.clause.id } : null;
  const explanation = condition('urgentRelief.papersAfter', DUTY_LABELS.papers, 'yes', [
    parameter(within),
    ...duties.map((duty) => {
      const label = { zh: `补齐${duty.label.zh}的最后一日`, en: `last day for the ${duty.label.en}` };
      return calculation({ id: duty.paperId, label, value: duty.dueOn, unit: 'date' }, []);
    }),
  ]);
  return allow({ duties, afterCheck }, explanation);
}

function momentOf({ dueOn, dueAt, provisional }: RunningClock) {
  return { dueOn, dueAt, provisional };
}

function isOwed(row: Row, aid: AidPaid): boolean {
  if (aid.heldPaperIds.includes(String(row['id']))) return false;
  const occasions = Array.isArray(row['when']) ? row['when'] : [];
  if (occasions.includes('always') || occasions.includes(aid.form)) return true;
  return aid.overrideUsed && occasions.includes('override');
}

function paperOf(row: Row): Pick<PaperDuty, 'paperId' | 'label' | 'provider'> {
  return {
    paperId: String(row['id']),
    label: { zh: String(row['labelZh']), en: String(row['labelEn']) },
    provider: PAPER_PROVIDERS.find((one) => one === row['provider']) ?? 'worker',
  };
}

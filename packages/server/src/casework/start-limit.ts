import {
  dueAfter,
  findPolicyForRegion,
  type Limit,
  type PolicyOn,
  resolveLimit,
  titleInWords,
  warnAt,
} from '@yimen/rules';
import { civilDate } from '../platform/clock/clock.ts';
import { refused } from '../platform/refused.ts';
import type { Services } from '../services.ts';

/** A time limit started: due and warning moments with the clause that sets them, as a task stores it. */
export type TaskClock = {
  readonly startedAt: Date;
  readonly dueAt: Date;
  readonly dueOn: string;
  readonly warnAt: Date;
  readonly provisional: boolean;
  readonly limitAmount: number;
  readonly limitUnit: 'workingDays' | 'calendarDays' | 'hours';
  readonly clauseId: string;
  readonly clauseZh: string;
  readonly clauseEn: string;
};

export type LimitStart = {
  readonly regionCode: string;
  readonly parameter: string;
  readonly startedAt: Date;
  /** Whose day's policy sets the limit, when it starts on a later day than it was set. */
  readonly setOn?: Date;
};

/** Starts the limit that the policy of the place sets; refused when the place has none, never guessed. */
export function startLimit(services: Pick<Services, 'policy' | 'calendar'>, start: LimitStart): TaskClock {
  const policy = policyFor(services, start.regionCode, start.setOn ?? start.startedAt);
  const found = resolveLimit(policy, start.parameter);
  if (!found.known) throw refused('POLICY_UNKNOWN', { parameter: start.parameter });
  const { amount, clock } = found.limit;
  if (clock === 'months' || clock === 'years')
    throw refused('POLICY_UNKNOWN', { parameter: start.parameter, unit: clock });
  const { instrument, article } = found.clause;
  return {
    startedAt: start.startedAt,
    ...momentsOf(services, policy, { limit: { amount, clock }, startedAt: start.startedAt }),
    limitAmount: amount,
    limitUnit: clock,
    clauseId: `${found.fromPack.id}:${found.clause.id}`,
    clauseZh: `${titleInWords(instrument, 'zh')}${article.zh}`,
    clauseEn: `${instrument.title.en}, ${article.en}`,
  };
}

type ClockMoments = Pick<TaskClock, 'dueAt' | 'dueOn' | 'warnAt' | 'provisional'>;
export type StartedLimit = Pick<TaskClock, 'startedAt' | 'limitAmount' | 'limitUnit'> & { readonly regionCode: string };

/** The moments of a limit that runs already, under the calendar as it stands now. */
export function countLimitAgain(services: Pick<Services, 'policy' | 'calendar'>, started: StartedLimit): ClockMoments {
  const { startedAt, limitAmount: amount, limitUnit: clock } = started;
  const policy = policyFor(services, started.regionCode, startedAt);
  return momentsOf(services, policy, { limit: { amount, clock }, startedAt });
}

function momentsOf(
  services: Pick<Services, 'calendar'>,
  policy: PolicyOn,
  { limit, startedAt }: { readonly limit: Limit; readonly startedAt: Date },
): ClockMoments {
  const calendar = services.calendar();
  const due = dueAfter({ limit, startedAt: startedAt.toISOString() }, calendar);
  const before = resolveLimit(policy, limit.clock === 'hours' ? 'clock.warnBeforeHours' : 'clock.warnBefore');
  if (!before.known) throw refused('POLICY_UNKNOWN', { parameter: before.id });
  return {
    dueAt: new Date(due.dueAt),
    dueOn: due.dueOn,
    warnAt: new Date(warnAt(due, before.limit, calendar)),
    provisional: due.provisional,
  };
}

/** The policy of a place on the day of an instant. */
export function policyFor(services: Pick<Services, 'policy'>, regionCode: string, at: Date) {
  const policy = findPolicyForRegion(services.policy, regionCode, civilDate(at));
  if (!policy) throw refused('POLICY_UNKNOWN', { regionCode });
  return policy;
}

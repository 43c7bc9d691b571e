import { isOfficeHours, type PolicyOn, type WorkingDayCalendar } from '@yimen/rules';

/** Whether the windows are open. Unknown hours count as closed: then the duty phone is rung, which harms nobody. */
export function isWithinOfficeHours(at: Date, policy: PolicyOn, calendar: WorkingDayCalendar): boolean {
  return isOfficeHours(at.toISOString(), policy, calendar) ?? false;
}

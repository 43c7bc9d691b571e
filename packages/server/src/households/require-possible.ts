import type { MemberFields } from '@yimen/contracts';
import { civilDate } from '../platform/clock/clock.ts';
import { refusedField } from '../platform/refused.ts';

/** What cannot be is refused beside its field when it is written: rules would refuse the household later on. */
export function requireBorn(birthDate: string | null | undefined, now: Date, path: string): void {
  if (birthDate && birthDate > civilDate(now))
    throw refusedField('INVALID_INPUT', path, {
      zh: '出生日期不能晚于今天',
      en: 'The date of birth cannot lie in the future',
    });
}

export function requireOneHead(
  relations: readonly MemberFields['relation'][],
  pathOf: (index: number) => string,
): void {
  const first = relations.indexOf('head');
  const second = relations.indexOf('head', first + 1);
  if (first >= 0 && second >= 0)
    throw refusedField('INVALID_INPUT', pathOf(second), {
      zh: '一户只能有一名户主，请改选与户主的关系',
      en: 'A household has one head; choose another relation',
    });
}

/** Nobody leaves before they came, nor on a day to come: that is written when it is so. */
export function requireBetween(on: string, since: string, today: string): void {
  if (on < since)
    throw refusedField('INVALID_INPUT', 'on', {
      zh: `离开日期不能早于登记为本户成员的日期（${since}）；那之前已经离开的，请填这一天，并在原因里写明`,
      en: `Nobody leaves before the register has them in the household (${since}); who left before that leaves on that day: say so in the reason`,
    });
  if (on > today)
    throw refusedField('INVALID_INPUT', 'on', {
      zh: '离开日期不能晚于今天，请在离开之后再登记',
      en: 'The day of leaving cannot lie in the future; enter it once they have left',
    });
}

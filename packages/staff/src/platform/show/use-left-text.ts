import { type CountdownReading, useText } from '@yimen/ui';
import { text } from '../text.ts';

const LEFT = { minute: 'leftMinutes', hour: 'leftHours', day: 'leftDays', workingDay: 'leftWorkingDays' } as const;
const LATE = { minute: 'lateMinutes', hour: 'lateHours', day: 'lateDays', workingDay: 'lateDays' } as const;

/** How a clock is told everywhere: 还剩 5 小时, 已超时 2 天, 已暂停计时. */
export function useLeftText(): (reading: CountdownReading) => string {
  const t = useText(text);
  return (reading) => {
    if (reading.state === 'paused') return t('paused');
    if (reading.state === 'stopped') return t('stopped');
    return t((reading.state === 'late' ? LATE : LEFT)[reading.unit], { amount: reading.amount });
  };
}

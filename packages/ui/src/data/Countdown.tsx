import { type ReactNode, useEffect, useState } from 'react';
import { type CountdownReading, countdownOf } from './countdown-of.ts';
import './data.css';

export interface CountdownProps {
  readonly dueAt: string;
  readonly warnAt?: string | undefined;
  readonly workingDaysLeft?: number | undefined;
  readonly halted?: 'paused' | 'stopped' | undefined;
  /** 还剩 2 个工作日 */
  readonly leftText: (reading: CountdownReading) => string;
  /** 3月5日前 */
  readonly byText: ReactNode;
  /** Names the rule that sets the limit. */
  readonly source?: ReactNode;
}

/** Time left to a due moment. Its figures are tabular and its box does not change size while it runs. */
export function Countdown(props: CountdownProps) {
  const { dueAt, warnAt, workingDaysLeft, halted } = props;
  const now = useNow((at) => countdownOf({ dueAt, warnAt, workingDaysLeft, halted, now: at }).nextChangeMs);
  const reading = countdownOf({ dueAt, warnAt, workingDaysLeft, halted, now });
  return (
    <span className="ym-countdown" data-state={reading.state}>
      <span className="ym-countdown-left">{props.leftText(reading)}</span>
      <time className="ym-countdown-by" dateTime={dueAt}>
        {props.byText}
      </time>
      {props.source === undefined ? null : <span className="ym-countdown-source">{props.source}</span>}
    </span>
  );
}

function useNow(nextChangeMs: (now: number) => number): number {
  const [now, setNow] = useState(Date.now);
  const waitMs = nextChangeMs(now);
  useEffect(() => {
    const timer = setTimeout(() => setNow(Date.now()), waitMs + (now - Date.now()) + 50);
    return () => clearTimeout(timer);
  }, [now, waitMs]);
  return now;
}

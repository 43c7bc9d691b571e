import { isProblem } from '@yimen/ui';
import { useEffect, useRef } from 'react';

const EVERY_MS = 15_000;

/** The line broke or the server was not there: nobody knows whether the report arrived, so it is sent again. */
export function isLineTrouble(problem: unknown): boolean {
  return (
    isProblem(problem) &&
    (problem.status === 0 || problem.status === 502 || problem.status === 503 || problem.status === 504)
  );
}

/** Sends again when the network returns and every while; the same key makes it one report. */
export function useResend(isWaiting: boolean, resend: () => void): void {
  const latest = useRef(resend);
  latest.current = resend;
  useEffect(() => {
    if (!isWaiting) return;
    const again = () => latest.current();
    const timer = setInterval(() => {
      if (navigator.onLine) again();
    }, EVERY_MS);
    window.addEventListener('online', again);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', again);
    };
  }, [isWaiting]);
}

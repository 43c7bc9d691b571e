import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { getLastCallAt, renewSession } from './session-watch.ts';
import { useFindMe, useMe } from './use-me.ts';

const WARN_MS = 120_000;
const LOOK_EVERY_MS = 1000;

export interface Idle {
  /** Set only while the warning shows. */
  readonly secondsLeft: number | undefined;
  readonly stay: () => void;
}

/**
 * Every call to the server prolongs the session there. Somebody who types without calling is not idle either:
 * a quiet call in the last third keeps that session alive.
 */
export function useIdle(): Idle {
  const me = useMe();
  const { dataUpdatedAt } = useFindMe();
  const client = useQueryClient();
  const [secondsLeft, setSecondsLeft] = useState<number>();
  const lastTouchAt = useLastTouch();
  const windowMs = Date.parse(me.idleExpiresAt) - dataUpdatedAt;

  useEffect(() => {
    const stay = () => void client.refetchQueries({ queryKey: ['me'] });
    const timer = setInterval(() => {
      const calledAt = Math.max(getLastCallAt(), dataUpdatedAt);
      const leftMs = calledAt + windowMs - Date.now();
      if (leftMs < windowMs / 3 && leftMs > WARN_MS && lastTouchAt.current > calledAt) stay();
      if (leftMs <= 0) {
        setSecondsLeft(undefined);
        clearInterval(timer);
        void renewSession().then((signedIn) => signedIn && stay());
        return;
      }
      setSecondsLeft(leftMs < Math.min(WARN_MS, windowMs / 2) ? Math.ceil(leftMs / 1000) : undefined);
    }, LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [client, dataUpdatedAt, windowMs, lastTouchAt]);

  return { secondsLeft, stay: () => void client.refetchQueries({ queryKey: ['me'] }) };
}

function useLastTouch() {
  const lastTouchAt = useRef(0);
  useEffect(() => {
    const touch = () => {
      lastTouchAt.current = Date.now();
    };
    window.addEventListener('keydown', touch);
    window.addEventListener('pointerdown', touch);
    return () => {
      window.removeEventListener('keydown', touch);
      window.removeEventListener('pointerdown', touch);
    };
  }, []);
  return lastTouchAt;
}

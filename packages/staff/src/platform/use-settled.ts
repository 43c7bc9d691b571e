import { useEffect, useState } from 'react';

/** The value as it stands when nobody has changed it for a moment: what is asked of the server while somebody types or drags. */
export function useSettled(value: string, pauseMs: number): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pauseMs);
    return () => clearTimeout(timer);
  }, [value, pauseMs]);
  return settled;
}

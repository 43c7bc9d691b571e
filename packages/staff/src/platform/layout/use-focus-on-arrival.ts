import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';

/** After a move to another page the focus stands on its heading, as after a full load. */
export function useFocusOnArrival(mainId: string): void {
  const router = useRouter();
  useEffect(
    () =>
      router.subscribe('onRendered', ({ fromLocation, pathChanged }) => {
        if (fromLocation === undefined || !pathChanged) return;
        const main = document.getElementById(mainId);
        (main?.querySelector<HTMLElement>('h1') ?? main)?.focus({ preventScroll: true });
      }),
    [router, mainId],
  );
}

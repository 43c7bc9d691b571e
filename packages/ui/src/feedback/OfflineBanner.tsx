import { type ReactNode, useSyncExternalStore } from 'react';
import './feedback.css';

/** Says what it holds while the network is away; heard when it appears. */
export function OfflineBanner({ children }: { readonly children: ReactNode }) {
  const online = useSyncExternalStore(subscribe, () => navigator.onLine);
  return (
    <div role="status" className={online ? undefined : 'ym-offline'}>
      {online ? null : children}
    </div>
  );
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
}

import { useText } from '@yimen/ui';
import { useSyncExternalStore } from 'react';
import { text } from '../text.ts';

export function OfflineBanner() {
  const t = useText(text);
  const online = useSyncExternalStore(subscribe, () => navigator.onLine);
  return (
    <div role="status" className={online ? undefined : 'ys-offline'}>
      {online ? null : t('offline')}
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

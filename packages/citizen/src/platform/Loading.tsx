import { Skeleton, useText } from '@yimen/ui';
import { text } from './text.ts';

export function Loading() {
  const t = useText(text);
  return (
    <div className="yc-loading">
      <Skeleton label={t('loading')} lines={3} shape="card" />
    </div>
  );
}

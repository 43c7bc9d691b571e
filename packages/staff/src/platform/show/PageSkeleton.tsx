import { Skeleton, useText } from '@yimen/ui';
import { text } from '../text.ts';
import './show.css';

export function PageSkeleton() {
  const t = useText(text);
  return (
    <div className="ys-page-skeleton">
      <Skeleton label={t('loading')} lines={6} />
    </div>
  );
}

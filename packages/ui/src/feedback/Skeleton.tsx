import { joinClasses } from '../join-classes.ts';
import './feedback.css';

export interface SkeletonProps {
  /** Announced once, such as 正在加载. */
  readonly label: string;
  readonly lines?: number;
  readonly shape?: 'text' | 'card';
}

/** Holds the place of what is loading, so that nothing jumps when it arrives. */
export function Skeleton({ label, lines = 3, shape = 'text' }: SkeletonProps) {
  return (
    <div className={joinClasses('ym-skeleton', `ym-skeleton-${shape}`)} role="status">
      <span className="ym-visually-hidden">{label}</span>
      {Array.from({ length: lines }, (_, line) => `line-${line}`).map((key) => (
        <span key={key} className="ym-skeleton-line" aria-hidden="true" />
      ))}
    </div>
  );
}

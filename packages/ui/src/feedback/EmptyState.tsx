import type { ReactNode } from 'react';
import './feedback.css';

export interface EmptyStateProps {
  readonly title: ReactNode;
  /** Why it is empty, or what to do. */
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}

export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className="ym-empty">
      <svg width="56" height="56" viewBox="0 0 56 56" fill="none" aria-hidden="true">
        <rect x="10" y="8" width="36" height="42" rx="4" className="ym-empty-sheet" />
        <path d="M19 21h18M19 29h18M19 37h10" className="ym-empty-lines" />
      </svg>
      <p className="ym-empty-title">{title}</p>
      {children === undefined ? null : <p className="ym-empty-text">{children}</p>}
      {action}
    </div>
  );
}

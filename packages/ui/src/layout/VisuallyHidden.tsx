import type { ReactNode } from 'react';
import './layout.css';

export interface VisuallyHiddenProps {
  readonly children: ReactNode;
  readonly live?: 'polite' | 'assertive';
}

/** Read by screen readers, not seen; with `live` it announces its changes. */
export function VisuallyHidden({ children, live }: VisuallyHiddenProps) {
  return (
    <span className="ym-visually-hidden" aria-live={live}>
      {children}
    </span>
  );
}

import type { ReactNode } from 'react';
import { joinClasses } from '../join-classes.ts';
import './layout.css';

export interface RowProps {
  readonly gap?: 1 | 2 | 3 | 4;
  readonly align?: 'start' | 'center' | 'end' | 'baseline';
  /** Pushes the first and last child to the edges. */
  readonly spread?: boolean;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** Children beside each other, wrapping when the screen is narrow. */
export function Row({ gap = 2, align = 'center', spread = false, className, children }: RowProps) {
  return (
    <div className={joinClasses('ym-row', `ym-gap-${gap}`, `ym-align-${align}`, spread && 'ym-row-spread', className)}>
      {children}
    </div>
  );
}

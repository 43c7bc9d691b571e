import type { ReactNode } from 'react';
import { joinClasses } from '../join-classes.ts';
import './layout.css';

export interface StackProps {
  /** Steps of the 8 px grid. */
  readonly gap?: 1 | 2 | 3 | 4;
  readonly as?: 'div' | 'section' | 'ul' | 'ol';
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** Children below each other. */
export function Stack({ gap = 2, as: Element = 'div', className, children }: StackProps) {
  return <Element className={joinClasses('ym-stack', `ym-gap-${gap}`, className)}>{children}</Element>;
}
